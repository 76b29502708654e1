package org.memslot.bios.acpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.GroupView;
import org.memslot.bios.acpi.layout.TableView;
import org.memslot.testing.Seeds;

class AcpiTablesTest {
  static List<AcpiStructure> all() {
    return TableSamples.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsEncodedDecodes(AcpiStructure structure) {
    ByteList content = structure.encode();
    assertThat(AcpiTables.decode(content)).isEqualTo(structure);
    assertThat(TableLint.check("table", content)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void lengthAndChecksumAreRight(AcpiStructure structure) {
    ByteList content = structure.encode();
    if (structure instanceof AcpiTable) {
      assertThat(content.get(4) | content.get(5) << 8).isEqualTo(content.length());
      assertThat(Checksum.sum(content, 0, content.length())).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theListingHasEveryByteOnceAndInOrder(AcpiStructure structure) {
    TableView view = structure.view();
    int next = 0;
    for (FieldView field : view.fields()) {
      assertThat(field.offset()).as(field.name()).isEqualTo(next);
      next = field.offset() + field.length();
    }
    assertThat(next).isEqualTo(structure.encode().length());
    assertThat(view.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void truncatedAtAnyByteItIsRefusedWithAnOffsetInside(AcpiStructure structure) {
    ByteList content = structure.encode();
    for (int length = 0; length < content.length(); length++) {
      ByteList cut = content.slice(0, length);
      assertThatThrownBy(() -> AcpiTables.decode(cut))
          .isInstanceOfSatisfying(
              FirmwareDataException.class,
              e -> assertThat(e.offset()).isBetween(0L, (long) cut.length()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void truncatedWithARightLengthItIsReadOrRefused(AcpiStructure structure) {
    ByteList content = structure.encode();
    for (int length = 36; length < content.length(); length++) {
      byte[] cut = content.slice(0, length).toArray();
      cut[4] = (byte) length;
      cut[5] = (byte) (length >>> 8);
      decodeOrRefuse(ByteList.of(cut));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anyBytesChangedItIsReadOrRefused(AcpiStructure structure) {
    Random random = Seeds.random("AcpiTablesTest", 0xac91);
    ByteList content = structure.encode();
    for (int i = 0; i < Seeds.cases(750); i++) {
      byte[] changed = content.toArray();
      for (int change = 1 + random.nextInt(4); change > 0; change--) {
        int at = 4 + random.nextInt(changed.length - 4);
        changed[at] = (byte) random.nextInt(random.nextBoolean() ? 256 : 4);
      }
      changed[4] = content.toArray()[4];
      changed[5] = content.toArray()[5];
      changed[6] = 0;
      changed[7] = 0;
      decodeOrRefuse(ByteList.of(changed));
    }
  }

  @Test
  void randomBytesAreReadOrRefused() {
    Random random = Seeds.random("AcpiTablesTest", 0xac92);
    List<AcpiStructure> samples = all();
    for (int i = 0; i < Seeds.cases(12_500); i++) {
      byte[] content = new byte[random.nextInt(200)];
      random.nextBytes(content);
      if (content.length > 8) {
        byte[] head = samples.get(random.nextInt(samples.size())).encode().toArray();
        System.arraycopy(head, 0, content, 0, 4);
        content[4] = (byte) content.length;
        content[5] = 0;
        content[6] = 0;
        content[7] = 0;
      }
      decodeOrRefuse(ByteList.of(content));
    }
  }

  private static void decodeOrRefuse(ByteList content) {
    AcpiStructure decoded;
    try {
      decoded = AcpiTables.decode(content);
    } catch (FirmwareDataException e) {
      assertThat(e.offset()).isBetween(0L, (long) content.length());
      assertThat(TableLint.check("table", content)).as(e.getMessage()).isNotEmpty();
      return;
    }
    assertThat(AcpiTables.decode(decoded.encode())).isEqualTo(decoded);
    assertThat(decoded.view().fields()).isNotEmpty();
    assertThat(TableLint.check("table", content)).isNotNull();
  }

  @Test
  void anUnknownSignatureIsKeptAsBytes() {
    OtherTable table = new OtherTable("OEMX", 1, TableOrigin.OURS, ByteList.ascii("anything"));
    assertThat(AcpiTables.decode(table.encode())).isEqualTo(table);
    assertThat(table.view().fields())
        .extracting(FieldView::name)
        .contains("Oem Table ID", "Content");
  }

  @Test
  void fieldsHaveTheirNamesOffsetsAndValues() {
    TableView view = TableSamples.srat().view();
    assertThat(view.fields())
        .extracting(FieldView::offset, FieldView::length, FieldView::name, FieldView::value)
        .contains(
            tuple(0, 4, "Signature", "SRAT"),
            tuple(16, 8, "Oem Table ID", "SAMPLE  "),
            tuple(120, 8, "Address Length", "0000000020000000"));
    assertThat(view.subtables(1))
        .extracting(GroupView::title)
        .containsOnly("Memory Affinity")
        .hasSize(2);
  }

  @Test
  void numbersThatDoNotFitTheirFieldAreRefusedWithTheLimit() {
    assertThatThrownBy(() -> new MadtEntry.LocalApic(0, 256, 1))
        .isInstanceOfSatisfying(
            FirmwareLimitException.class, e -> assertThat(e.limit()).isEqualTo(255))
        .hasMessageContaining("Local Apic ID: 256 asked for");
    assertThatThrownBy(() -> new Rsdt(1, TableOrigin.OURS, List.of(0x1_0000_0000L)))
        .isInstanceOf(FirmwareLimitException.class);
    assertThatThrownBy(() -> new Madt(1, TableOrigin.OURS, -1, 0, List.of()))
        .isInstanceOf(FirmwareLimitException.class);
    assertThatThrownBy(() -> new TableOrigin("TOOLONG", "", 0, "", 0))
        .isInstanceOf(FirmwareLimitException.class)
        .hasMessageContaining("OEM ID 'TOOLONG'");
    assertThatThrownBy(() -> new SratEntry.Other(9, ByteList.of(new byte[254])))
        .isInstanceOf(FirmwareLimitException.class);
  }

  @Test
  void aRootPointerNeedsItsChecksums() {
    ByteList good = new Rsdp(2, "MEMSLT", 0x1000, 0x2000).encode();
    IntStream.range(8, 33)
        .filter(at -> at < 20 || at >= 24)
        .forEach(
            at -> {
              byte[] bad = good.toArray();
              bad[at] ^= 0x40;
              assertThatThrownBy(() -> Rsdp.decode(ByteList.of(bad)))
                  .as("byte %d", at)
                  .isInstanceOf(FirmwareDataException.class);
            });
    assertThatThrownBy(() -> new Rsdp(1, "MEMSLT", 0x1000, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entriesThatDoNotEndAreRefused() {
    byte[] madt = TableSamples.madt().encode().toArray();
    madt[45] = 0;
    assertThatThrownBy(() -> Madt.decode(ByteList.of(madt)))
        .isInstanceOf(FirmwareDataException.class)
        .hasMessageContaining("0x2d")
        .hasMessageContaining("Length 0 of an entry");
  }
}
