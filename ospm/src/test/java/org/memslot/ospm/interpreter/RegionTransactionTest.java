package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.RegionDeclaration;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.host.RegionTransaction;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** What a driver of a bus, of pins or of a PCC subspace learns of an access. */
class RegionTransactionTest {
  private static final int WORD = 0x08;
  private static final int BYTES = 0x0B;

  private final List<RegionTransaction> seen = new ArrayList<>();
  private byte[] answer = {};
  private AmlInterpreter interpreter;

  private final class Driver implements RegionHandler, RegionHandler.Access {
    @Override
    public Access open(RegionDeclaration region) {
      return this;
    }

    @Override
    public long read(long address, int width) {
      throw new AmlException(AmlStatus.REGION_ACCESS_FAILED, "by bytes");
    }

    @Override
    public void write(long address, int width, long value) {
      throw new AmlException(AmlStatus.REGION_ACCESS_FAILED, "by bytes");
    }

    @Override
    public byte[] transact(RegionTransaction transaction) {
      seen.add(transaction);
      return answer;
    }
  }

  @BeforeEach
  void load() throws IOException {
    interpreter =
        new AmlInterpreter(
            new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT, AmlSettings.STRICT);
    for (RegionSpace space :
        List.of(
            RegionSpace.GENERIC_SERIAL_BUS,
            RegionSpace.GENERAL_PURPOSE_IO,
            RegionSpace.IPMI,
            RegionSpace.PCC,
            RegionSpace.EMBEDDED_CONTROL)) {
      interpreter.install(space, new Driver());
    }
    assertThat(interpreter.load(ConformanceTest.resource("regions.aml")).problems()).isEmpty();
  }

  private RegionTransaction only() {
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }

  @Test
  void serialReadCarriesAttributeAndConnection() {
    answer = new byte[] {0, 2, 0x34, 0x12};
    assertThat(interpreter.evaluate("\\SEN0.RDW0")).contains(AmlBuffer.of(answer));
    RegionTransaction read = only();
    assertThat(read.write()).isFalse();
    assertThat(read.address()).isEqualTo(3);
    assertThat(read.attribute()).isEqualTo(WORD);
    assertThat(read.bufferLength()).isEqualTo(4);
    // An I2C descriptor: large item 0x0E, bus type 1 (ACPI 6.5, 6.4.3.8.2).
    byte[] connection = read.connection().toByteArray();
    assertThat(connection[0]).isEqualTo((byte) 0x8E);
    assertThat(connection[5]).isEqualTo((byte) 1);
  }

  @Test
  void lengthOfTheAttributeReachesTheDriver() {
    answer = new byte[6];
    interpreter.evaluate("\\SEN0.RDB0");
    assertThat(only().attribute()).isEqualTo(BYTES);
    assertThat(only().accessLength()).isEqualTo(4);
  }

  @Test
  void valueOfASerialStoreIsTheAnswer() {
    answer = new byte[] {7, 2, 1, 1};
    assertThat(interpreter.evaluate("\\SEN0.WRW0")).contains(AmlBuffer.of(answer));
    assertThat(only().data()).isEqualTo(AmlBuffer.of((byte) 0, (byte) 2, (byte) 0x12, (byte) 0x34));
  }

  @Test
  void valueOfAStoreToABusThroughAReferenceIsTheAnswer() {
    answer = new byte[] {7, 2, 1, 1};
    assertThat(interpreter.evaluate("\\SEN0.WREF")).contains(AmlBuffer.of(answer));
  }

  @Test
  void valueOfAnOperatorWithABusAsItsTargetIsTheAnswer() {
    answer = new byte[] {7, 2, 1, 1};
    assertThat(interpreter.evaluate("\\SEN0.WRCC")).contains(AmlBuffer.of(answer));
  }

  @Test
  void serialStoreLeavesTheStoredBufferAsItIs() {
    answer = new byte[] {7, 2, 1, 1};
    assertThat(interpreter.evaluate("\\SEN0.KEEP"))
        .contains(AmlBuffer.of((byte) 0, (byte) 2, (byte) 0x12, (byte) 0x34));
  }

  @Test
  void serialStoreNeedsABuffer() {
    assertThat(
            catchThrowableOfType(AmlException.class, () -> interpreter.evaluate("\\SEN0.WRI0"))
                .status())
        .isEqualTo(AmlStatus.AE_AML_OPERAND_TYPE);
  }

  @Test
  void attributeThatIsNoProtocolIsRefusedByItsLength() {
    interpreter.evaluate("\\SEN0.BADP");
    assertThat(catchThrowableOfType(AmlException.class, () -> only().bufferLength()).status())
        .isEqualTo(AmlStatus.AE_AML_PROTOCOL);
  }

  @Test
  void pinsAreCountedFromTheirConnection() {
    answer = new byte[] {(byte) 0xFF};
    assertThat(interpreter.evaluate("\\PIN0.RDP1")).contains(AmlInteger.ONE);
    assertThat(only().address()).isEqualTo(1);
    assertThat(only().bits()).isEqualTo(1);
    seen.clear();
    interpreter.evaluate("\\PIN0.WRP2");
    assertThat(only().address()).isZero();
    assertThat(only().bits()).isEqualTo(2);
    assertThat(only().data()).isEqualTo(AmlBuffer.of((byte) 3));
  }

  @Test
  void ipmiExchangesItsWholeBuffer() {
    answer = new byte[66];
    answer[0] = 9;
    assertThat(interpreter.evaluate("\\BMC0.WIPM")).contains(AmlBuffer.of(answer));
    assertThat(only().bufferLength()).isEqualTo(66);
    assertThat(only().address()).isEqualTo(0x3058);
  }

  @Test
  void pccCommandExchangesTheSharedMemory() {
    answer = new byte[0x18];
    answer[16] = 0x42;
    assertThat(interpreter.evaluate("\\PCC0.WPCC")).contains(AmlInteger.of(0x42));
    byte[] sent = only().data().toByteArray();
    assertThat(sent).hasSize(0x18);
    assertThat(sent[12]).isEqualTo((byte) 0x11);
    assertThat(sent[16]).isEqualTo((byte) 5);
  }

  @Test
  void regionOfAMethodIsAnnouncedAndTakenBack() {
    assertThat(interpreter.evaluate("\\DYN0.TMPR")).contains(AmlInteger.of(0x31));
    assertThat(interpreter.evaluate("\\DYN0.CNT0")).contains(AmlInteger.of(0x3130));
  }
}
