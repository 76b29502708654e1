package org.memslot.hotplug;

/**
 * The door for register interfaces from elsewhere: extend this class and hand the device to {@link
 * MemoryHotplugController}.
 */
public abstract non-sealed class CustomHotplugDevice implements HotplugDevice {
  /** For subclasses. */
  protected CustomHotplugDevice() {}
}
