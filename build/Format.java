import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps every Java source in google-java-format. {@code Format check ROOT} names what differs and
 * exits 1; {@code Format apply ROOT} rewrites it.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<Path> differing = new ArrayList<>();
    for (Path source : sources(root)) {
      String before = Files.readString(source);
      String after = format(before);
      if (!after.equals(before)) {
        differing.add(root.relativize(source));
        if (apply) {
          Files.writeString(source, after);
        }
      }
    }
    if (!apply && !differing.isEmpty()) {
      differing.forEach(path -> System.err.println("not formatted: " + path));
      System.err.println("mvn -q -N generate-sources -Dformat=apply formats them");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !root.relativize(path).toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String format(String source) throws Exception {
    String ordered =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
