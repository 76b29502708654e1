package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.Expression;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NullName;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.Statement;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.testing.ReferenceProgram;

/**
 * What the specification leaves to read between its lines, and ACPICA's conformance suite asks for.
 *
 * <p>{@code conformance/cases.csv} has table, method and value. The values are those of acpiexec
 * 20260408, but for the methods in {@link #DIFFERENT}. The tables are compiled by iasl 20200925,
 * those of Load by iasl 20260408, which knows its newer form.
 */
class ConformanceTest {
  /** Tables whose ASL needs a compiler of 2021 or later. */
  private static final List<String> NEWER = List.of("load-result", "load-failures");

  private static final String STORE_TO_DEREFERENCED =
      "DerefOf is a SuperName: a store to it goes where the reference leads (ACPI 6.5, 20.2.2)";

  /** Where ACPICA gives something else, and why it is not followed. */
  private static final Map<String, String> DIFFERENT =
      Map.ofEntries(
          Map.entry("serialized-holds MAIN", "the mutex is held, so its level is the current one"),
          Map.entry("dereference-target INT2", STORE_TO_DEREFERENCED),
          Map.entry("dereference-target BUF2", STORE_TO_DEREFERENCED),
          Map.entry("return-index T6", STORE_TO_DEREFERENCED),
          Map.entry("return-index RBUF", "acpiexec shows nothing of a reference to a byte"),
          Map.entry("reference-chain TB", STORE_TO_DEREFERENCED),
          Map.entry("lenient T6", "Revision is that of the interpreter"),
          Map.entry("features TD", "the host is told of Fatal, and has a status of its own"),
          Map.entry("wait WT1", "0xFFFF and more wait for ever (ACPI 6.5, 19.6.147)"));

  /** Where acpiexec 20200925, as this test runs it, differs from 20260408 with -el. */
  private static final Map<String, String> SINCE_2020 =
      Map.of(
          "features T3", "ToHexString has a prefix and no leading zeros",
          "features T6", "ToHexString has a prefix and no leading zeros",
          "features TC", "acpiexec has a table OEM1 only with the option -el",
          "features TO", "the list of known interfaces is the host's");

  private final AddressSpace memory = AddressSpace.memory("memory");

  static byte[] resource(String file) throws IOException {
    try (InputStream in = ConformanceTest.class.getResourceAsStream("conformance/" + file)) {
      if (in == null) {
        throw new IOException("no resource conformance/" + file);
      }
      return in.readAllBytes();
    }
  }

  /** Returns table, method and value of every case. */
  static List<Arguments> cases() throws IOException {
    return new String(resource("cases.csv"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> Arguments.of((Object[]) line.split(",", 3)))
        .toList();
  }

  private AmlInterpreter interpreter(AmlSettings settings) {
    memory.change(change -> change.add(0, RamRegion.create("ram", 1 << 20)));
    AmlHost host =
        new AmlHost() {
          @Override
          public boolean hasInterface(String name) {
            return true;
          }

          @Override
          public Optional<byte[]> findTable(String signature, String oemId, String oemTableId) {
            try {
              return signature.equals("OEM1")
                  ? Optional.of(ReferenceSuite.resource("later.aml"))
                  : Optional.empty();
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };
    VirtualClock clock = new VirtualClock();
    clock.sleep(1000);
    AmlInterpreter interpreter = new AmlInterpreter(clock, host, AmlLimits.DEFAULT, settings);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    return interpreter;
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("cases")
  void givesTheValue(String table, String method, String value) throws IOException {
    AmlInterpreter interpreter = interpreter(AmlSettings.STRICT);
    interpreter.load(resource(table + ".aml"));
    assertThat(ReferenceSuite.evaluate(interpreter, "\\" + method)).isEqualTo(value);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("cases")
  void isWhatAcpiexecGives(String table, String method, String value, @TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("acpiexec");
    String name = table + " " + method;
    org.junit.jupiter.api.Assumptions.assumeFalse(
        DIFFERENT.containsKey(name) || SINCE_2020.containsKey(name) || table.startsWith("load-"));
    Path aml = Files.write(folder.resolve(table + ".aml"), resource(table + ".aml"));
    assertThat(AcpiExecAnswers.acpiexec(List.of(aml), List.of("\\" + method)))
        .extracting(AcpiExecAnswers.Answer::text)
        .containsExactly(value);
  }

  @Test
  void tablesAreTheCompilers(@TempDir Path folder) throws IOException, InterruptedException {
    ReferenceProgram.require("iasl");
    TreeSet<String> tables = new TreeSet<>();
    new String(resource("cases.csv"), StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> tables.add(line.substring(0, line.indexOf(','))));
    NEWER.forEach(tables::remove);
    for (String table : tables) {
      Files.write(folder.resolve(table + ".asl"), resource(table + ".asl"));
      String said = ReferenceSuite.compile(folder, table);
      assertThat(Files.readAllBytes(folder.resolve(table + ".aml")))
          .as(said)
          .isEqualTo(resource(table + ".aml"));
    }
  }

  @Test
  void callOfAMethodOfALaterTableTakesItsArguments() {
    NameString later = NameString.of("\\FAR0");
    Term call =
        new Statement.Return(
            new Expression.MethodInvocation(
                later, List.of(IntegerConst.of(5), IntegerConst.of(6))));
    AmlTable first =
        new AmlTable(
            new TableHeader("DSDT", 2, "MEMSLT", "FIRST", 1, "TEST", 1),
            List.of(new Method(NameString.of("\\NEAR"), 0, List.of(call))));
    Term sum =
        new Statement.Return(
            new Expression.Binary(
                Expression.Binary.Operator.ADD, new ArgObj(0), new ArgObj(1), NullName.NULL_NAME));
    AmlTable second =
        new AmlTable(
            new TableHeader("SSDT", 2, "MEMSLT", "SECOND", 1, "TEST", 1),
            List.of(new Method(later, 2, List.of(sum))));
    AmlInterpreter interpreter = interpreter(AmlSettings.STRICT);
    interpreter.load(first.encode());
    interpreter.load(second.encode());
    assertThat(interpreter.evaluate("\\NEAR")).contains(AmlInteger.of(11));
  }
}
