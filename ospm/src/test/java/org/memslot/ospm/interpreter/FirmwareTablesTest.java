package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.aml.memory.QemuMemoryHotplugAml;
import org.memslot.ospm.interpreter.AcpiExecAnswers.Answer;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.NamespaceNode;
import org.memslot.testing.ReferenceProgram;

/** The memory devices of the 2012 interface compute here what acpiexec computes. */
class FirmwareTablesTest {
  private static final long SIZE = 128L << 20;

  private static TableHeader header(String signature) {
    return new TableHeader(signature, 2, "MEMSLT", "MEMSLOT", 1, "TEST", 1);
  }

  private static AmlTable dsdt() {
    return Externals.declare(
        new AmlTable(header("DSDT"), MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
  }

  /** Every other slot is enabled. */
  private static AmlTable ssdt(int slots) {
    List<MemoryDevice> devices =
        IntStream.range(0, slots)
            .mapToObj(i -> new MemoryDevice(i, (4L << 30) + i * SIZE, SIZE, i % 3))
            .toList();
    return MemslotAml.ssdt(header("SSDT"), devices, i -> i % 2 == 0);
  }

  private static AmlInterpreter loaded(int slots) {
    AmlInterpreter interpreter = ReferenceSuite.interpreter(new AmlHost() {});
    assertThat(interpreter.load(dsdt().encode()).problems()).isEmpty();
    assertThat(interpreter.load(ssdt(slots).encode()).problems()).isEmpty();
    return interpreter;
  }

  private static String path(int slot, String object) {
    return "\\_SB.MP%02X.%s".formatted(slot, object);
  }

  @Test
  void devicesSayWhatTheyAre() {
    AmlInterpreter interpreter = loaded(2);
    assertThat(interpreter.evaluate(path(0, "_STA"))).contains(AmlInteger.of(0xF));
    assertThat(interpreter.evaluate(path(1, "_STA"))).contains(AmlInteger.ZERO);
    assertThat(interpreter.evaluate(path(1, "_PXM"))).contains(AmlInteger.ONE);
    assertThat(interpreter.evaluate(path(1, "_HID"))).contains(AmlInteger.of(0x800CD041L));
  }

  @Test
  void scanNotifiesTheSlotsThatChanged() {
    List<String> told = new ArrayList<>();
    AmlHost host =
        new AmlHost() {
          @Override
          public void onNotify(NamespaceNode node, long value) {
            told.add(node.path() + " " + value);
          }
        };
    AmlInterpreter interpreter = ReferenceSuite.interpreter(host);
    interpreter.load(dsdt().encode());
    interpreter.load(ssdt(3).encode());
    // Slots 0 and 2 are enabled; the bitmap is all zeros.
    interpreter.evaluate("\\_GPE._E03");
    assertThat(told).containsExactly("\\_SB_.MP00 3", "\\_SB_.MP02 3");
    told.clear();
    interpreter.evaluate("\\_GPE._E03");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 255})
  void memoryDevicesComputeWhatAcpiexecComputes(int slots, @TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("acpiexec");
    Path dsdt = Files.write(folder.resolve("dsdt.aml"), dsdt().encode());
    Path ssdt = Files.write(folder.resolve("ssdt.aml"), ssdt(slots).encode());
    AmlInterpreter interpreter = loaded(slots);
    int last = Math.min(slots, MemslotRegisters.MAX_SLOTS) - 1;
    for (int slot : IntStream.of(0, slots / 2, last).distinct().toArray()) {
      List<String> asked =
          List.of(
              path(slot, "_STA"),
              path(slot, "_CRS"),
              path(slot, "_PXM"),
              path(slot, "_HID"),
              path(slot, "_EJ0") + " 1",
              path(slot, "_OST") + " 3 130",
              path(slot, "_STA"));
      List<Answer> answers = AcpiExecAnswers.acpiexec(List.of(dsdt, ssdt), asked);
      assertThat(answers).hasSameSizeAs(asked);
      AmlInterpreter fresh = loaded(slots);
      for (int i = 0; i < asked.size(); i++) {
        assertThat(evaluate(fresh, asked.get(i)))
            .as("%s of %d slots", asked.get(i), slots)
            .isEqualTo(answers.get(i).text());
      }
    }
    assertThat(interpreter.evaluate("\\_SB.MEON")).isPresent();
  }

  /**
   * More slots than QEMU has: their devices have names of three digits and do what the others do.
   */
  @Test
  void devicesBeyondThe256thComputeWhatAcpiexecComputes(@TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("acpiexec");
    byte[] table =
        AmlTable.of(
                header("DSDT"),
                block -> {
                  block.scope("_SB", sb -> sb.device("PCI0", pci -> {}));
                  block.withAll(QemuMemoryHotplugAml.dsdtTerms(300));
                })
            .encode();
    Path dsdt = Files.write(folder.resolve("dsdt.aml"), table);
    AmlInterpreter interpreter = ReferenceSuite.interpreter(new AmlHost() {});
    assertThat(interpreter.load(table).problems()).isEmpty();
    List<String> asked =
        List.of(
            "\\_SB.MHPC.MPFF._UID",
            "\\_SB.MHPC.M100._UID",
            "\\_SB.MHPC.M12B._UID",
            "\\_SB.MHPC.M12B._STA",
            "\\_SB.MHPC.MDNR");
    List<Answer> answers = AcpiExecAnswers.acpiexec(List.of(dsdt), asked);
    for (int i = 0; i < asked.size(); i++) {
      assertThat(evaluate(interpreter, asked.get(i)))
          .as(asked.get(i))
          .isEqualTo(answers.get(i).text());
    }
    assertThat(evaluate(interpreter, "\\_SB.MHPC.M12B._UID")).contains("0x12B");
  }

  /** Evaluates as acpiexec's command does: arguments stand behind the path, in hexadecimal. */
  private static String evaluate(AmlInterpreter interpreter, String command) {
    String[] words = command.split(" ", -1);
    AmlObject[] arguments = new AmlObject[words.length - 1];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = AmlInteger.of(Long.parseUnsignedLong(words[i + 1], 16));
    }
    if (words[0].endsWith("_OST")) {
      arguments = new AmlObject[] {arguments[0], arguments[1], AmlInteger.ZERO};
    }
    try {
      return interpreter.evaluate(words[0], arguments).map(AcpiExecAnswers::text).orElse("none");
    } catch (AmlException e) {
      return e.status().name();
    }
  }
}
