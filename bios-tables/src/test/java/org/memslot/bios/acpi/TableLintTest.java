package org.memslot.bios.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.SlotInformation;
import org.memslot.machine.AddressRange;

class TableLintTest {
  private static final AddressRange BOOT = AddressRange.of(0, 0x2000_0000);
  private static final AddressRange SLOT = AddressRange.of(0x1_0000_0000L, 0x2000_0000);
  private static final E820Map E820 = E820Map.EMPTY.add(BOOT, E820Type.RAM);

  private static ByteList change(AcpiTable table, int at, int value) {
    byte[] content = table.encode().toArray();
    content[at] = (byte) value;
    return ByteList.of(content);
  }

  @Test
  void aWrongChecksumIsNamedWithTheRightOne() {
    ByteList good = TableSamples.madt().encode();
    ByteList bad = change(TableSamples.madt(), 9, good.get(9) ^ 0xff);
    assertThat(TableLint.check("table", bad))
        .singleElement()
        .hasToString(
            "table: Checksum at offset 0x9: 0x%x, should be 0x%x [table-checksum]"
                .formatted(good.get(9) ^ 0xff, good.get(9)));
  }

  @Test
  void bytesAfterTheTableAndRevisionsThatDoNotExistAreNamed() {
    byte[] longer =
        java.util.Arrays.copyOf(new Waet(1, TableOrigin.OURS, 2).encode().toArray(), 44);
    assertThat(TableLint.check("table", ByteList.of(longer)))
        .singleElement()
        .hasToString(
            "table: Table Length at offset 0x4: 40, there are 44 bytes [bytes-after-table]");
    assertThat(TableLint.check("table", new Waet(2, TableOrigin.OURS, 2).encode()))
        .singleElement()
        .hasToString(
            "table: Revision at offset 0x8: 2, Microsoft, Windows ACPI Emulated Devices Table,"
                + " revision 1.0 and its predecessors define [1] [table-revision]");
  }

  @Test
  void aFadtHasTheLengthOfItsRevision() {
    byte[] five = TableSamples.fadt(5).encode().toArray();
    five[8] = 6;
    five[9]--;
    assertThat(TableLint.check("table", ByteList.of(five)))
        .singleElement()
        .hasToString(
            "table: Hypervisor ID at offset 0x10c: the table ends before it, revision 6 is longer"
                + " [fields-of-revision]");
  }

  @Test
  void whatCannotBeReadIsAProblemToo() {
    assertThat(TableLint.check("table", ByteList.ascii("AP")))
        .singleElement()
        .hasToString(
            "table: offset 0x0: the description header has 36 bytes, there are 2 [table-header]");
    assertThat(TableLint.check("table", change(TableSamples.srat(), 49, 0)))
        .last()
        .hasToString(
            "table: subtable at offset 0x30: length 0, its head alone has 2 [subtable-length]");
  }

  @Test
  void twoProcessorsOfOneNumberAreNamed() {
    MadtEntry cpu = new MadtEntry.LocalApic(1, 3, MadtEntry.ENABLED);
    Madt madt = new Madt(3, TableOrigin.OURS, 0, 0, List.of(cpu, cpu));
    assertThat(TableLint.check("table", madt.encode()))
        .singleElement()
        .hasToString(
            "table: Local Apic ID at offset 0x37: 3, the same as at offset 0x2f"
                + " [processor-number-once]");
    SratEntry affinity = new SratEntry.ProcessorAffinity(1, 3, SratEntry.ENABLED, 0, 0);
    assertThat(
            TableLint.check(
                "table", new Srat(1, TableOrigin.OURS, List.of(affinity, affinity)).encode()))
        .singleElement()
        .hasToString(
            "table: Apic ID at offset 0x43: 3, the same as at offset 0x33 [processor-number-once]");
  }

  @Test
  void distancesMustBeTenToOneselfAndMoreToOthers() {
    Slit slit = new Slit(1, TableOrigin.OURS, List.of(List.of(10, 10), List.of(20, 11)));
    assertThat(TableLint.check("table", slit.encode()))
        .extracting(Finding::place)
        .containsExactly("Locality 0 at offset 0x2d", "Locality 1 at offset 0x2f");
  }

  @Test
  void sratThatAgreesWithMemoryAndSlotsIsFine() {
    assertThat(MemoryLint.check("SRAT", srat(0, 3), E820, slots(1))).isEmpty();
  }

  @Test
  void ramWithoutADomainIsNamed() {
    assertThat(MemoryLint.check("SRAT", srat(0x1000, 3), E820, slots(1)))
        .extracting(Finding::message)
        .containsExactly("RAM 0x0-0xfff of e820 is in no domain");
  }

  @Test
  void aSlotThatIsNotHotPluggableOrOfAnotherDomainIsNamed() {
    assertThat(MemoryLint.check("SRAT", srat(0, 1), E820, slots(1)))
        .extracting(Finding::message)
        .containsExactly(
            "memory 0x100000000-0x11fffffff is neither in e820 nor hot-pluggable",
            "memory device 0x100000000-0x11fffffff of domain 1: the entry has domain 1 and is not"
                + " hot-pluggable");
    assertThat(MemoryLint.check("SRAT", srat(0, 3), E820, slots(2)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).contains("of domain 2: the entry has domain 1"));
    assertThat(
            MemoryLint.check(
                "SRAT",
                srat(0, 3),
                E820,
                List.of(new SlotInformation(AddressRange.of(0x2_0000_0000L, 0x1000), 0))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("is in no memory entry"));
  }

  @Test
  void entriesThatOverlapAreNamed() {
    Srat srat =
        new Srat(
            1,
            TableOrigin.OURS,
            List.of(
                new SratEntry.MemoryAffinity(0, 0, 0x2000_0000, SratEntry.ENABLED),
                new SratEntry.MemoryAffinity(1, 0x1000_0000, 0x2000_0000, SratEntry.ENABLED)));
    assertThat(MemoryLint.check("SRAT", srat, E820, List.of()))
        .singleElement()
        .hasToString(
            "SRAT: Memory Affinity at offset 0x58: memory 0x10000000-0x2fffffff of domain 1"
                + " overlaps 0x0-0x1fffffff of domain 0 [affinity-overlap]");
  }

  @Test
  void overlapsAreNamedInATableThatTheDecoderRefuses() {
    SratEntry twice = new SratEntry.MemoryAffinity(0, 0, 0x2000_0000, SratEntry.ENABLED);
    ByteList srat = new Srat(1, TableOrigin.OURS, List.of(twice, twice)).encode();
    byte[] body = java.util.Arrays.copyOfRange(srat.toArray(), 36, srat.length() + 1);
    assertThat(
            TableLint.check(
                "table", new OtherTable("SRAT", 1, TableOrigin.OURS, ByteList.of(body)).encode()))
        .extracting(finding -> finding.rule().id())
        .containsExactly("cut-off-structure", "affinity-repeated");
  }

  private static Srat srat(long firstByte, int slotFlags) {
    return new Srat(
        1,
        TableOrigin.OURS,
        List.of(
            new SratEntry.MemoryAffinity(
                0, firstByte, BOOT.length() - firstByte, SratEntry.ENABLED),
            new SratEntry.MemoryAffinity(1, SLOT.first(), SLOT.length(), slotFlags)));
  }

  private static List<SlotInformation> slots(int node) {
    return List.of(new SlotInformation(SLOT, node));
  }
}
