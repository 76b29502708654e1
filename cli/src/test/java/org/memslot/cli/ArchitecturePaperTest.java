package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memslot.testing.Checkout;

/** The module table in ARCHITECTURE.md matches the module descriptors. */
class ArchitecturePaperTest {
  private static final Pattern MODULE =
      Pattern.compile("^\\| ([a-z-]+) \\| (org\\.memslot\\.[a-z]+) \\|.*\\| ([a-z, -]+) \\|$");

  /** About 500 lines, with room for the last test case. */
  private static final int LONGEST_SOURCE = 550;

  private record ModuleRow(String folder, String module, Set<String> dependsOn) {}

  @Test
  void everyModuleReadsWhatTheMapSaysAndNothingElse() {
    List<ModuleRow> rows = moduleRows();
    assertThat(rows).hasSize(7);
    var moduleOf =
        rows.stream()
            .collect(
                Collectors.toMap(ModuleRow::folder, ModuleRow::module, (a, b) -> a, TreeMap::new));
    for (ModuleRow row : rows) {
      Set<String> drawn =
          row.dependsOn().stream()
              .map(moduleOf::get)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(readsOf(row.module())).as("what %s reads", row.module()).isEqualTo(drawn);
      assertThat(Checkout.root().resolve(row.folder()).resolve("pom.xml")).isRegularFile();
    }
  }

  @Test
  void noSourceIsLongerThanAReaderCanHold() {
    List<String> tooLong = new ArrayList<>();
    for (var source : Checkout.javaSources()) {
      long lines = Checkout.read(source).lines().count();
      if (lines > LONGEST_SOURCE) {
        tooLong.add(Checkout.root().relativize(source) + ": " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void theCommandsOfTheDocumentsExist() {
    assertThat(Files.isExecutable(Checkout.root().resolve("memslot"))).isTrue();
    assertThat(Files.isExecutable(Checkout.root().resolve(".ci/run"))).isTrue();
  }

  private static Set<String> readsOf(String module) {
    ResolvedModule resolved = ModuleLayer.boot().configuration().findModule(module).orElseThrow();
    return resolved.reads().stream()
        .map(ResolvedModule::name)
        .filter(name -> name.startsWith("org.memslot."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ModuleRow> moduleRows() {
    return Checkout.document("ARCHITECTURE.md")
        .lines()
        .map(MODULE::matcher)
        .filter(Matcher::matches)
        .map(cells -> new ModuleRow(cells.group(1), cells.group(2), folders(cells.group(3))))
        .toList();
  }

  private static Set<String> folders(String cell) {
    return cell.strip().equals("-") ? Set.of() : Set.of(cell.strip().split(", "));
  }
}
