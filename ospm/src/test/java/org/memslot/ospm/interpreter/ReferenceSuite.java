package org.memslot.ospm.interpreter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.memslot.aml.RegionSpace;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.interpreter.AcpiExecAnswers.Answer;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.LoadReport;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.testing.ReferenceProgram;

/**
 * The suite: ASL tables whose methods T000, T001, ... each compute one thing; what iasl made of
 * them; and what acpiexec says they compute.
 *
 * <p>Beside NAME.asl lie NAME.aml, from {@code iasl -f -oa -of -p NAME NAME.asl}, and NAME.txt,
 * from {@code acpiexec -b "evaluate \T000; evaluate \T001; ..." NAME.aml}, both of acpica-tools
 * 20200925. {@link #main} writes them.
 */
final class ReferenceSuite {
  static final List<String> TABLES =
      List.of(
          "integers",
          "integers32",
          "conversions",
          "conversions32",
          "strings",
          "packages",
          "references",
          "fields",
          "fields32",
          "control");

  /** Tables of other tests, compiled the same way. */
  static final List<String> OTHERS = List.of("bounds", "behaviour", "later");

  /** As many commands as acpiexec takes at once; the next begin with tables loaded anew. */
  static final int BATCH = 64;

  /**
   * Where the values are not those of acpiexec 20200925.
   *
   * <p>DerefOf is a SuperName, so that a store to it goes where the reference leads (ACPI 6.5,
   * 20.2.2 and table 19.8). ACPICA dereferences first and then finds no place to store to.
   *
   * <p>ToHexString of an integer has a prefix and no leading zeros, as in later versions of ACPICA
   * (20260408 gives these values).
   */
  static final Map<String, String> DEVIATIONS =
      Map.of(
          "references \\T001", "Integer 22",
          "references \\T027", "Integer 66",
          "references \\T02F", "Buffer(3) 01 99 03",
          "conversions \\T000", "String \"0x1234\"",
          "conversions \\T02C", "String \"0x12\"",
          "conversions \\T040", "String \"0x0\"",
          "conversions32 \\T000", "String \"0x1234\"",
          "conversions32 \\T02C", "String \"0x12\"",
          "conversions32 \\T040", "String \"0x0\"");

  private static final Pattern CASE = Pattern.compile("Method \\((T[0-9A-F]{3})[,)]");

  private ReferenceSuite() {}

  static byte[] resource(String file) throws IOException {
    try (InputStream in = ReferenceSuite.class.getResourceAsStream("suite/" + file)) {
      if (in == null) {
        throw new IOException("no resource suite/" + file);
      }
      return in.readAllBytes();
    }
  }

  /** Returns the paths of a table's cases: its methods T... without arguments. */
  static List<String> cases(String asl) {
    return CASE.matcher(asl)
        .results()
        .map(MatchResult::group)
        .filter(found -> found.endsWith(")"))
        .map(found -> "\\" + found.substring(8, 12))
        .toList();
  }

  /** Returns what acpiexec said, by path. */
  static Map<String, String> expected(String table) throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    String path = "";
    for (String line : new String(resource(table + ".txt"), ISO_8859_1).lines().toList()) {
      if (line.startsWith("\\")) {
        path = line;
      } else {
        expected.merge(path, line, (before, more) -> before + "\n" + more);
      }
    }
    return expected;
  }

  /** Returns an interpreter with RAM where the suite's regions are, as acpiexec simulates it. */
  static AmlInterpreter interpreter(AmlHost host) {
    AddressSpace memory = AddressSpace.memory("memory");
    memory.change(change -> change.add(0, RamRegion.create("ram", 1 << 20)));
    AddressSpace ports = AddressSpace.ports("ports");
    ports.change(change -> change.add(0, RamRegion.create("port ram", 1 << 16)));
    AmlInterpreter interpreter =
        new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT, AmlSettings.STRICT);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
    return interpreter;
  }

  /** Evaluates one case and writes the outcome as acpiexec's is written. */
  static String evaluate(AmlInterpreter interpreter, String path) {
    try {
      return interpreter.evaluate(path).map(AcpiExecAnswers::text).orElse("none");
    } catch (AmlException e) {
      return e.status().name();
    }
  }

  /**
   * Compiles the suite's ASL and records what acpiexec says.
   *
   * @param args the folder of the ASL files, where the others go
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    for (String table : OTHERS) {
      compile(folder, table);
    }
    for (String table : TABLES) {
      compile(folder, table);
      String asl = Files.readString(folder.resolve(table + ".asl"));
      List<String> lines = new ArrayList<>();
      answers(folder.resolve(table + ".aml"), cases(asl))
          .forEach(
              (path, text) -> {
                lines.add(path);
                lines.add(text);
              });
      Files.write(folder.resolve(table + ".txt"), lines, ISO_8859_1);
    }
  }

  /** Has acpiexec evaluate all cases, in batches. */
  static Map<String, String> answers(Path aml, List<String> cases)
      throws IOException, InterruptedException {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int from = 0; from < cases.size(); from += BATCH) {
      List<String> batch = cases.subList(from, Math.min(from + BATCH, cases.size()));
      for (Answer answer : AcpiExecAnswers.acpiexec(List.of(aml), batch)) {
        answers.put(answer.path(), answer.text());
      }
    }
    return answers;
  }

  /** Computes all cases here, in the same batches. */
  static Map<String, String> evaluate(String table) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    AmlInterpreter interpreter = loaded(table);
    for (String path : expected(table).keySet()) {
      if (!values.isEmpty() && values.size() % BATCH == 0) {
        interpreter = loaded(table);
      }
      values.put(path, evaluate(interpreter, path));
    }
    return values;
  }

  private static AmlInterpreter loaded(String table) throws IOException {
    AmlInterpreter interpreter = interpreter(new AmlHost() {});
    LoadReport report = interpreter.load(resource(table + ".aml"));
    if (!report.problems().isEmpty()) {
      throw new IOException(table + ": " + report.problems());
    }
    return interpreter;
  }

  static String compile(Path folder, String table) throws IOException, InterruptedException {
    return ReferenceProgram.named("iasl")
        .output(folder, List.of("-f", "-oa", "-of", "-p", table, table + ".asl"));
  }
}
