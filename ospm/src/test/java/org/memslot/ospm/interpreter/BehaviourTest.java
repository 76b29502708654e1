package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.IntegerWidth;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** What AML does to the outside: accesses to regions, and what goes to the host. */
class BehaviourTest {
  private final List<String> told = new ArrayList<>();
  private final RecordingSpace ports = new RecordingSpace();
  private final RecordingSpace pci = new RecordingSpace();
  private final RecordingSpace smbus = new RecordingSpace();
  private AmlInterpreter interpreter;

  private final AmlHost host =
      new AmlHost() {
        @Override
        public void onNotify(NamespaceNode node, long value) {
          told.add("notify %s %x".formatted(node, value));
        }

        @Override
        public void onFatal(int type, int code, long argument) {
          told.add("fatal %x %x %x".formatted(type, code, argument));
        }

        @Override
        public void onDebug(AmlObject value) {
          told.add("debug " + value);
        }

        @Override
        public boolean hasInterface(String name) {
          return name.equals("Windows 2015");
        }

        @Override
        public Optional<byte[]> findTable(String signature, String oemId, String oemTableId) {
          told.add(signature + " " + oemId + " " + oemTableId);
          if (oemTableId.equals("NONE")) {
            return Optional.empty();
          }
          if (oemTableId.equals("DATA")) {
            byte[] table = new byte[40];
            table[36] = 0x21;
            table[39] = 0x43;
            return Optional.of(table);
          }
          try {
            return Optional.of(ReferenceSuite.resource("later.aml"));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      };

  @BeforeEach
  void load() throws IOException {
    interpreter = new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT);
    interpreter.install(RegionSpace.SYSTEM_IO, ports);
    interpreter.install(RegionSpace.PCI_CONFIG, pci);
    interpreter.install(RegionSpace.SMBUS, smbus);
    assertThat(interpreter.load(ReferenceSuite.resource("behaviour.aml")).problems()).isEmpty();
    told.clear();
  }

  private AmlObject evaluate(String path, AmlObject... arguments) {
    return interpreter.evaluate(path, arguments).orElseThrow();
  }

  @Test
  void fieldThatFillsItsUnitIsWrittenWithoutReading() {
    evaluate("\\DW4");
    assertThat(ports.take()).containsExactly("w4 100=11223344");
  }

  @Test
  void preserveReadsTheWholeUnitFirst() {
    ports.write(0x104, 4, 0xAABBCCDDL);
    ports.take();
    evaluate("\\DW1");
    assertThat(ports.take()).containsExactly("r4 104", "w4 104=aabbcc55");
  }

  @Test
  void writeAsOnesAndWriteAsZerosDoNotRead() {
    evaluate("\\WO1");
    assertThat(ports.take()).containsExactly("w4 108=ffffff66");
    evaluate("\\WZ1");
    assertThat(ports.take()).containsExactly("w2 10c=7");
  }

  @Test
  void indexFieldSelectsEveryUnitBeforeItsData() {
    evaluate("\\IXW");
    assertThat(ports.take()).containsExactly("w1 200=5", "w1 201=12");
    evaluate("\\IXR");
    assertThat(ports.take()).containsExactly("w1 200=6", "r1 201", "w1 200=7", "r1 201");
  }

  @Test
  void bankFieldSelectsItsBankFirst() {
    evaluate("\\BFW");
    assertThat(ports.take()).containsExactly("w1 300=7", "w1 304=34");
  }

  @Test
  void bufferAccessIsOneTransactionAndItsAnswerComesBack() {
    assertThat(evaluate("\\SMBW"))
        .isEqualTo(AmlBuffer.of((byte) 0xEE, (byte) 2, (byte) 3, (byte) 4));
    assertThat(smbus.take()).containsExactly("t 4200 01020304");
    assertThat(evaluate("\\SMBQ")).isEqualTo(AmlBuffer.of((byte) 0xEE, (byte) 0, (byte) 0));
  }

  @Test
  void regionIsOpenedOnceAndKnowsItsDevice() {
    evaluate("\\PCI0.ISA.PIR0");
    evaluate("\\PCI0.ISA.PIR1");
    assertThat(pci.opened()).containsExactly("\\PCI0.ISA_.CFG0 in \\PCI0.ISA_");
    assertThat(pci.take()).containsExactly("r1 60", "r1 61");
  }

  @Test
  void spaceWithoutHandlerIsATypedError() {
    AmlInterpreter bare = new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT);
    assertThatExceptionOfType(AmlException.class)
        .isThrownBy(
            () -> {
              bare.load(ReferenceSuite.resource("behaviour.aml"));
              bare.evaluate("\\DW4");
            })
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(AmlStatus.AE_NOT_EXIST);
              assertThat(e.path()).contains("\\DW4_");
              assertThat(e).hasMessageContaining("0x01").hasMessageContaining("\\DWRD");
            });
  }

  @Test
  void notifyNamesItsObject() {
    evaluate("\\NOTF");
    assertThat(told).containsExactly("notify \\DEV0 81", "notify \\TZ00 80");
  }

  @Test
  void notifyFollowsArgumentsThatStandForADevice() {
    evaluate("\\NOTA");
    assertThat(told).containsExactly("notify \\DEV0 5", "notify \\DEV0 5");
  }

  @Test
  void notifyOfDataIsRefused() {
    assertThatExceptionOfType(AmlException.class)
        .isThrownBy(() -> evaluate("\\NOTB"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(AmlStatus.AE_AML_OPERAND_TYPE));
  }

  @Test
  void fatalIsToldAndEndsTheEvaluation() {
    assertThatExceptionOfType(AmlException.class)
        .isThrownBy(() -> evaluate("\\FATL"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(AmlStatus.FATAL_EXECUTED));
    assertThat(told).containsExactly("fatal 2 12345678 99");
  }

  @Test
  void storesToDebugAreTold() {
    evaluate("\\DBUG");
    assertThat(told).containsExactly("debug \"hello\"", "debug 0x5");
  }

  @Test
  void sleepMovesTheClockThatTimerReads() {
    assertThat(evaluate("\\NAP_")).isEqualTo(AmlInteger.of(2_000_000));
  }

  @Test
  void osiAsksTheHost() {
    assertThat(evaluate("\\OSI0")).isEqualTo(AmlInteger.of(-1));
  }

  @Test
  void loadBringsATableIn() throws IOException {
    AmlBuffer table = AmlBuffer.of(ReferenceSuite.resource("later.aml"));
    assertThat(evaluate("\\LOD0", table)).isEqualTo(AmlInteger.of(0x1001));
  }

  @Test
  void loadOfRubbishIsATypedError() {
    assertThatExceptionOfType(AmlException.class)
        .isThrownBy(() -> evaluate("\\LOD0", AmlBuffer.of((byte) 1, (byte) 2)))
        .satisfies(e -> assertThat(e.status()).isEqualTo(AmlStatus.AE_INVALID_TABLE_LENGTH));
  }

  @Test
  void loadTableFindsTheTableAndSetsItsParameter() {
    assertThat(evaluate("\\LDTB")).isEqualTo(AmlInteger.of(0x1042));
    assertThat(told).containsExactly("OEM1 MEMSLT LATER");
  }

  @Test
  void loadTableOfNoTableIsZero() {
    assertThat(evaluate("\\LDNO")).isEqualTo(AmlInteger.ZERO);
  }

  @Test
  void dataTableRegionShowsATable() {
    assertThat(evaluate("\\DT00")).isEqualTo(AmlInteger.of(0x43000021L));
  }

  @Test
  void twoRevisionsGiveTwoWidths() throws IOException {
    assertThat(interpreter.integerWidth()).isEqualTo(IntegerWidth.BITS_64);
    AmlInterpreter narrow = ReferenceSuite.interpreter(host);
    narrow.load(ReferenceSuite.resource("integers32.aml"));
    assertThat(narrow.integerWidth()).isEqualTo(IntegerWidth.BITS_32);
  }

  @Test
  void pathsThatAreNoneAreTypedErrors() {
    for (String path : List.of("", "\\A.", "\\1ABC", "\\ABCDE", "no such", "\\^X")) {
      assertThatExceptionOfType(AmlException.class)
          .as(path)
          .isThrownBy(() -> interpreter.evaluate(path))
          .satisfies(
              e -> assertThat(e.status()).isIn(AmlStatus.AE_BAD_PATHNAME, AmlStatus.AE_NOT_FOUND));
    }
  }
}
