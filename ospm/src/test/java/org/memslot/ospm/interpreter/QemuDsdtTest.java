package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.AcpiExecAnswers.Answer;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.LoadReport;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.testing.ReferenceProgram;

/** QEMU's own DSDTs load without a problem, and what they hold is what acpiexec finds in them. */
class QemuDsdtTest {
  /** acpiexec's own buffer does not hold a _PRT of 128 entries. */
  private static final String TOO_LARGE = "AE_BUFFER_OVERFLOW";

  private static AmlInterpreter loaded(String machine) throws IOException {
    AmlInterpreter interpreter = ReferenceSuite.interpreter(new AmlHost() {});
    interpreter.install(RegionSpace.PCI_CONFIG, new RecordingSpace());
    LoadReport report = interpreter.load(ReferenceSuite.resource("qemu-" + machine + ".aml"));
    assertThat(report.problems()).isEmpty();
    return interpreter;
  }

  /** Returns the paths of all data and of all methods without arguments. */
  private static List<String> evaluable(AmlInterpreter interpreter) {
    List<String> paths = new ArrayList<>();
    interpreter
        .namespace()
        .walk(
            interpreter.namespace().root(),
            node -> {
              switch (node.object()) {
                case AmlData data -> paths.add(node.path());
                case AmlNamed.Method method when method.argumentCount() == 0 ->
                    paths.add(node.path());
                default -> {}
              }
            });
    paths.removeIf(path -> path.equals("\\_OS_") || path.equals("\\_REV"));
    return paths;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pc", "q35"})
  void loadsWhole(String machine) throws IOException {
    assertThat(evaluable(loaded(machine))).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pc", "q35"})
  void computesWhatAcpiexecComputes(String machine, @TempDir Path folder)
      throws IOException, InterruptedException {
    ReferenceProgram.require("acpiexec");
    Path table =
        Files.write(
            folder.resolve("dsdt.aml"), ReferenceSuite.resource("qemu-" + machine + ".aml"));
    List<String> all = evaluable(loaded(machine));
    int batch = 24;
    for (int from = 0; from < all.size(); from += batch) {
      List<String> paths = all.subList(from, Math.min(from + batch, all.size()));
      List<Answer> answers = AcpiExecAnswers.acpiexec(List.of(table), paths);
      AmlInterpreter interpreter = loaded(machine);
      assertThat(answers).hasSameSizeAs(paths);
      for (int i = 0; i < paths.size(); i++) {
        if (answers.get(i).text().equals(TOO_LARGE)) {
          continue;
        }
        assertThat(ReferenceSuite.evaluate(interpreter, paths.get(i)))
            .as(paths.get(i))
            .isEqualTo(answers.get(i).text());
      }
    }
  }
}
