package org.memslot.aml.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.asl.Externals;
import org.memslot.testing.Acpica;

/** The AML of the 2012 interface, judged by ACPICA's compiler and interpreter. */
@Execution(ExecutionMode.CONCURRENT)
class MemslotAmlTest {
  private static final long GIB = 1L << 30;

  private static AmlTable dsdt(int revision) {
    TableHeader header = header("DSDT", revision);
    return Externals.declare(
        new AmlTable(header, MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
  }

  private static AmlTable ssdt(int revision, int slots) {
    return MemslotAml.ssdt(header("SSDT", revision), devices(slots), slot -> slot % 3 == 1);
  }

  private static TableHeader header(String signature, int revision) {
    return new TableHeader(signature, revision, "MEMSLT", "TEST", 1, "INTL", 0x20200925);
  }

  private static List<MemoryDevice> devices(int slots) {
    return IntStream.range(0, slots)
        .mapToObj(slot -> new MemoryDevice(slot, 4 * GIB + slot * GIB, GIB / 2, slot % 4))
        .toList();
  }

  /**
   * Stands in for the hypervisor, whose registers acpiexec simulates in memory: HSET writes one
   * byte of the status bitmap, HAGN the register of what is asked for again.
   */
  private static AmlTable hypervisor() {
    return AmlTable.of(
        header("SSDT", 2),
        block ->
            block
                .method(
                    "HSET",
                    2,
                    body ->
                        body.store(Buffer.zeroed(32), Asl.LOCAL0)
                            .store(Asl.ARG1, Asl.index(Asl.LOCAL0, Asl.ARG0))
                            .store(Asl.LOCAL0, Asl.path("\\_SB.MSTB")))
                .method("HAGN", 1, body -> body.store(Asl.ARG0, Asl.path("\\_SB.MAGN"))));
  }

  private static String run(int revision, int slots, String... commands) {
    return Acpica.acpiexec(
        List.of(dsdt(revision).encode(), ssdt(revision, slots).encode(), hypervisor().encode()),
        String.join(";", commands));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 255})
  void refereeMakesTheSameBytesOfThePrintedText(int slots) {
    for (int revision = 1; revision <= 2; revision++) {
      AmlTable dsdt = dsdt(revision);
      AmlTable ssdt = ssdt(revision, slots);

      assertThat(Acpica.compile(AslPrinter.print(dsdt))).isEqualTo(dsdt.encode());
      assertThat(Acpica.compile(AslPrinter.print(ssdt))).isEqualTo(ssdt.encode());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 255})
  void tablesAreRightAndReadBack(int slots) {
    AmlTable dsdt = dsdt(2);
    AmlTable ssdt = ssdt(2, slots);

    assertThat(dsdt.check(AmlContext.of(List.of(ssdt.encode())))).isEmpty();
    assertThat(ssdt.check(AmlContext.of(List.of(dsdt.encode())))).isEmpty();
    for (AmlTable table : List.of(dsdt, ssdt)) {
      AmlDecoding decoding = AmlDecoder.decode(table.encode());
      assertThat(decoding.problems()).isEmpty();
      assertThat(decoding.table()).isEqualTo(table);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "1, 16", "2, 16", "1, 255", "2, 255"})
  void devicesSayWhatTheyAre(int revision, int slots) {
    List<String> commands = new ArrayList<>();
    for (int slot = 0; slot < slots; slot += slots > 16 ? 127 : 5) {
      String device = "evaluate \\_SB." + new MemoryDevice(slot, 0, 1, 0).name();
      commands.addAll(
          List.of(device + "._STA", device + "._PXM", device + "._CRS", device + "._UID"));
    }
    String said = run(revision, slots, commands.toArray(String[]::new));

    for (int slot = 0; slot < slots; slot += slots > 16 ? 127 : 5) {
      MemoryDevice device = devices(slots).get(slot);
      String path = "\\_SB." + device.name();
      assertThat(said)
          .containsPattern(returned(path + "._STA", slot % 3 == 1 ? "0+F" : "0+"))
          .containsPattern(returned(path + "._PXM", "0+" + slot % 4))
          .containsPattern(returned(path + "._UID", "0*%X".formatted(slot)))
          .contains("0000: 8A 2B 00 00 0D 03 00 00 00 00 00 00 00 00 " + hex(device.base(), 2))
          .contains(
              "0010: "
                  + hex(device.base() >> 16, 6)
                  + " "
                  + hex(device.base() + device.length() - 1, 8)
                  + " 00 00");
    }
  }

  private static String returned(String path, String integer) {
    return "Evaluation of "
        + path.replace("\\", "\\\\")
        + " returned .*\\R +\\[Integer\\] = "
        + integer
        + "\\R";
  }

  private static String hex(long value, int bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      text.append(i == 0 ? "" : " ").append("%02X".formatted((value >> (8 * i)) & 0xff));
    }
    return text.toString();
  }

  /** Also beyond what an integer of 32 or 64 bits can shift. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 33", "1, 254", "2, 7", "2, 64", "2, 127", "2, 254"})
  void ejectWritesTheBitOfItsSlot(int revision, int slot) {
    String device = new MemoryDevice(slot, 0, 1, 0).name();

    String said = run(revision, 255, "evaluate \\_SB." + device + "._EJ0 1", "evaluate \\_SB.MEJB");

    byte[] expected = new byte[32];
    expected[slot / 8] = (byte) (1 << (slot % 8));
    String text = "";
    for (int i = 0; i < 32; i += 16) {
      text += "%04X: ".formatted(i);
      for (int j = i; j < i + 16; j++) {
        text += "%02X ".formatted(expected[j]);
      }
      text += i == 0 ? "[^\\R]*?\\R *" : "";
    }
    assertThat(said).containsPattern(text.replace("[^\\R]*?", ".*"));
  }

  /** Slots 1, 4, 7 ... are known to the guest, the bitmap in byte 1 says 9 and 10. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void scanNotifiesWhatHasChanged(int revision) {
    String said =
        run(revision, 16, "evaluate \\HSET 1 6", "evaluate \\_GPE._E03", "evaluate \\_GPE._E03");

    assertThat(said.lines().filter(line -> line.contains("Notify")).map(MemslotAmlTest::notified))
        .containsExactlyInAnyOrder("MP09 1", "MP01 3", "MP04 3", "MP07 3", "MP0D 3");
  }

  /** Slots 1, 4, 7 ... are known to the guest; none has its bit, so each is asked for. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatIsAskedForAgainIsNotifiedAgain(int revision) {
    String said =
        run(
            revision,
            16,
            "evaluate \\HAGN 5",
            "evaluate \\_GPE._E03",
            "evaluate \\_SB.MAGN",
            "evaluate \\HAGN 5",
            "evaluate \\_GPE._E03",
            "evaluate \\_GPE._E03",
            "evaluate \\HAGN 0x10",
            "evaluate \\_GPE._E03");

    assertThat(said.lines().filter(line -> line.contains("Notify")).map(MemslotAmlTest::notified))
        .containsExactlyInAnyOrder(
            "MP01 3", "MP04 3", "MP07 3", "MP0A 3", "MP0D 3", "MP04 3", "MP0F 3");
    assertThat(said).containsPattern(returned("\\_SB.MAGN", "0+"));
  }

  /** Where there is no such register it reads as ones; a slot that is not there is none either. */
  @Test
  void whatIsNoSlotIsNotNotified() {
    String said =
        run(
            2,
            255,
            "evaluate \\HSET 0 2",
            "evaluate \\_GPE._E03",
            "evaluate \\HAGN 0xFFFF",
            "evaluate \\_GPE._E03",
            "evaluate \\HAGN 0x100",
            "evaluate \\_GPE._E03",
            "evaluate \\HAGN 0xFF",
            "evaluate \\_GPE._E03");

    assertThat(said.lines().filter(line -> line.contains("Notify")).map(MemslotAmlTest::notified))
        .hasSize(84 + 1)
        .endsWith("MPFE 3");
  }

  private static String notified(String line) {
    return line.replaceAll(".*\\[(MP..)\\].* Value 0x0(.) .*", "$1 $2");
  }

  @Test
  void scanOfTheLastOf255Slots() {
    String said = run(1, 255, "evaluate \\HSET 0x1F 0x40", "evaluate \\_GPE._E03");

    assertThat(said.lines().filter(line -> line.contains("Notify")).map(MemslotAmlTest::notified))
        .contains("MPFE 1", "MPFD 3")
        .hasSize(86);
  }

  /**
   * The outcome: which register gets the slot's index, the code before it, and what MEON is then.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 82, MRFL, 05, 82, 1",
    "103, 81, MRFL, 05, 81, 1",
    "3, 84, MRFL, 00, 00, 0",
    "3, 84, MRST, 05, 00, 0",
    "103, 84, MRST, 05, 00, 0",
    "3, 82, MRST, 00, 82, 1",
    "3, 0, MRFL, 00, 00, 0",
    "1, 0, MADD, 05, 00, 0",
    "1, 2, MAFL, 05, 02, 0",
    "0, 1, MRFL, 00, 00, 0"
  })
  void outcomeIsReported(
      String source, String status, String register, String slot, String code, String known) {
    String said =
        run(
            2,
            16,
            "evaluate \\_SB.MP05._OST 0x" + source + " 0x" + status + " 0",
            "evaluate \\_SB." + register,
            "evaluate \\_SB.MCOD",
            "evaluate \\_SB.CMST 5");

    assertThat(said)
        .containsPattern(returned("\\_SB." + register, "0*" + slot))
        .containsPattern(returned("\\_SB.MCOD", "0*" + code))
        .containsPattern(returned("\\_SB.CMST", known.equals("1") ? "0*F" : "0+"));
  }

  @Test
  void moreSlotsThanAPackageHasElementsAreRefused() {
    assertThatThrownBy(() -> ssdt(2, 256))
        .isInstanceOf(InvalidTermException.class)
        .hasMessage(
            "memory devices: 256 is not allowed; at most 255: MEON is a package, and its element count"
                + " is a byte");
  }

  @Test
  void slotsInAnotherOrderAreRefused() {
    List<MemoryDevice> devices = List.of(new MemoryDevice(1, 0, 1, 0));

    assertThatThrownBy(() -> MemslotAml.ssdt(header("SSDT", 2), devices, slot -> false))
        .isInstanceOf(InvalidTermException.class)
        .hasMessage("memory device index: 1 is not allowed; 0 at this place");
  }

  @Test
  void slotsThatAreNoRangesAreRefused() {
    assertThat(new MemoryDevice(0, -GIB, GIB, 0).length()).isEqualTo(GIB);
    assertThatThrownBy(() -> new MemoryDevice(0, -GIB, GIB + 1, 0))
        .isInstanceOf(InvalidTermException.class)
        .hasMessageStartingWith("memory device 0: base 0xffffffffc0000000, length 0x40000001");
    assertThatThrownBy(() -> new MemoryDevice(0, GIB, 0, 0))
        .isInstanceOf(InvalidTermException.class);
    assertThatThrownBy(() -> new MemoryDevice(256, GIB, GIB, 0))
        .isInstanceOf(InvalidTermException.class);
  }
}
