package org.memslot.bios.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.OtherTable;
import org.memslot.bios.acpi.TableKind;
import org.memslot.bios.acpi.TableKinds;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.Waet;
import org.memslot.bios.acpi.layout.TableText;

/** A table is added by one class, {@link SampleTable}, and one registration. */
class SampleTableTest {
  private static final TableKinds KINDS =
      TableKinds.STANDARD.with(
          TableKind.of(SampleTable.LAYOUT)
              .decodedBy(SampleTable::decode)
              .checkedBy(SampleTable::check));

  private static final SampleTable TABLE = new SampleTable(1, TableOrigin.OURS, 0xfed0_0000L, 1);

  @Test
  void anAddedTableIsDecodedAsItsRecord() {
    assertThat(AcpiTables.decode(TABLE.encode(), KINDS)).isEqualTo(TABLE);
  }

  @Test
  void anAddedTableIsShownAsItsFields() {
    assertThat(TableText.print(AcpiTables.view("SMPL", TABLE.encode(), KINDS)))
        .contains("Sample Table", "Base Address : 00000000FED00000", "Enabled : 1");
  }

  @Test
  void anAddedTableIsChecked() {
    assertThat(TableLint.check("SMPL", TABLE.encode(), KINDS)).isEmpty();
    SampleTable odd = new SampleTable(2, TableOrigin.OURS, 0xfed0_0001L, 1);
    assertThat(TableLint.check("table", odd.encode(), KINDS))
        .extracting(Object::toString)
        .containsExactly(
            "table: Revision at offset 0x8: 2, Sample specification 1.0, section 2 and its"
                + " predecessors define [1] [table-revision]",
            "table: Base Address at offset 0x24: 0xfed00001 [sample-aligned]");
  }

  @Test
  void theStandardKindsStayAsTheyAre() {
    ByteList content = TABLE.encode();
    assertThat(TableKinds.STANDARD.find("SMPL")).isEmpty();
    assertThat(AcpiTables.decode(content)).isInstanceOf(OtherTable.class);
    assertThat(AcpiTables.view("SMPL", content).number("Base Address")).isEmpty();
    ByteList waet = new Waet(1, TableOrigin.OURS, 2).encode();
    assertThat(AcpiTables.decode(waet, KINDS)).isEqualTo(AcpiTables.decode(waet));
  }

  @Test
  void aKindReplacesTheOneWithItsSignature() {
    TableKinds fieldsOnly = KINDS.with(TableKind.of(SampleTable.LAYOUT));
    assertThat(AcpiTables.decode(TABLE.encode(), fieldsOnly)).isInstanceOf(OtherTable.class);
    assertThat(AcpiTables.decode(TABLE.encode(), KINDS)).isEqualTo(TABLE);
  }
}
