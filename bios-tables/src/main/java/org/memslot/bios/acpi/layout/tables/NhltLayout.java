package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.TableLayout;

/** Non-HD Audio Link Table. */
public final class NhltLayout {
  private static final Item[] CONFIGURATION = {
    u32("Capabilities Size"), bytes("Capabilities", value("Capabilities Size"))
  };

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "NHLT",
          "Non-HD Audio Link Table",
          "Intel, Smart Sound Technology NHLT Specification 1.0",
          u8("Endpoint Count"),
          structures(
                  "Endpoint",
                  head(u32("Descriptor Length")),
                  value("Descriptor Length"),
                  u8(
                      "Link Type",
                      value(0, "HD Audio"),
                      value(1, "DSP"),
                      value(2, "PDM"),
                      value(3, "SSP"),
                      value(4, "SLIMbus"),
                      value(5, "SoundWire"),
                      value(6, "UAOL")),
                  u8("Instance ID"),
                  u16("Vendor ID"),
                  u16(
                      "Device ID",
                      value(0xae20, "Digital microphone"),
                      value(0xae30, "Bluetooth sideband"),
                      value(0xae34, "I2S codec")),
                  u16("Revision ID"),
                  u32("Subsystem ID"),
                  u8("Device Type"),
                  u8("Direction", value(0, "Render"), value(1, "Capture")),
                  u8("Virtual Bus ID"),
                  group("Endpoint Configuration", CONFIGURATION),
                  u8("Format Count"),
                  repeat(
                      "Format",
                      value("Format Count"),
                      u16("Format Tag"),
                      u16("Channel Count"),
                      u32("Samples Per Second"),
                      u32("Average Bytes Per Second"),
                      u16("Block Align"),
                      u16("Bits Per Sample"),
                      u16("Extra Format Size"),
                      u16("Valid Bits Per Sample"),
                      u32("Channel Mask"),
                      guid("Subformat GUID"),
                      group("Format Configuration", CONFIGURATION)),
                  ifPresent(
                      u8("Device Info Count"),
                      repeat(
                          "Device Info",
                          value("Device Info Count"),
                          guid("Device ID"),
                          u8("Device Instance ID"),
                          u8("Device Port ID"))))
              .counted(value("Endpoint Count")),
          ifPresent(group("OED Configuration", CONFIGURATION)));

  private NhltLayout() {}
}
