package org.memslot.aml.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource descriptor as ASL writes it: {@code IO (Decode16, 0x0CF8, 0x0CF8, 0x01, 0x08)} or
 * {@code IRQNoFlags () {3, 4}}.
 *
 * @param name the macro's name
 * @param arguments the arguments in order; an omitted one is empty
 * @param tagIndex the index of the DescriptorName argument
 * @param list what stands in braces after the arguments, if the macro has that
 * @param needsTag whether a compiler refuses the macro without a DescriptorName: a window of zeros,
 *     to be filled at run time, must have a name by which to fill it
 * @param since the first ACPI version whose ASL has the macro, as 0xMMmm (0x0605 is 6.5)
 */
public record AslMacro(
    String name,
    List<String> arguments,
    int tagIndex,
    Optional<List<String>> list,
    boolean needsTag,
    int since) {
  /** ACPI 6.3, the version up to which compilers in common use know the macros. */
  public static final int ACPI_6_3 = 0x0603;

  /** ACPI 6.4: adds the CSI-2 connection. */
  public static final int ACPI_6_4 = 0x0604;

  /** ACPI 6.5: adds the clock input and the platform communications channel. */
  public static final int ACPI_6_5 = 0x0605;

  private static final int WIDTH = 96;
  private static final String INDENT = "    ";

  /** Copies the lists. */
  public AslMacro {
    arguments = List.copyOf(arguments);
    list = list.map(List::copyOf);
  }

  /** Returns the macro with a DescriptorName, which exists at compile time only. */
  public AslMacro withTag(String tag) {
    List<String> tagged = new ArrayList<>(arguments);
    tagged.set(tagIndex, tag);
    return new AslMacro(name, tagged, tagIndex, list, false, since);
  }

  /** Returns the macro's text in lines of about a hundred characters at most. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int given = arguments.size();
    while (given > 0 && arguments.get(given - 1).isEmpty()) {
      given--;
    }
    wrap(name + " (", arguments.subList(0, given), ")", lines);
    list.ifPresent(
        values -> {
          lines.add("{");
          wrap(INDENT, values, "", lines);
          lines.add("}");
        });
    return lines;
  }

  private static void wrap(String opening, List<String> items, String closing, List<String> lines) {
    StringBuilder line = new StringBuilder(opening);
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : closing);
      if (line.length() + item.length() >= WIDTH && i > 0) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(INDENT);
      }
      line.append(item).append(i + 1 < items.size() ? " " : "");
    }
    lines.add(items.isEmpty() ? line + closing : line.toString());
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
