package org.memslot.hypervisor.device;

/**
 * The configuration space of one PCI function: 256 bytes, of which the guest may change some bits.
 */
final class PciFunction {
  private static final int SIZE = 256;
  private static final int HEADER_TYPE = 0x0e;
  private static final int MULTI_FUNCTION = 0x80;

  private static final int INTEL = 0x8086;

  private final byte[] content = new byte[SIZE];
  private final byte[] writable = new byte[SIZE];

  private PciFunction(int device, int revision, int deviceClass) {
    put(0x00, 4, INTEL | device << 16);
    put(0x08, 4, revision | deviceClass << 8);
  }

  /**
   * The 440FX, whose programmable attribute map (0x59 to 0x5f) firmware sets, and expects to read
   * back.
   */
  static PciFunction hostBridge() {
    PciFunction function = new PciFunction(0x1237, 2, 0x060000);
    function.subsystem();
    function.allow(0x59, 7);
    function.allow(0x72, 1);
    return function;
  }

  /** The PIIX3's ISA bridge: PCI interrupt routing at 0x60 to 0x63. */
  static PciFunction isaBridge() {
    PciFunction function = new PciFunction(0x7000, 0, 0x060100);
    function.subsystem();
    function.put(HEADER_TYPE, 1, MULTI_FUNCTION);
    function.put(0x60, 4, 0x80808080);
    function.allow(0x60, 4);
    function.allow(0x4c, 4);
    return function;
  }

  /**
   * The PIIX4's power management: PMBA at 0x40, PMREGMISC at 0x80 whose bit 0 makes it answer. In
   * DEVACTB at 0x58 the APMC enable bit is set: system management mode, which there is not, is as
   * firmware finds it when it has set it up already.
   */
  static PciFunction powerManagement(int base) {
    PciFunction function = new PciFunction(0x7113, 3, 0x068000);
    function.subsystem();
    function.put(0x40, 4, base | 1);
    function.put(0x58, 4, 1 << 25);
    function.put(0x80, 1, 1);
    function.put(0x3c, 2, 0x0109);
    function.allow(0x3c, 1);
    return function;
  }

  /** What QEMU's PC has, by which firmware knows a virtual machine. */
  private void subsystem() {
    put(0x2c, 4, 0x1100_1af4);
  }

  private void put(int register, int width, int value) {
    for (int i = 0; i < width; i++) {
      content[register + i] = (byte) (value >>> (8 * i));
    }
  }

  private void allow(int register, int bytes) {
    for (int i = 0; i < bytes; i++) {
      writable[register + i] = (byte) 0xff;
    }
  }

  long read(int register, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      int byteAt = register + i < SIZE ? content[register + i] : -1;
      value |= (byteAt & 0xffL) << (8 * i);
    }
    return value;
  }

  void write(int register, int width, int value) {
    for (int i = 0; i < width && register + i < SIZE; i++) {
      int mask = writable[register + i];
      int old = content[register + i];
      content[register + i] = (byte) ((old & ~mask) | (value >>> (8 * i) & mask));
    }
  }
}
