package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memslot.testing.Checkout;

/**
 * Every Java example in the documents and in the package documentation is a copy of a region of a
 * test source, which the build compiles and a test runs.
 *
 * <p>In a source, an example stands between the lines {@code // snippet [REGION]} and {@code // end
 * snippet}. A document names it in the line before the block: {@code <!-- snippet: PATH[#REGION]
 * -->}. Package documentation names it by the id of the snippet: {@code CLASS[.REGION]}, a class
 * among the tests of the same module.
 */
class ReadmeSnippetsTest {
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- snippet: ([^\\s#]+)(?:#(\\S+))? -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PACKAGE_SNIPPET =
      Pattern.compile(
          "^ \\* \\{@snippet id=\"(\\w+)(?:\\.(\\w+))?\" :\n(.*?)^ \\* \\}\n(?= \\*\n| \\*/)",
          Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void everyBlockIsTheTextOfItsSource() {
    for (String document : Checkout.documents()) {
      for (MatchResult block : blocks(document)) {
        Path source = Checkout.root().resolve(block.group(1));
        assertThat(block.group(3))
            .as("%s: %s", document, block.group(1))
            .isEqualTo(region(source, block.group(2)));
      }
    }
  }

  @Test
  void everyPackageExampleIsTheTextOfItsSource() {
    for (Path packageInfo : packageInfos()) {
      for (MatchResult snippet : packageSnippets(packageInfo)) {
        Path source = testSource(packageInfo, snippet.group(1));
        assertThat(withoutStars(snippet.group(3)))
            .as("%s: %s", packageInfo, snippet.group(1))
            .isEqualTo(region(source, snippet.group(2)));
      }
    }
  }

  @Test
  void everyModuleHasAReadmeAndTheLibrariesShowCode() {
    List<String> libraries =
        List.of("machine-core", "acpi-aml", "bios-tables", "memhotplug", "ospm", "hypervisor");
    assertThat(Checkout.documents()).contains("cli/README.md", "benchmarks/README.md");
    for (String module : libraries) {
      assertThat(blocks(module + "/README.md"))
          .as(module)
          .isNotEmpty()
          .allSatisfy(block -> assertThat(block.group(1)).startsWith(module + "/src/test/"));
    }
  }

  @Test
  void noJavaStandsOutside() {
    for (String document : Checkout.documents()) {
      long javaBlocks =
          Checkout.document(document)
              .lines()
              .filter(line -> line.strip().equals("```java"))
              .count();
      assertThat(javaBlocks).as(document).isEqualTo(blocks(document).size());
    }
    for (Path packageInfo : packageInfos()) {
      String text = Checkout.read(packageInfo);
      assertThat(text).as(packageInfo.toString()).doesNotContain("<pre>{@code");
      assertThat(text.split("\\{@snippet", -1).length - 1)
          .as("snippets of %s", packageInfo)
          .isEqualTo(packageSnippets(packageInfo).size());
    }
  }

  private static List<MatchResult> blocks(String document) {
    return BLOCK.matcher(Checkout.document(document)).results().toList();
  }

  private static List<Path> packageInfos() {
    List<Path> found =
        new ArrayList<>(
            Checkout.javaSources().stream()
                .filter(path -> path.endsWith("package-info.java"))
                .toList());
    assertThat(found).hasSizeGreaterThan(20);
    return found;
  }

  private static List<MatchResult> packageSnippets(Path packageInfo) {
    return PACKAGE_SNIPPET.matcher(Checkout.read(packageInfo)).results().toList();
  }

  /** The class of that name among the tests of the module that the package belongs to. */
  private static Path testSource(Path packageInfo, String className) {
    Path root = Checkout.root();
    Path tests = root.resolve(root.relativize(packageInfo).getName(0)).resolve("src/test/java");
    List<Path> sources =
        Checkout.javaSources().stream()
            .filter(path -> path.startsWith(tests) && path.endsWith(className + ".java"))
            .toList();
    assertThat(sources).as("%s in %s", className, tests).hasSize(1);
    return sources.getFirst();
  }

  private static String region(Path source, @Nullable String name) {
    Pattern region =
        Pattern.compile(
            "// snippet" + (name == null ? "" : " " + name) + "\n(.*?)[ ]*// end snippet",
            Pattern.DOTALL);
    var found = region.matcher(Checkout.read(source));
    assertThat(found.find()).as("%s in %s", region, source).isTrue();
    // Without the indentation of its place; stripIndent would count an empty last line.
    return found.group(1).stripTrailing().stripIndent() + "\n";
  }

  private static String withoutStars(String comment) {
    return comment.replaceAll("(?m)^ \\* ?", "");
  }
}
