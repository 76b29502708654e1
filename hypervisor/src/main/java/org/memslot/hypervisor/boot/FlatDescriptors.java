package org.memslot.hypervisor.boot;

import org.memslot.machine.MemoryAccess;

/**
 * A global descriptor table of flat segments, with the selectors of the Linux/x86 boot protocol
 * (__BOOT_CS 0x10, __BOOT_DS 0x18), and a task state segment behind them as VMX wants one.
 */
public final class FlatDescriptors {
  /** Selector of the code segment. */
  public static final int CODE = 0x10;

  /** Selector of the data segment. */
  public static final int DATA = 0x18;

  /** Selector of the task state segment. */
  public static final int TASK = 0x20;

  /** Bytes of the table. */
  public static final int SIZE = 0x28;

  private static final long CODE_64 = 0x00af_9b00_0000_ffffL;
  private static final long CODE_32 = 0x00cf_9b00_0000_ffffL;
  private static final long DATA_32 = 0x00cf_9300_0000_ffffL;
  private static final long TASK_32 = 0x0000_8b00_0000_0067L;

  private FlatDescriptors() {}

  static void write(MemoryAccess memory, long address, boolean code64) {
    memory.write64(address, 0);
    memory.write64(address + 8, 0);
    memory.write64(address + CODE, code64 ? CODE_64 : CODE_32);
    memory.write64(address + DATA, DATA_32);
    memory.write64(address + TASK, TASK_32);
  }
}
