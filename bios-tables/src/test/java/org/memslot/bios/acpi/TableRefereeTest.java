package org.memslot.bios.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.ByteList;
import org.memslot.testing.ReferenceProgram;

/** iasl reads each of our tables without remark, and compiles its own listing to our bytes. */
class TableRefereeTest {
  @TempDir Path directory;

  /** All but the root pointer, which iasl compiles but does not disassemble. */
  static List<AcpiStructure> known() {
    return TableSamples.known().stream().filter(table -> !(table instanceof Rsdp)).toList();
  }

  @Test
  void iaslCompilesTheRootPointerToOurBytes() throws IOException {
    ReferenceProgram iasl = ReferenceProgram.named("iasl");
    Files.writeString(
        directory.resolve("rsdp.asl"),
        """
        [0008] Signature : "RSD PTR "
        [0001] Checksum : 00
        [0006] Oem ID : "MEMSLT"
        [0001] Revision : 02
        [0004] RSDT Address : 1FFE1000
        [0004] Length : 00000024
        [0008] XSDT Address : 000000001FFE2000
        [0001] Extended Checksum : 00
        [0003] Reserved : 000000
        """);
    iasl.run(directory, "-p", "rsdp", "rsdp.asl");
    assertThat(ByteList.of(Files.readAllBytes(directory.resolve("rsdp.aml"))))
        .isEqualTo(new Rsdp(2, "MEMSLT", 0x1ffe_1000L, 0x1ffe_2000L).encode());
  }

  @ParameterizedTest
  @MethodSource("known")
  void iaslReadsItAndMakesItAgain(AcpiStructure structure) throws IOException {
    ReferenceProgram iasl = ReferenceProgram.named("iasl");
    ByteList content = structure.encode();
    Files.write(directory.resolve("table.aml"), content.toArray());
    iasl.run(directory, "-d", "table.aml");
    String listing = Files.readString(directory.resolve("table.dsl"));
    assertThat(listing)
        .doesNotContainIgnoringCase("error")
        .doesNotContainIgnoringCase("warning")
        .doesNotContainIgnoringCase("invalid")
        .doesNotContain("incorrect");
    String compiled = iasl.run(directory, "-p", "again", "table.dsl");
    assertThat(compiled).contains("0 Errors, 0 Warnings, 0 Remarks");
    Path again = directory.resolve("again.aml");
    assertThat(ByteList.of(Files.readAllBytes(again))).isEqualTo(content);
  }
}
