package org.memslot.bios.acpi;

import java.util.List;

/**
 * The fixed hardware of a platform (ACPI 6.5, section 4.8): its register blocks and their bytes.
 *
 * @param pm1aEvent PM1a status and enable
 * @param pm1bEvent PM1b status and enable
 * @param pm1aControl PM1a control: SCI_EN, SLP_TYP, SLP_EN
 * @param pm1bControl PM1b control
 * @param pm2Control PM2 control
 * @param pmTimer power management timer
 * @param gpe0 general purpose events from 0 on
 * @param gpe1 general purpose events from {@code gpe1Base} on
 * @param pm1EventLength bytes of a PM1 event block
 * @param pm1ControlLength bytes of a PM1 control block
 * @param pm2ControlLength bytes of the PM2 control block
 * @param pmTimerLength bytes of the timer block
 * @param gpe0Length bytes of the GPE0 block, half status, half enable
 * @param gpe1Length bytes of the GPE1 block
 * @param gpe1Base the first event of GPE1
 */
public record FixedHardware(
    RegisterBlock pm1aEvent,
    RegisterBlock pm1bEvent,
    RegisterBlock pm1aControl,
    RegisterBlock pm1bControl,
    RegisterBlock pm2Control,
    RegisterBlock pmTimer,
    RegisterBlock gpe0,
    RegisterBlock gpe1,
    int pm1EventLength,
    int pm1ControlLength,
    int pm2ControlLength,
    int pmTimerLength,
    int gpe0Length,
    int gpe1Length,
    int gpe1Base) {
  /** The register blocks, in the order of the FADT. */
  static final List<String> BLOCKS =
      List.of(
          "PM1A Event Block",
          "PM1B Event Block",
          "PM1A Control Block",
          "PM1B Control Block",
          "PM2 Control Block",
          "PM Timer Block",
          "GPE0 Block",
          "GPE1 Block");

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a length does not fit its field
   */
  public FixedHardware {
    Fits.u8("PM1 Event Block Length", pm1EventLength);
    Fits.u8("PM1 Control Block Length", pm1ControlLength);
    Fits.u8("PM2 Control Block Length", pm2ControlLength);
    Fits.u8("PM Timer Block Length", pmTimerLength);
    Fits.u8("GPE0 Block Length", gpe0Length);
    Fits.u8("GPE1 Block Length", gpe1Length);
    Fits.u8("GPE1 Base Offset", gpe1Base);
  }

  /** A builder of hardware that has no block yet. */
  public static FixedHardwareBuilder builder() {
    return new FixedHardwareBuilder();
  }

  private RegisterBlock[] blocks() {
    return new RegisterBlock[] {
      pm1aEvent, pm1bEvent, pm1aControl, pm1bControl, pm2Control, pmTimer, gpe0, gpe1
    };
  }

  void writePorts(TableWriter out) {
    RegisterBlock[] blocks = blocks();
    for (int i = 0; i < blocks.length; i++) {
      out.u32(blocks[i].port());
    }
    out.u8(pm1EventLength);
    out.u8(pm1ControlLength);
    out.u8(pm2ControlLength);
    out.u8(pmTimerLength);
    out.u8(gpe0Length);
    out.u8(gpe1Length);
    out.u8(gpe1Base);
  }

  void writeExtended(TableWriter out) {
    RegisterBlock[] blocks = blocks();
    for (int i = 0; i < blocks.length; i++) {
      blocks[i].extended().write(out);
    }
  }

  static FixedHardware readPorts(TableReader in) {
    RegisterBlock[] blocks = new RegisterBlock[BLOCKS.size()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new RegisterBlock(in.u32(BLOCKS.get(i) + " Address"), GenericAddress.NONE);
    }
    return of(
        blocks,
        new int[] {
          in.u8("PM1 Event Block Length"),
          in.u8("PM1 Control Block Length"),
          in.u8("PM2 Control Block Length"),
          in.u8("PM Timer Block Length"),
          in.u8("GPE0 Block Length"),
          in.u8("GPE1 Block Length"),
          in.u8("GPE1 Base Offset")
        });
  }

  FixedHardware withExtended(TableReader in) {
    RegisterBlock[] blocks = blocks();
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new RegisterBlock(blocks[i].port(), GenericAddress.read(in, BLOCKS.get(i)));
    }
    return of(
        blocks,
        new int[] {
          pm1EventLength,
          pm1ControlLength,
          pm2ControlLength,
          pmTimerLength,
          gpe0Length,
          gpe1Length,
          gpe1Base
        });
  }

  private static FixedHardware of(RegisterBlock[] b, int[] n) {
    return new FixedHardware(
        b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }
}
