package org.memslot.bios.acpi;

import java.util.List;
import org.memslot.aml.ByteList;

/** Every kind of structure, with every kind of entry it can have. */
final class TableSamples {
  /** What iasl writes into the tables that it compiles, so that its bytes can be ours. */
  static final TableOrigin ORIGIN = new TableOrigin("MEMSLT", "SAMPLE", 7, "INTL", 0x20200925);

  private TableSamples() {}

  static Fadt fadt(int revision) {
    FixedHardware hardware =
        new FixedHardware(
            block(revision, 0x600, 4),
            RegisterBlock.NONE,
            block(revision, 0x604, 2),
            RegisterBlock.NONE,
            RegisterBlock.NONE,
            block(revision, 0x608, 4),
            block(revision, 0xafe0, 4),
            RegisterBlock.NONE,
            4,
            2,
            0,
            4,
            4,
            0,
            0);
    return new Fadt(
        revision,
        0,
        ORIGIN,
        0x1ffe_0000L,
        0x1ffe_0040L,
        0,
        revision >= 3 ? 0x1ffe_0040L : 0,
        1,
        0,
        9,
        new Fadt.SmiCommands(0xb2, 0xf1, 0xf0, 1, 2, 3),
        hardware,
        new Fadt.ProcessorPower(0xfff, 0xffe, 0x1234, 0x40, 1, 2),
        new Fadt.RtcIndexes(13, 14, 0x32),
        3,
        Fadt.WBINVD | Fadt.PROC_C1 | Fadt.SLP_BUTTON | Fadt.RTC_S4,
        revision >= 2 ? GenericAddress.port(0xcf9, 1, 0) : GenericAddress.NONE,
        revision >= 2 ? 6 : 0,
        0,
        revision >= 5 ? GenericAddress.port(0x10, 1, 1) : GenericAddress.NONE,
        revision >= 5 ? GenericAddress.port(0x11, 1, 1) : GenericAddress.NONE,
        revision >= 6 ? 0x4d454d534c4f54L : 0);
  }

  private static RegisterBlock block(int revision, int port, int bytes) {
    return revision >= 3
        ? RegisterBlock.at(port, bytes)
        : new RegisterBlock(port, GenericAddress.NONE);
  }

  static Madt madt() {
    return new Madt(
        3,
        ORIGIN,
        Madt.LOCAL_APIC_ADDRESS,
        Madt.PC_AT_COMPATIBLE,
        List.of(
            new MadtEntry.LocalApic(0, 0, MadtEntry.ENABLED),
            new MadtEntry.LocalApic(1, 254, 0),
            new MadtEntry.IoApic(1, 0xfec0_0000L, 0),
            new MadtEntry.InterruptSourceOverride(0, 9, 9, MadtEntry.ACTIVE_HIGH_LEVEL),
            new MadtEntry.NmiSource(MadtEntry.CONFORMS, 3),
            new MadtEntry.LocalApicNmi(255, 0, 1),
            new MadtEntry.LocalApicAddressOverride(0x1_fee0_0000L),
            new MadtEntry.LocalX2Apic(0x1_0000, MadtEntry.ENABLED, 300),
            new MadtEntry.LocalX2ApicNmi(0, 0xffff_ffffL, 1)));
  }

  static Srat srat() {
    return new Srat(
        3,
        ORIGIN,
        List.of(
            new SratEntry.ProcessorAffinity(0x12_3456, 3, SratEntry.ENABLED, 0, 5),
            new SratEntry.MemoryAffinity(0, 0x10_0000, 0x1ff0_0000, SratEntry.ENABLED),
            new SratEntry.MemoryAffinity(
                1,
                0x1_0000_0000L,
                0x2000_0000,
                SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE | SratEntry.NON_VOLATILE),
            new SratEntry.X2ApicAffinity(1, 0x1_0000, SratEntry.ENABLED, 0),
            new SratEntry.GenericInitiatorAffinity(
                1,
                2,
                ByteList.of(new byte[] {0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                1)));
  }

  static Hmat hmat() {
    return new Hmat(
        2,
        ORIGIN,
        List.of(
            new HmatEntry.ProximityDomainAttributes(1, 0, 1),
            new HmatEntry.LatencyAndBandwidth(
                0, 3, 0, 1000, List.of(0L, 1L), List.of(0L, 1L, 2L), List.of(1, 2, 3, 4, 5, 6)),
            new HmatEntry.MemorySideCache(1, 0x1_0000_0000L, 0x40_1111, List.of(1, 0x1234))));
  }

  /** Tables that iasl knows. */
  static List<AcpiStructure> known() {
    return List.of(
        fadt(1),
        fadt(3),
        fadt(4),
        fadt(5),
        fadt(6),
        Facs.FRESH,
        new Facs(1, 2, 3, 1, 4, 2, 1),
        new Rsdt(1, ORIGIN, List.of(0x10L, 0xffff_ffffL)),
        new Xsdt(1, ORIGIN, List.of(0x10L, 0xffff_ffff_ffffL)),
        new Rsdp(0, "MEMSLT", 0x1ffe_1000L, 0),
        new Rsdp(2, "MEMSLT", 0x1ffe_1000L, 0x1ffe_2000L),
        madt(),
        srat(),
        new Slit(1, ORIGIN, List.of(List.of(10, 20, 30), List.of(20, 10, 31), List.of(32, 33, 10))),
        new Msct(
            1,
            ORIGIN,
            3,
            0,
            0xff_ffff_ffffL,
            List.of(
                new Msct.Domains(0, 1, 8, 0x1_0000_0000L), new Msct.Domains(2, 3, 0, 0x2000_0000))),
        hmat(),
        new Hpet(1, ORIGIN, 0x8086_a201L, new GenericAddress(0, 0, 0, 0, 0xfed0_0000L), 0, 0, 0),
        new Mcfg(1, ORIGIN, List.of(new Mcfg.Segment(0xb000_0000L, 0, 0, 255))),
        new Waet(1, ORIGIN, Waet.PM_TIMER_GOOD),
        new Dbg2(
            0,
            ORIGIN,
            List.of(
                new Dbg2.Device(
                    Dbg2.SERIAL,
                    Dbg2.SUBTYPE_16550,
                    List.of(new Dbg2.Registers(GenericAddress.port(0x3f8, 1, 1), 8)),
                    "\\_SB.PCI0.COM1",
                    ByteList.EMPTY),
                new Dbg2.Device(
                    Dbg2.SERIAL, 1, List.of(), ".", ByteList.of(new byte[] {1, 2, 3, 4, 5})))),
        Spcr.builder(2, ORIGIN, GenericAddress.port(0x3f8, 1, 1)).interrupts(1, 4, 0).build());
  }

  /** Those, and tables with parts that we do not know. */
  static List<AcpiStructure> all() {
    List<AcpiStructure> all = new java.util.ArrayList<>(known());
    ByteList body = ByteList.ascii("body");
    all.add(new Madt(6, ORIGIN, 0, 0, List.of(new MadtEntry.Other(0x80, body))));
    all.add(new Srat(3, ORIGIN, List.of(new SratEntry.Other(9, ByteList.EMPTY))));
    all.add(new Hmat(2, ORIGIN, List.of(new HmatEntry.Other(9, body))));
    all.add(new OtherTable("OEMX", 3, ORIGIN, body));
    all.add(new DefinitionBlock("SSDT", 2, ORIGIN, ByteList.of((byte) 0x10, (byte) 1)));
    all.add(fadt(2));
    return all;
  }
}
