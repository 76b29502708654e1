package org.memslot.cli.inspect;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.cli.console.WrongWordsException;

/** All rules that tables are checked for, by name. */
public final class RuleCatalog {
  private RuleCatalog() {}

  /** The rules in the order of their names. */
  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : Checks.rules()) {
      rules.add(rule);
    }
    rules.sort(Comparator.comparing(Rule::id));
    return rules;
  }

  /** Lists the rules: name, level, what the rule demands and where that is written. */
  public static void print(PrintStream out) {
    List<Rule> rules = all();
    int width = 0;
    for (Rule rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    for (Rule rule : rules) {
      String level = Report.level(rule.severity());
      out.println(
          rule.id()
              + " ".repeat(width - rule.id().length() + 2)
              + level
              + " ".repeat("warning".length() - level.length() + 2)
              + rule.description()
              + " ("
              + rule.source()
              + ")");
    }
  }

  /**
   * The names of the rules that are off.
   *
   * @param settings of the form {@code NAME=off} or {@code NAME=on}; the last one of a name counts
   * @throws WrongWordsException when one has another form or names no rule
   */
  public static Set<String> off(List<String> settings) {
    if (settings.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (Rule rule : all()) {
      names.add(rule.id());
    }
    Set<String> off = new HashSet<>();
    List<String> problems = new ArrayList<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? setting : setting.substring(0, equals);
      String value = equals < 0 ? "" : setting.substring(equals + 1);
      if (!names.contains(name)) {
        problems.add(unknown(name, names));
      } else if (value.equals("off")) {
        off.add(name);
      } else if (value.equals("on")) {
        off.remove(name);
      } else {
        problems.add("-w " + setting + ": write -w " + name + "=off or -w " + name + "=on");
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    return off;
  }

  private static String unknown(String name, Set<String> names) {
    return "-w "
        + name
        + ": no such rule"
        + nearest(name, names).map(near -> "; \"" + near + "\" is the nearest").orElse("")
        + "; \"memslot inspect --rules\" lists them";
  }

  private static Optional<String> nearest(String name, Set<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(other -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many characters to insert, delete or replace make one name of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
