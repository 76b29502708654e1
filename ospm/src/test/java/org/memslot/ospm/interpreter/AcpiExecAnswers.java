package org.memslot.ospm.interpreter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.NamespaceNode;
import org.memslot.testing.ReferenceProgram;

/**
 * Reads what acpiexec 20200925 prints for its command evaluate, and writes our values the same way.
 */
final class AcpiExecAnswers {
  private static final Pattern BEGIN = Pattern.compile("Evaluating (\\\\\\S+)");
  private static final Pattern NO_VALUE = Pattern.compile("No object was returned from.*");
  private static final Pattern FAILED =
      Pattern.compile("Evaluation of .* failed with status (\\w+)");
  private static final Pattern INTEGER = Pattern.compile("( +)\\[Integer\\] = ([0-9A-F]+)");
  private static final Pattern STRING =
      Pattern.compile("( +)\\[String\\] Length ([0-9A-F]+) = \"(.*)\"");
  private static final Pattern BUFFER =
      Pattern.compile("( +)\\[Buffer\\] Length ([0-9A-F]+) = *(?:0000: )?(.*)");
  private static final Pattern MORE_BYTES = Pattern.compile(" +[0-9A-F]{4}: (.*)");
  private static final Pattern PACKAGE =
      Pattern.compile("( +)\\[Package\\] Contains (\\d+) Elements:");
  private static final Pattern REFERENCE =
      Pattern.compile("( +)\\[Object Reference\\] = .*Name (\\w{4}) .*");
  private static final Pattern NOTHING = Pattern.compile("( +)\\[Null Object\\].*");

  private AcpiExecAnswers() {}

  /**
   * What came of one evaluation.
   *
   * @param path the evaluated object
   * @param text the value, or the name of the error
   */
  record Answer(String path, String text) {}

  /** Has acpiexec evaluate objects of tables and returns its answers, in order. */
  static List<Answer> acpiexec(List<Path> tables, List<String> evaluations) {
    List<String> arguments = new ArrayList<>(List.of("-b"));
    arguments.add(String.join("; ", evaluations.stream().map(e -> "evaluate " + e).toList()));
    tables.forEach(table -> arguments.add(table.toAbsolutePath().toString()));
    return parse(ReferenceProgram.named("acpiexec").output(Path.of("."), arguments));
  }

  static List<Answer> parse(String output) {
    List<Answer> answers = new ArrayList<>();
    String path = "";
    StringBuilder text = new StringBuilder();
    for (String line : output.split("\n", -1)) {
      Matcher begin = BEGIN.matcher(line);
      if (begin.matches()) {
        if (!path.isEmpty()) {
          answers.add(new Answer(path, text.toString().strip()));
        }
        path = begin.group(1);
        text.setLength(0);
      } else if (!path.isEmpty()) {
        text.append(item(line));
      }
    }
    answers.add(new Answer(path, text.toString().strip()));
    return answers;
  }

  /** What a kind of line becomes. */
  private record Rule(Pattern pattern, Function<Matcher, String> text) {
    Optional<String> apply(String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.matches() ? Optional.of(text.apply(matcher)) : Optional.empty();
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(NO_VALUE, m -> "none"),
          new Rule(FAILED, m -> m.group(1)),
          new Rule(
              INTEGER,
              m ->
                  indent(m)
                      + "Integer "
                      + Long.toHexString(Long.parseUnsignedLong(m.group(2), 16))),
          new Rule(STRING, m -> indent(m) + "String \"" + m.group(3) + '"'),
          new Rule(BUFFER, AcpiExecAnswers::buffer),
          new Rule(MORE_BYTES, m -> bytes(m.group(1))),
          new Rule(PACKAGE, m -> indent(m) + "Package(" + m.group(2) + ")"),
          new Rule(REFERENCE, m -> indent(m) + "Reference " + m.group(2)),
          new Rule(NOTHING, m -> indent(m) + "Uninitialized"));

  private static String item(String line) {
    return RULES.stream().flatMap(rule -> rule.apply(line).stream()).findFirst().orElse("");
  }

  private static String buffer(Matcher m) {
    int length = Integer.parseInt(m.group(2), 16);
    return indent(m) + "Buffer(" + length + ")" + (length == 0 ? "" : bytes(m.group(3)));
  }

  private static String indent(Matcher m) {
    return "\n" + m.group(1).substring(2);
  }

  private static String bytes(String dump) {
    int comment = dump.indexOf("//");
    String hex = (comment < 0 ? dump : dump.substring(0, comment)).strip();
    return hex.isEmpty() ? "" : " " + hex;
  }

  /** Writes one of our values as the parser writes acpiexec's. */
  static String text(AmlObject value) {
    StringBuilder text = new StringBuilder();
    write(value, 0, text);
    return text.toString().strip();
  }

  private static void write(AmlObject value, int depth, StringBuilder text) {
    text.append('\n').append("  ".repeat(depth));
    switch (value) {
      case AmlInteger(long number) -> text.append("Integer ").append(Long.toHexString(number));
      case AmlString string -> text.append("String \"").append(escape(string.value())).append('"');
      case AmlBuffer buffer -> {
        text.append("Buffer(").append(buffer.length()).append(")");
        for (byte b : buffer.toByteArray()) {
          text.append(" %02X".formatted(b));
        }
      }
      case AmlPackage list -> {
        text.append("Package(").append(list.length()).append(")");
        list.elements().forEach(element -> write(element, depth + 1, text));
      }
      case AmlReference.ToNode(NamespaceNode node) ->
          text.append("Reference ").append(node.segment().orElseThrow());
      case AmlReference.Named(NamespaceNode node) ->
          text.append("Reference ").append(node.segment().orElseThrow());
      case AmlSpecial none -> text.append("Uninitialized");
      case AmlObject other -> text.append(other.type());
    }
  }

  private static String escape(String string) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> text.append(c < 0x20 || c > 0x7E ? "\\x%02X".formatted((int) c) : c);
      }
    }
    return text.toString();
  }
}
