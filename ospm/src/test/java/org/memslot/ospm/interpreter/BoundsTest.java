package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.FieldElement.NamedField;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Field;
import org.memslot.aml.NamedObject.OperationRegion;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TableHeader;
import org.memslot.aml.UpdateRule;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Whatever AML does, its evaluation ends within the limits, with a typed error. */
class BoundsTest {
  private static final AmlLimits LIMITS =
      AmlLimits.DEFAULT.withTurns(100_000).withSizes(1 << 20, 64 << 20);

  private AmlInterpreter interpreter;

  @BeforeEach
  void load() throws IOException {
    interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, LIMITS);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new RecordingSpace());
    assertThat(interpreter.load(ReferenceSuite.resource("bounds.aml")).problems()).isEmpty();
  }

  private AmlException failure(String path, AmlObject... arguments) {
    return catchThrowableOfType(AmlException.class, () -> interpreter.evaluate(path, arguments));
  }

  @ParameterizedTest
  @CsvSource({
    "LOOP, AE_AML_LOOP_TIMEOUT",
    "RECU, AE_AML_METHOD_LIMIT",
    "MUT0, AE_AML_METHOD_LIMIT",
    "BIG0, AE_LIMIT",
    "BIG1, AE_LIMIT",
    "DBLE, AE_LIMIT",
    "PDBL, AE_LIMIT",
    "PDEP, AE_LIMIT",
    "MANY, AE_LIMIT",
    "WAI0, AE_TIME",
    "NAPS, AE_TIME",
    "STAL, AE_AML_OPERAND_VALUE",
    "HUG0, REGION_ACCESS_FAILED",
    "OEM0, AE_NOT_EXIST"
  })
  void ends(String name, AmlStatus status) {
    if (name.equals("HUG0")) {
      interpreter.install(RegionSpace.SYSTEM_MEMORY, region -> new RefusingAccess());
    }
    AmlException failure = failure("\\" + name);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.path()).isPresent();
  }

  private static final class RefusingAccess implements RegionHandler.Access {
    @Override
    public long read(long address, int width) {
      throw new AmlException(AmlStatus.REGION_ACCESS_FAILED, Long.toHexString(address));
    }

    @Override
    public void write(long address, int width, long value) {}
  }

  @Test
  void addressesWrapAtTheEndOfTheSpace() {
    interpreter.install(RegionSpace.SYSTEM_MEMORY, region -> new RefusingAccess());
    assertThat(failure("\\HUG0").detail()).isEqualTo("f");
  }

  @Test
  void nestedExpressionsOfNestedCallsAreCounted() {
    assertThat(failure("\\DEEP", AmlInteger.ZERO).status()).isEqualTo(AmlStatus.AE_STACK_OVERFLOW);
  }

  @Test
  void limitsFitInAThreadsOrdinaryStack() throws InterruptedException {
    String[] said = new String[1];
    Thread thread =
        new Thread(
            null, () -> said[0] = failure("\\DEEP", AmlInteger.ZERO).detail(), "small", 1 << 20);
    thread.start();
    thread.join();
    assertThat(said[0]).isEqualTo("more than 2000 nested expressions");
  }

  @Test
  void timeIsALimitToo() throws IOException {
    AmlInterpreter hasty =
        new AmlInterpreter(
            AmlClock.system(), new AmlHost() {}, AmlLimits.DEFAULT.withTime(Duration.ofMillis(5)));
    hasty.load(ReferenceSuite.resource("bounds.aml"));
    AmlException failure = catchThrowableOfType(AmlException.class, () -> hasty.evaluate("\\LOOP"));
    assertThat(failure.status()).isEqualTo(AmlStatus.AE_AML_LOOP_TIMEOUT);
  }

  @Test
  void mutexThatWasNotReleasedIsFreeAfterwards() {
    assertThat(interpreter.evaluate("\\LEAK")).contains(AmlInteger.ZERO);
    assertThat(interpreter.evaluate("\\AGAN")).contains(AmlInteger.ZERO);
  }

  @Test
  void packagesThatNameEachOtherHaveAnEnd() {
    assertThat(interpreter.evaluate("\\CIRC")).contains(AmlInteger.ONE);
    assertThat(interpreter.evaluate("\\PKGA").orElseThrow().toString()).contains("PKGA");
  }

  @Test
  void regionThatLiesWhereItsOwnContentSaysIsATypedError() {
    FieldFlags bytes = new FieldFlags(AccessType.BYTE_ACC, false, UpdateRule.PRESERVE);
    AmlTable table =
        new AmlTable(
            new TableHeader("SSDT", 2, "MEMSLT", "SELF", 1, "TEST", 1),
            List.of(
                new OperationRegion(
                    NameString.of("SELF"),
                    RegionSpace.SYSTEM_MEMORY,
                    NameString.of("SLF0"),
                    IntegerConst.of(16)),
                new Field(
                    NameString.of("SELF"), bytes, List.of(new NamedField(NameSeg.of("SLF0"), 8)))));
    assertThat(interpreter.load(table.encode()).problems()).isEmpty();
    assertThat(failure("\\SLF0").status()).isEqualTo(AmlStatus.AE_AML_CIRCULAR_REFERENCE);
  }

  @Test
  void interruptedThreadStops() {
    Thread.currentThread().interrupt();
    try {
      assertThat(failure("\\LOOP").status()).isEqualTo(AmlStatus.AE_ABORT_METHOD);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void sleepingMethodLetsAnotherThreadRun() throws IOException {
    AtomicReference<Thread> other = new AtomicReference<>();
    AmlClock clock =
        new AmlClock() {
          private long now;

          @Override
          public long nanos() {
            return now;
          }

          @Override
          public void sleep(long nanos) throws InterruptedException {
            now += nanos;
            Thread waiting = other.get();
            if (waiting.getState() == Thread.State.NEW) {
              waiting.start();
              waiting.join();
            }
          }
        };
    AmlInterpreter shared = new AmlInterpreter(clock, new AmlHost() {}, LIMITS);
    shared.load(ReferenceSuite.resource("bounds.aml"));
    other.set(Thread.ofPlatform().unstarted(() -> shared.evaluate("\\CIRC")));
    // If the sleeper held the lock, the clock would wait for the other thread for ever.
    assertThat(catchThrowableOfType(AmlException.class, () -> shared.evaluate("\\NAPS")))
        .isNotNull();
    assertThat(other.get().getState()).isEqualTo(Thread.State.TERMINATED);
  }
}
