package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.memslot.bios.Bytes;
import org.memslot.bios.FirmwareDataException;

/**
 * Judges single tables: checksum, length, revision against signature, and what the fields of one
 * table must have among themselves. {@link MemoryLint} judges tables against e820 and the slots.
 */
public final class TableLint {
  private TableLint() {}

  /** What is wrong with the table in {@code content}; nothing is an empty list. */
  public static List<TableProblem> check(Bytes content) {
    AcpiStructure structure;
    try {
      structure = AcpiTables.decode(content);
    } catch (FirmwareDataException e) {
      return List.of(new TableProblem(e.structure(), e.offset(), e.problem()));
    }
    List<TableProblem> problems = new ArrayList<>();
    switch (structure) {
      case AcpiTable table -> {
        checkHeader(table, content, problems);
        checkFields(table, problems);
      }
      case Facs facs -> checkRevision(facs.signature(), facs.version(), 0, 2, 32, problems);
      case Rsdp _ -> {
        // Its checksums were judged when it was read.
      }
    }
    return List.copyOf(problems);
  }

  private static void checkHeader(AcpiTable table, Bytes content, List<TableProblem> problems) {
    String name = table.signature();
    TableReader in = new TableReader(name, content);
    in.skip("Signature", 4);
    int length = (int) in.u32("Table Length");
    if (length < content.length()) {
      problems.add(
          new TableProblem(
              name, 4, "Table Length %d, there are %d bytes".formatted(length, content.length())));
    }
    int sum = Checksum.sum(content, 0, length);
    if (sum != 0) {
      int right = content.at(AcpiTable.CHECKSUM_OFFSET) - sum & 0xff;
      problems.add(
          new TableProblem(
              name,
              AcpiTable.CHECKSUM_OFFSET,
              "Checksum 0x%02x, should be 0x%02x"
                  .formatted(content.at(AcpiTable.CHECKSUM_OFFSET), right)));
    }
    int highest = highestRevision(table);
    checkRevision(name, table.revision(), Math.min(1, highest), highest, 8, problems);
    if (table instanceof Fadt && length != Fadt.sizeOf(table.revision())) {
      problems.add(
          new TableProblem(
              name,
              4,
              "Table Length %d, revision %d has %d"
                  .formatted(length, table.revision(), Fadt.sizeOf(table.revision()))));
    }
  }

  private static void checkRevision(
      String name, int revision, int lowest, int highest, int at, List<TableProblem> problems) {
    if (revision < lowest || revision > highest) {
      problems.add(
          new TableProblem(
              name, at, "Revision %d, known are %d to %d".formatted(revision, lowest, highest)));
    }
  }

  /** The highest revision of each table up to ACPI 6.5. */
  private static int highestRevision(AcpiTable table) {
    return switch (table) {
      case DefinitionBlock _, Hmat _ -> 2;
      case Fadt _, Madt _ -> 6;
      case Dbg2 _ -> 0;
      case Hpet _, Mcfg _, Msct _, Rsdt _, Slit _, Waet _, Xsdt _ -> 1;
      case Spcr _ -> 4;
      case Srat _ -> 3;
      case OtherTable _ -> 0xff;
    };
  }

  private static void checkFields(AcpiTable table, List<TableProblem> problems) {
    switch (table) {
      case Fadt fadt -> checkFadt(fadt, problems);
      case Madt madt -> checkMadt(madt, problems);
      case Slit slit -> checkSlit(slit, problems);
      case Srat srat -> checkSrat(srat, problems);
      case Dbg2 _,
          DefinitionBlock _,
          Hmat _,
          Hpet _,
          Mcfg _,
          Msct _,
          OtherTable _,
          Rsdt _,
          Spcr _,
          Waet _,
          Xsdt _ -> {
        // Every value of their fields can be right.
      }
    }
  }

  private static void checkFadt(Fadt fadt, List<TableProblem> problems) {
    FixedHardware hardware = fadt.hardware();
    if (hardware.gpe0Length() % 2 != 0) {
      problems.add(
          new TableProblem(
              "FACP",
              92,
              "GPE0 Block Length %d, half of it is status and half enable"
                  .formatted(hardware.gpe0Length())));
    }
    if (fadt.extendedDsdt() != 0 && fadt.dsdt() != 0 && fadt.extendedDsdt() != fadt.dsdt()) {
      problems.add(
          new TableProblem(
              "FACP",
              140,
              "DSDT Address 0x%x in 64 bits, 0x%x in 32"
                  .formatted(fadt.extendedDsdt(), fadt.dsdt())));
    }
    long gpe0 = hardware.gpe0().extended().address();
    if (gpe0 != 0 && hardware.gpe0().port() != gpe0) {
      problems.add(
          new TableProblem(
              "FACP",
              220,
              "GPE0 Block 0x%x in 64 bits, 0x%x in 32".formatted(gpe0, hardware.gpe0().port())));
    }
  }

  private static void checkMadt(Madt madt, List<TableProblem> problems) {
    List<Long> seen = new ArrayList<>();
    int offset = 44;
    for (MadtEntry entry : madt.entries()) {
      long id =
          switch (entry) {
            case MadtEntry.LocalApic apic -> apic.apicId();
            case MadtEntry.LocalX2Apic apic -> apic.apicId();
            case MadtEntry.InterruptSourceOverride _,
                MadtEntry.IoApic _,
                MadtEntry.LocalApicAddressOverride _,
                MadtEntry.LocalApicNmi _,
                MadtEntry.LocalX2ApicNmi _,
                MadtEntry.NmiSource _,
                MadtEntry.Other _ ->
                -1;
          };
      checkOnce("APIC", id, seen, offset, problems);
      offset += size(entry::describe);
    }
  }

  private static void checkSrat(Srat srat, List<TableProblem> problems) {
    List<Long> seen = new ArrayList<>();
    int offset = 48;
    for (SratEntry entry : srat.entries()) {
      long id =
          switch (entry) {
            case SratEntry.ProcessorAffinity processor -> processor.apicId();
            case SratEntry.X2ApicAffinity processor -> processor.apicId();
            case SratEntry.GenericInitiatorAffinity _,
                SratEntry.MemoryAffinity _,
                SratEntry.Other _ ->
                -1;
          };
      checkOnce("SRAT", id, seen, offset, problems);
      if (entry instanceof SratEntry.MemoryAffinity memory && memory.isEnabled()) {
        checkMemory(memory, offset, problems);
      }
      offset += size(entry::describe);
    }
  }

  private static void checkMemory(
      SratEntry.MemoryAffinity memory, int offset, List<TableProblem> problems) {
    long last = memory.base() + memory.length() - 1;
    if (memory.length() == 0 || Long.compareUnsigned(last, memory.base()) < 0) {
      problems.add(
          new TableProblem(
              "SRAT",
              offset,
              "memory of 0x%x bytes at 0x%x is empty or passes 2^64"
                  .formatted(memory.length(), memory.base())));
    }
  }

  private static void checkOnce(
      String table, long apicId, List<Long> seen, int offset, List<TableProblem> problems) {
    if (apicId >= 0 && seen.contains(apicId)) {
      problems.add(new TableProblem(table, offset, "Apic ID %d a second time".formatted(apicId)));
    }
    seen.add(apicId);
  }

  private static int size(Consumer<FieldWriter> description) {
    ByteFieldWriter out = new ByteFieldWriter();
    description.accept(out);
    return out.toArray().length;
  }

  private static void checkSlit(Slit slit, List<TableProblem> problems) {
    int domains = slit.rows().size();
    for (int from = 0; from < domains; from++) {
      for (int to = 0; to < domains; to++) {
        int distance = slit.rows().get(from).get(to);
        boolean right = from == to ? distance == 10 : distance > 10;
        if (!right) {
          problems.add(
              new TableProblem(
                  "SLIT",
                  44L + (long) from * domains + to,
                  "distance from %d to %d is %d; it must be 10 from a domain to itself and more"
                          .formatted(from, to, distance)
                      + " to others"));
        }
      }
    }
  }
}
