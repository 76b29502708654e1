package org.memslot.hypervisor;

/** Where on the bus of I/O ports the board has its own devices; the tables tell the guest. */
final class BoardPorts {
  /** PM1a event block, 4 bytes. */
  static final int PM1_EVENT = 0x600;

  /** PM1a control block, 2 bytes. */
  static final int PM1_CONTROL = 0x604;

  /** Power-management timer, 4 bytes. */
  static final int PM_TIMER = 0x608;

  /** GPE0 block. */
  static final int GPE0 = 0xafe0;

  /** Reset control register of the chipset. */
  static final int RESET = 0xcf9;

  private BoardPorts() {}
}
