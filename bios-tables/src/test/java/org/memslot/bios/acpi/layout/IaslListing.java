package org.memslot.bios.acpi.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a listing that {@code iasl -d} made of a data table. */
final class IaslListing {
  private static final Pattern FIELD =
      Pattern.compile("\\[([0-9A-F]+)h \\d+ +(?:(\\d+)|([0-9A-F]+)h)\\] (.{27,}?) : (.*)");

  /** More bytes of the value above, with their characters behind them. */
  private static final Pattern MORE_BYTES =
      Pattern.compile(" {4,}((?:[0-9A-F]{2} )*[0-9A-F]{2})\\s*(?:[/\\\\].*)?");

  private IaslListing() {}

  /**
   * A field, in a form that two programs' listings can be compared in.
   *
   * @param value upper case, without quotes, blanks, separators and trailing NULs
   */
  record Line(int offset, int length, String value) {
    @Override
    public String toString() {
      return "0x%x+%d=%s".formatted(offset, length, value);
    }
  }

  /** Reads the fields; the titles of structures, which have no value of their own, are left out. */
  static List<Line> read(String listing) {
    List<Line> lines = new ArrayList<>();
    for (String text : listing.lines().takeWhile(line -> !line.startsWith("Raw Table")).toList()) {
      Matcher field = FIELD.matcher(text);
      Matcher more = MORE_BYTES.matcher(text);
      if (field.matches()) {
        int length =
            field.group(2) != null
                ? Integer.parseInt(field.group(2))
                : Integer.parseInt(field.group(3), 16);
        String value = field.group(5);
        if (length > 0 && !value.startsWith("[")) {
          lines.add(new Line(Integer.parseInt(field.group(1), 16), length, normalised(value)));
        }
      } else if (more.matches() && !lines.isEmpty()) {
        Line last = lines.removeLast();
        lines.add(new Line(last.offset, last.length, last.value + normalised(more.group(1))));
      }
    }
    return lines;
  }

  /** A value without what is only shown: quotes, blanks, separators, explanations. */
  static String normalised(String value) {
    String shown = value;
    if (shown.startsWith("\"")) {
      int end = shown.lastIndexOf('"');
      shown = shown.substring(1, Math.max(1, end));
    } else {
      shown = shown.replaceFirst("[\\[/\\\\].*", "");
    }
    return shown.replaceAll("[ ,.:-]", "").toUpperCase(Locale.ROOT);
  }

  /** The fields of our view in the same form. */
  static List<Line> of(TableView view) {
    return view.fields().stream()
        .map(field -> new Line(field.offset(), field.length(), normalised(field)))
        .toList();
  }

  private static String normalised(FieldView field) {
    return switch (field.layout().kind()) {
      case TEXT, TEXT_16, STRING, STRING_16 -> normalised('"' + field.value() + '"');
      case BYTES, GUID, NUMBER -> normalised(field.value());
    };
  }
}
