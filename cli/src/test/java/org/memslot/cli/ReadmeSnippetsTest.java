package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each Java block of the papers is cut from a source that the build compiles and a test runs. */
class ReadmeSnippetsTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- snippet: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CUT =
      Pattern.compile("// snippet\n(.*?)[ ]*// end snippet", Pattern.DOTALL);

  @Test
  void everyBlockIsTheTextOfItsSource() {
    List<MatchResult> blocks = new ArrayList<>(blocks("README.md"));
    blocks.addAll(blocks("ARCHITECTURE.md"));
    for (MatchResult block : blocks) {
      Path source = ProjectPapers.root().resolve(block.group(1));
      var cut = CUT.matcher(ProjectPapers.read(source));
      assertThat(cut.find()).as("a snippet in %s", source).isTrue();
      assertThat(block.group(2)).as(block.group(1)).isEqualTo(code(cut.group(1)));
    }
  }

  /** Without the indentation of its place; String.stripIndent would count an empty last line. */
  private static String code(String cut) {
    return cut.stripTrailing().stripIndent() + "\n";
  }

  @Test
  void everyModuleThatIsUsedAloneIsShown() {
    assertThat(
            blocks("README.md").stream()
                .map(block -> Path.of(block.group(1)).getName(0).toString()))
        .containsExactly(
            "machine-core", "acpi-aml", "bios-tables", "memhotplug", "ospm", "hypervisor");
  }

  @Test
  void noJavaStandsOutside() {
    for (String paper : List.of("README.md", "ARCHITECTURE.md")) {
      long javaBlocks =
          ProjectPapers.paper(paper).lines().filter(line -> line.equals("```java")).count();
      assertThat(javaBlocks).as(paper).isEqualTo(blocks(paper).size());
    }
  }

  private static List<MatchResult> blocks(String paper) {
    return BLOCK.matcher(ProjectPapers.paper(paper)).results().toList();
  }
}
