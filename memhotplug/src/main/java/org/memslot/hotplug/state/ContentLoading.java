package org.memslot.hotplug.state;

import org.memslot.hotplug.MemoryHotplugController;

/**
 * When the contents of slots come into memory from a state file. Either way all of the file is read
 * and every checksum compared before anything is restored.
 */
public enum ContentLoading {
  /**
   * When they are touched, page by page, where the memory can be like that: see {@link
   * org.memslot.machine.RamRegion#overlay}. Until then they take no memory that the host could not
   * use otherwise. The file must stay as it is as long as the memory is used; another file may get
   * its name, as {@link MemoryHotplugController#save} does it.
   */
  LAZY,

  /** All at once: the file is not needed afterwards. */
  EAGER
}
