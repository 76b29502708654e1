package org.memslot.aml.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.testing.Acpica;

/**
 * The AML of QEMU's interface, judged by ACPICA's compiler and interpreter. acpiexec simulates the
 * ports in memory, so a register that has one meaning when read and another when written reads as
 * what was written: the selector is the low half of the address.
 */
class QemuMemoryHotplugAmlTest {
  private static AmlTable dsdt(int revision, int slots) {
    return AmlTable.of(
        new TableHeader("DSDT", revision, "MEMSLT", "TEST", 1, "INTL", 0x20200925),
        block ->
            block
                .scope(
                    "_SB", sb -> sb.device("PCI0", pci -> pci.name("_HID", Asl.eisaId("PNP0A03"))))
                .withAll(QemuMemoryHotplugAml.dsdtTerms(slots)));
  }

  /** Stands in for the hypervisor: writes a register. */
  private static AmlTable hypervisor() {
    String registers = "\\_SB.PCI0.MHPD.";
    return AmlTable.of(
        new TableHeader("SSDT", 2, "MEMSLT", "HYPER", 1, "INTL", 0x20200925),
        block ->
            block
                .method("HADR", 1, body -> body.store(Asl.ARG0, Asl.path(registers + "MRBH")))
                .method(
                    "HLEN",
                    2,
                    body ->
                        body.store(Asl.ARG0, Asl.path(registers + "MRLH"))
                            .store(Asl.ARG1, Asl.path(registers + "MRLL")))
                .method("HPXM", 1, body -> body.store(Asl.ARG0, Asl.path(registers + "MPX")))
                .method("HMES", 0, body -> body.store(Asl.integer(1), Asl.path(registers + "MES")))
                .method("HINS", 0, body -> body.store(Asl.integer(1), Asl.path(registers + "MINS")))
                .method(
                    "HRMV", 0, body -> body.store(Asl.integer(1), Asl.path(registers + "MRMV"))));
  }

  private static String run(int revision, int slots, String... commands) {
    return Acpica.acpiexec(
        List.of(dsdt(revision, slots).encode(), hypervisor().encode()), String.join(";", commands));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "1, 1", "2, 1", "1, 16", "2, 256"})
  void refereeMakesTheSameBytesOfThePrintedText(int revision, int slots) {
    AmlTable table = dsdt(revision, slots);

    assertThat(Acpica.compile(AslPrinter.print(table))).isEqualTo(table.encode());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 256, 257, 4096})
  void tableIsRightAndReadsBack(int slots) {
    AmlTable table = dsdt(2, slots);

    assertThat(table.check()).isEmpty();
    assertThat(AmlDecoder.decode(table.encode()).table()).isEqualTo(table);
  }

  /**
   * _MIN, _MAX and _LEN, with the carry of the halves: the low half of the base is the slot's
   * number.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 20000000",
    "2, 1, 0, 20000000",
    "1, 4, 0, FFFFFFFF",
    "2, 4, 0, FFFFFFFF",
    "1, 4, 0, FFFFFFFE",
    "2, FF, 1, FFFFFFFF",
    "1, 10, 2, 0",
    "2, 10, 2, 0"
  })
  void resourcesHaveTheRightBounds(int revision, String high, String lengthHigh, String lengthLow) {
    String said =
        run(
            revision,
            4,
            "evaluate \\HADR 0x" + high,
            "evaluate \\HLEN 0x" + lengthHigh + " 0x" + lengthLow,
            "evaluate \\_SB.MHPC.MP01._CRS");

    long base = (Long.parseLong(high, 16) << 32) | 1;
    long length = (Long.parseLong(lengthHigh, 16) << 32) | Long.parseLong(lengthLow, 16);
    assertThat(said)
        .contains("0000: 8A 2B 00 00 0D 03 00 00 00 00 00 00 00 00 " + hex(base, 2))
        .contains("0010: " + hex(base >> 16, 6) + " " + hex(base + length - 1, 8) + " 00 00")
        .contains("0020: 00 00 00 00 00 00 " + hex(length, 8) + " 79 00");
  }

  private static String hex(long value, int bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      text.append(i == 0 ? "" : " ").append("%02X".formatted((value >> (8 * i)) & 0xff));
    }
    return text.toString();
  }

  @Test
  void methodsSelectTheirSlotByItsUid() {
    String said =
        run(
            2,
            32,
            "evaluate \\_SB.MHPC.MP1F._STA",
            "evaluate \\_SB.PCI0.MHPD.MSEL",
            "evaluate \\HMES",
            "evaluate \\_SB.MHPC.MP0A._STA",
            "evaluate \\HPXM 7",
            "evaluate \\_SB.MHPC.MP0A._PXM",
            "evaluate \\_SB.MHPC.MP0A._OST 0x103 0x82 0",
            "evaluate \\_SB.PCI0.MHPD.MOEV",
            "evaluate \\_SB.PCI0.MHPD.MOSC",
            "evaluate \\_SB.MHPC.MP0A._EJ0 1",
            "evaluate \\_SB.PCI0.MHPD.MEJ");

    assertThat(said)
        .containsPattern(returned("\\_SB.MHPC.MP1F._STA", "0+"))
        .containsPattern(returned("\\_SB.PCI0.MHPD.MSEL", "0*1F"))
        .containsPattern(returned("\\_SB.MHPC.MP0A._STA", "0*F"))
        .containsPattern(returned("\\_SB.MHPC.MP0A._PXM", "0*7"))
        .containsPattern(returned("\\_SB.PCI0.MHPD.MOEV", "0*103"))
        .containsPattern(returned("\\_SB.PCI0.MHPD.MOSC", "0*82"))
        .containsPattern(returned("\\_SB.PCI0.MHPD.MEJ", "0*1"));
  }

  private static String returned(String path, String integer) {
    return "Evaluation of "
        + path.replace("\\", "\\\\")
        + " returned .*\\R +\\[Integer\\] = "
        + integer
        + "\\R";
  }

  @ParameterizedTest
  @CsvSource({"HINS, 1", "HRMV, 3"})
  void scanNotifies(String event, String value) {
    String said = run(2, 2, "evaluate \\" + event, "evaluate \\_GPE._E03");

    assertThat(said.lines().filter(line -> line.contains("Notify")))
        .isNotEmpty()
        .allMatch(line -> line.contains("Value 0x0" + value));
  }

  @Test
  void moreSlotsThanNamesCanTellApartAreRefused() {
    assertThatThrownBy(() -> QemuMemoryHotplugAml.dsdtTerms(4097))
        .isInstanceOf(InvalidTermException.class)
        .hasMessageStartingWith("memory slots: 4097 is not allowed; from 0 to 4096");
  }
}
