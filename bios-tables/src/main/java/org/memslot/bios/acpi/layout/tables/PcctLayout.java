package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** Platform Communications Channel Table. */
public final class PcctLayout {
  private static final Item[] INTERRUPT = {
    u32("Platform Interrupt"),
    u8(
        "Flags",
        bit(0, "Polarity", value(0, "Active high"), value(1, "Active low")),
        bit(1, "Mode", value(0, "Level-triggered"), value(1, "Edge-triggered"))),
    reserved(1)
  };

  private static final Item[] GENERIC = {
    u64("Base Address"),
    u64("Address Length"),
    genericAddress("Doorbell Register"),
    u64("Preserve Mask"),
    u64("Write Mask"),
    u32("Command Latency"),
    u32("Maximum Access Rate"),
    u16("Minimum Turnaround Time")
  };

  private static Subtable extended(int type, String title) {
    return subtable(
        type,
        title,
        join(
            INTERRUPT,
            u64("Base Address"),
            u32("Address Length"),
            genericAddress("Doorbell Register"),
            u64("Preserve Mask"),
            u64("Write Mask"),
            u32("Command Latency"),
            u32("Maximum Access Rate"),
            u32("Minimum Turnaround Time"),
            genericAddress("Platform ACK Register"),
            u64("ACK Preserve Mask"),
            u64("ACK Set Mask"),
            reserved(8),
            genericAddress("Command Complete Register"),
            u64("Command Complete Check Mask"),
            genericAddress("Command Update Register"),
            u64("Command Update Preserve Mask"),
            u64("Command Update Set Mask"),
            genericAddress("Error Status Register"),
            u64("Error Status Mask")));
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "PCCT",
              "Platform Communications Channel Table",
              "ACPI 6.5, section 14.1",
              u32("Flags", bit(0, "Platform Interrupt")),
              reserved(8),
              subtables(
                  head(u8("Subtable Type"), u8("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Generic Communications Subspace",
                      join(new Item[] {reserved(6)}, GENERIC)),
                  subtable(1, "HW-Reduced Communications Subspace", join(INTERRUPT, GENERIC)),
                  subtable(
                      2,
                      "HW-Reduced Communications Subspace, type 2",
                      join(
                          join(INTERRUPT, GENERIC),
                          genericAddress("Platform ACK Register"),
                          u64("ACK Preserve Mask"),
                          u64("ACK Write Mask"))),
                  extended(3, "Extended PCC Initiator Subspace"),
                  extended(4, "Extended PCC Responder Subspace"),
                  subtable(
                      5,
                      "HW Registers based Communications Subspace",
                      u16("Version"),
                      u64("Base Address"),
                      u64("Address Length"),
                      genericAddress("Doorbell Register"),
                      u64("Preserve Mask"),
                      u64("Write Mask"),
                      genericAddress("Command Complete Register"),
                      u64("Command Complete Check Mask"),
                      genericAddress("Error Status Register"),
                      u64("Error Status Mask"),
                      u32("Nominal Latency"),
                      u32("Minimum Turnaround Time"))))
          .revisions(1, 2);

  private PcctLayout() {}
}
