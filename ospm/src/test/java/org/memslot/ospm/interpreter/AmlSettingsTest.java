package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;

/** What each setting changes. */
class AmlSettingsTest {
  private final List<String> told = new ArrayList<>();

  private AmlInterpreter interpreter(AmlSettings settings, AmlHost host) throws IOException {
    AmlInterpreter interpreter =
        new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT, settings);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new RecordingSpace());
    assertThat(interpreter.load(ConformanceTest.resource("settings.aml")).problems()).isEmpty();
    return interpreter;
  }

  private AmlInterpreter interpreter(AmlSettings settings) throws IOException {
    AmlHost host =
        new AmlHost() {
          @Override
          public void onFatal(int type, int code, long argument) {
            told.add("fatal %x %x %x".formatted(type, code, argument));
          }
        };
    return interpreter(settings, host);
  }

  @ParameterizedTest(name = "{0} without {1}: {2}, with it: {3}")
  @CsvSource({
    "IMPL, IMPLICIT_RETURN, none, Integer 6",
    "PRED, IMPLICIT_RETURN, none, Integer ffffffffffffffff",
    "NONE, IMPLICIT_RETURN, none, Integer 0",
    "CALL, IMPLICIT_RETURN, AE_AML_NO_RETURN_VALUE, Integer 2",
    "UNSE, UNSET_VARIABLES_ARE_ZERO, AE_AML_UNINITIALIZED_LOCAL, Integer 1",
    "STOR, STORE_ANY_OBJECT, AE_AML_OPERAND_TYPE, Integer 6",
    "ROUN, ROUND_UP_REGIONS, AE_AML_REGION_LIMIT, Integer 0",
    "FAIL, ERROR_METHOD, AE_AML_DIVIDE_BY_ZERO, Integer 9",
    "OUTE, ERROR_METHOD, AE_AML_DIVIDE_BY_ZERO, Integer 4",
    "FATL, CONTINUE_AFTER_FATAL, FATAL_EXECUTED, Integer 7",
    "LOCS, STORE_THROUGH_VARIABLES, Integer 1, Integer 123",
    "ELEM, STORE_THROUGH_VARIABLES, Integer 1, Integer 124",
    "DERE, FOLLOW_REFERENCES, AE_AML_OPERAND_TYPE, Integer 6",
    "OPER, FOLLOW_REFERENCES, AE_AML_OPERAND_TYPE, Integer 6",
    "BYTE, CONVERT_BY_BYTES, String \"0000000031323334\", String \"4321\"",
    "DIGI, CONVERT_BY_BYTES, Integer 12, Integer 3231"
  })
  void changesOneThing(String method, AmlBehaviour behaviour, String without, String with)
      throws IOException {
    assertThat(ReferenceSuite.evaluate(interpreter(AmlSettings.STRICT), "\\" + method))
        .isEqualTo(without);
    AmlSettings more = AmlSettings.STRICT.with(behaviour);
    assertThat(ReferenceSuite.evaluate(interpreter(more), "\\" + method)).isEqualTo(with);
    assertThat(ReferenceSuite.evaluate(interpreter(more.without(behaviour)), "\\" + method))
        .isEqualTo(without);
  }

  /** The values are those of acpiexec 20260408 in its slack mode. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "T0, Integer 0",
    "T1, AE_AML_NO_RETURN_VALUE",
    "T2, Integer 1",
    "T3, AE_AML_NO_RETURN_VALUE",
    "T4, AE_AML_UNINITIALIZED_ELEMENT"
  })
  void linuxFindsNothingBehindAReferenceToAnUnsetLocal(String method, String value)
      throws IOException {
    AmlInterpreter interpreter =
        new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
    interpreter.load(ConformanceTest.resource("unset-referred.aml"));
    assertThat(ReferenceSuite.evaluate(interpreter, "\\" + method)).isEqualTo(value);
  }

  @Test
  void windowsCountsThroughReferences() throws IOException {
    assertThat(ReferenceSuite.evaluate(interpreter(AmlSettings.WINDOWS), "\\STEP"))
        .isEqualTo("Integer 2");
  }

  @Test
  void windowsChangesTheCallersStringInPlace() throws IOException {
    assertThat(ReferenceSuite.evaluate(interpreter(AmlSettings.LINUX), "\\INPL"))
        .isEqualTo("String \"xyzw\"");
    assertThat(ReferenceSuite.evaluate(interpreter(AmlSettings.WINDOWS), "\\INPL"))
        .isEqualTo("String \"abcd\"");
  }

  @Test
  void linuxIsTheDefault() throws IOException {
    AmlInterpreter interpreter =
        new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
    interpreter.load(ConformanceTest.resource("settings.aml"));
    assertThat(interpreter.evaluate("\\IMPL")).contains(AmlInteger.of(6));
    assertThat(interpreter.evaluate("\\UNSE")).contains(AmlInteger.ONE);
    assertThat(interpreter.evaluate("\\STOR")).contains(AmlInteger.of(6));
    assertThat(interpreter.evaluate("\\LOCS")).contains(AmlInteger.ONE);
    assertThat(
            catchThrowableOfType(AmlException.class, () -> interpreter.evaluate("\\FAIL")).status())
        .isEqualTo(AmlStatus.AE_AML_DIVIDE_BY_ZERO);
  }

  @Test
  void errorMethodGetsCodeAndName() throws IOException {
    AmlInterpreter interpreter = interpreter(AmlSettings.STRICT.with(AmlBehaviour.ERROR_METHOD));
    interpreter.evaluate("\\FAIL");
    assertThat(interpreter.evaluate("\\CODE")).contains(AmlInteger.of(0x300C));
    assertThat(interpreter.evaluate("\\TEXT")).contains(AmlString.of("AE_AML_DIVIDE_BY_ZERO"));
  }

  @Test
  void hostMayHaveEvaluationContinue() throws IOException {
    List<String> asked = new ArrayList<>();
    AmlHost host =
        new AmlHost() {
          @Override
          public boolean continueAfter(AmlException failure) {
            asked.add(failure.status() + " in " + failure.path().orElseThrow());
            return asked.size() == 1;
          }
        };
    AmlInterpreter interpreter = interpreter(AmlSettings.STRICT, host);
    assertThat(interpreter.evaluate("\\OUTE")).contains(AmlInteger.of(4));
    assertThat(asked).containsExactly("AE_AML_DIVIDE_BY_ZERO in \\INNE");
    assertThat(catchThrowableOfType(AmlException.class, () -> interpreter.evaluate("\\OUTE")))
        .isNotNull();
    assertThat(asked).hasSize(2);
  }

  @Test
  void fatalIsLeftToTheHost() throws IOException {
    AmlInterpreter interpreter =
        interpreter(AmlSettings.STRICT.with(AmlBehaviour.CONTINUE_AFTER_FATAL));
    interpreter.evaluate("\\FATL");
    assertThat(told).containsExactly("fatal 1 2 3");
  }
}
