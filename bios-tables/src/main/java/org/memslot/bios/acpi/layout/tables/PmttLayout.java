package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import java.util.List;
import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** Platform Memory Topology Table. */
public final class PmttLayout {
  private static final int FIRST_WITH_COUNT = 2;
  private static final int SOCKET = 0;
  private static final int CONTROLLER = 1;
  private static final int COMPONENT = 2;
  private static final int VENDOR = 0xff;

  private static final List<Item> HEAD =
      head(
          u8("Subtable Type"),
          reserved(1),
          u16("Length"),
          u16(
              "Flags",
              bit(0, "Top-level Device"),
              bit(1, "Physical Element"),
              bits(
                  2,
                  2,
                  "Memory Type",
                  value(0, "Volatile"),
                  value(1, "Both volatile and non-volatile"),
                  value(2, "Non-volatile"))),
          reserved(2),
          when(revision().atLeast(FIRST_WITH_COUNT), u32("Memory Device Count")));

  private static final Subtable COMPONENTS =
      subtable(
          COMPONENT,
          "Physical Component (DIMM)",
          when(
              revision().below(FIRST_WITH_COUNT),
              u16("Component ID"),
              reserved(2),
              u32("Memory Size")),
          u32("Bios Handle"));

  private static final Subtable VENDORS =
      subtable(VENDOR, "Vendor Specific", guid("Type Uuid"), rest("Vendor Data"));

  private static final Subtable CONTROLLERS =
      subtable(
          CONTROLLER,
          "Memory Controller",
          when(
              revision().below(FIRST_WITH_COUNT),
              u32("Read Latency"),
              u32("Write Latency"),
              u32("Read Bandwidth"),
              u32("Write Bandwidth"),
              u16("Access Width"),
              u16("Alignment"),
              reserved(2),
              u16("Domain Count"),
              repeat(value("Domain Count"), u32("Proximity Domain"))),
          when(revision().atLeast(FIRST_WITH_COUNT), u16("Controller ID"), reserved(2)),
          subtables(HEAD, "Subtable Type", COMPONENTS, VENDORS));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "PMTT",
              "Platform Memory Topology Table",
              "ACPI 6.5, section 5.2.22.12",
              when(revision().below(FIRST_WITH_COUNT), reserved(4)),
              when(revision().atLeast(FIRST_WITH_COUNT), u32("Memory Device Count")),
              subtables(
                  HEAD,
                  "Subtable Type",
                  subtable(
                      SOCKET,
                      "Socket",
                      u16("Socket ID"),
                      reserved(2),
                      subtables(HEAD, "Subtable Type", CONTROLLERS, COMPONENTS, VENDORS)),
                  CONTROLLERS,
                  COMPONENTS,
                  VENDORS))
          .revisions(1, 2);

  private PmttLayout() {}
}
