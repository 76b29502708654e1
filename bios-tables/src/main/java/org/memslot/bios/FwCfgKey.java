package org.memslot.bios;

/**
 * The numbered fw_cfg items that firmware and kernels read (QEMU's {@code docs/specs/fw_cfg}).
 * Files have keys from {@link #FILE_FIRST} on, in the order of their names; their keys are found in
 * the directory, never assumed.
 */
public enum FwCfgKey {
  /** Four bytes, {@code QEMU}. */
  SIGNATURE(0x00),
  /** u32 of feature bits: 1 the traditional interface, 2 DMA. */
  ID(0x01),
  /** Sixteen bytes, the machine's UUID. */
  UUID(0x02),
  /** u64, the bytes of boot RAM. */
  RAM_SIZE(0x03),
  /** u16, 1 when the machine has no display. */
  NOGRAPHIC(0x04),
  /** u16, processors present at boot. */
  NB_CPUS(0x05),
  /** u32, a machine type; 0 on a PC. */
  MACHINE_ID(0x06),
  /** u32, where the kernel's protected-mode part goes. */
  KERNEL_ADDR(0x07),
  /** u32, its bytes. */
  KERNEL_SIZE(0x08),
  /** Obsolete form of the command line. */
  KERNEL_CMDLINE(0x09),
  /** u32, where the initrd goes. */
  INITRD_ADDR(0x0a),
  /** u32, its bytes. */
  INITRD_SIZE(0x0b),
  /** u16, boot device letter. */
  BOOT_DEVICE(0x0c),
  /** u64s, see {@link ParavirtInformation}. */
  NUMA(0x0d),
  /** u16, 1 to show a boot menu. */
  BOOT_MENU(0x0e),
  /** u16, one more than the highest processor number that may ever be present. */
  MAX_CPUS(0x0f),
  /** u32, the kernel's entry point. */
  KERNEL_ENTRY(0x10),
  /** The kernel's bytes. */
  KERNEL_DATA(0x11),
  /** The initrd's bytes. */
  INITRD_DATA(0x12),
  /** u32, where the command line goes. */
  CMDLINE_ADDR(0x13),
  /** u32, its bytes with the terminator. */
  CMDLINE_SIZE(0x14),
  /** The command line, terminated by a zero byte. */
  CMDLINE_DATA(0x15),
  /** u32, where the kernel's setup part goes. */
  SETUP_ADDR(0x16),
  /** u32, its bytes. */
  SETUP_SIZE(0x17),
  /** The setup part's bytes. */
  SETUP_DATA(0x18),
  /** The directory of files. */
  FILE_DIR(0x19),
  /** Tables that the user gave, in the old length-prefixed form. */
  ACPI_TABLES(0x8000),
  /** SMBIOS structures, in the old form. */
  SMBIOS_ENTRIES(0x8001),
  /** u32, 1 when interrupt 0 is wired to I/O APIC input 2. */
  IRQ0_OVERRIDE(0x8002),
  /** The e820 list with a count before it, see {@link E820Map#encodeTable()}. */
  E820_TABLE(0x8003),
  /** Configuration of the high precision event timers. */
  HPET(0x8004);

  /** The key of the first file. */
  public static final int FILE_FIRST = 0x20;

  private final int key;

  FwCfgKey(int key) {
    this.key = key;
  }

  /** The number written to the selector. */
  public int key() {
    return key;
  }
}
