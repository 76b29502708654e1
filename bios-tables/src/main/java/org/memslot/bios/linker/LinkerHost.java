package org.memslot.bios.linker;

import java.util.Optional;
import org.memslot.aml.ByteList;

/** What the interpreter of a {@link LinkerScript} needs: files, and memory to put them in. */
public interface LinkerHost {
  /** A file by name. */
  Optional<ByteList> file(String name);

  /**
   * Memory for a file; the interpreter does not write it, it gives the content in {@link
   * LinkedFile}.
   *
   * @param file what it is for
   * @param length bytes, not 0
   * @param alignment of the address, a power of two
   * @param zone where it must be
   * @return guest-physical address; empty when there is no such memory left
   */
  Optional<Long> allocate(String file, int length, int alignment, LinkerCommand.Zone zone);

  /**
   * Writes {@code content} into a fw_cfg file from {@code offset} on.
   *
   * @return whether the file took it
   */
  boolean write(String file, long offset, ByteList content);
}
