package org.memslot.hypervisor.boot;

/** The state in which the first CPU begins; the others wait until it starts them. */
public sealed interface BootEntry {
  /** As after reset: real mode at 0xfffffff0. */
  record ResetVector() implements BootEntry {}

  /**
   * 64-bit mode, interrupts disabled, flat segments from the descriptor table.
   *
   * @param rip first instruction
   * @param rsi what the image expects in RSI
   * @param pageTable guest-physical address of the top-level page table
   * @param descriptors guest-physical address of a {@link FlatDescriptors} table
   */
  record LongMode(long rip, long rsi, long pageTable, long descriptors) implements BootEntry {}

  /**
   * 32-bit protected mode without paging, interrupts disabled, flat segments from the descriptor
   * table.
   *
   * @param eip first instruction
   * @param ebx what the image expects in EBX
   * @param descriptors guest-physical address of a {@link FlatDescriptors} table
   */
  record ProtectedMode(long eip, long ebx, long descriptors) implements BootEntry {}
}
