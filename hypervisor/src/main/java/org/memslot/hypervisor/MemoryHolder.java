package org.memslot.hypervisor;

/** A guest that can be told to hold memory, so that it refuses to give it back. */
public interface MemoryHolder {
  /**
   * Holds the memory at an address, once more.
   *
   * @return false when the guest has no memory there; nothing is held then
   */
  boolean use(long address);

  /**
   * Lets go what {@link #use} of the same address holds.
   *
   * @return false when nothing is held
   */
  boolean release(long address);
}
