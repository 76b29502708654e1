package org.memslot.hypervisor.boot;

/**
 * Fields of a kernel's setup header that a loader fills, by their offsets in the image and in the
 * zero page (Linux documentation, "The Linux/x86 Boot Protocol").
 */
final class SetupHeader {
  static final int BOOT_LOADER = 0x210;
  static final int LOAD_FLAGS = 0x211;
  static final int INITRD_ADDRESS = 0x218;
  static final int INITRD_SIZE = 0x21c;
  static final int HEAP_END = 0x224;
  static final int COMMAND_LINE_POINTER = 0x228;

  /** The address of the first setup_data structure of a list. */
  static final int SETUP_DATA = 0x250;

  /** A loader without a number of its own. */
  static final int UNDEFINED_LOADER = 0xff;

  /** Of the load flags: {@link #HEAP_END} is valid. */
  static final int CAN_USE_HEAP = 0x80;

  private SetupHeader() {}
}
