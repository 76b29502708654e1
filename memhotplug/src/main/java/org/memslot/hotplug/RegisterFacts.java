package org.memslot.hotplug;

/** The register facts, until both faces of the interface share them. */
final class RegisterFacts {
  static final int GPE_BIT = 3;
  static final int STATUS_PORT = 0xaf20;
  static final int EJECT_PORT = 0xaf40;
  static final int BITMAP_BYTES = 32;
  static final int REMOVE_FAILED_PORT = 0xafa1;
  static final int STATUS_CODE_PORT = 0xafa8;
  static final int QEMU_PORT = 0x0a00;
  static final int QEMU_BYTES = 24;

  private RegisterFacts() {}
}
