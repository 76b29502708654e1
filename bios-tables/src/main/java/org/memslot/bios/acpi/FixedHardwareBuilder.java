package org.memslot.bios.acpi;

/** Builds {@link FixedHardware} from the blocks that a platform has, all of them I/O ports. */
public final class FixedHardwareBuilder {
  private record Block(long port, int length) {
    static final Block NONE = new Block(0, 0);

    RegisterBlock register() {
      return length == 0 ? RegisterBlock.NONE : RegisterBlock.at((int) port, length);
    }
  }

  private Block pm1aEvent = Block.NONE;
  private Block pm1aControl = Block.NONE;
  private Block pm2Control = Block.NONE;
  private Block pmTimer = Block.NONE;
  private Block gpe0 = Block.NONE;
  private Block gpe1 = Block.NONE;
  private int gpe1Base;

  FixedHardwareBuilder() {}

  /** The PM1a event block: status and enable, half of the bytes each. */
  public FixedHardwareBuilder pm1aEvent(int port, int length) {
    pm1aEvent = new Block(port, length);
    return this;
  }

  /** The PM1a control block. */
  public FixedHardwareBuilder pm1aControl(int port, int length) {
    pm1aControl = new Block(port, length);
    return this;
  }

  /** The PM2 control block. */
  public FixedHardwareBuilder pm2Control(int port, int length) {
    pm2Control = new Block(port, length);
    return this;
  }

  /** The power management timer. */
  public FixedHardwareBuilder pmTimer(int port, int length) {
    pmTimer = new Block(port, length);
    return this;
  }

  /** General-purpose events from 0 on: status and enable, half of the bytes each. */
  public FixedHardwareBuilder gpe0(int port, int length) {
    gpe0 = new Block(port, length);
    return this;
  }

  /**
   * A second block of general-purpose events.
   *
   * @param base its first event
   */
  public FixedHardwareBuilder gpe1(int port, int length, int base) {
    gpe1 = new Block(port, length);
    gpe1Base = base;
    return this;
  }

  /**
   * The blocks; what was not named does not exist.
   *
   * @throws org.memslot.bios.FirmwareLimitException if a length does not fit its field
   */
  public FixedHardware build() {
    return new FixedHardware(
        pm1aEvent.register(),
        RegisterBlock.NONE,
        pm1aControl.register(),
        RegisterBlock.NONE,
        pm2Control.register(),
        pmTimer.register(),
        gpe0.register(),
        gpe1.register(),
        pm1aEvent.length(),
        pm1aControl.length(),
        pm2Control.length(),
        pmTimer.length(),
        gpe0.length(),
        gpe1.length(),
        gpe1Base);
  }
}
