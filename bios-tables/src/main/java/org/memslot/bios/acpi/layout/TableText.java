package org.memslot.bios.acpi.layout;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Prints a decoded table in the form of {@code iasl}: offset in hexadecimal and decimal, length,
 * name, value, and the meaning in brackets; flags are indented below their field.
 */
public final class TableText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int NAME_WIDTH = 28;
  private static final int FLAG_NAME_WIDTH = 40;
  private static final int BYTES_IN_LINE = 16;
  private static final int PREFIX_WIDTH = 16;

  private final StringBuilder out = new StringBuilder();

  private TableText() {}

  /** Returns the listing of all fields, with a line feed behind each line. */
  public static String print(TableView view) {
    TableText text = new TableText();
    text.nodes(view.nodes(), view);
    return text.out.toString();
  }

  private void nodes(List<ViewNode> nodes, TableView view) {
    boolean afterGroup = false;
    for (ViewNode node : nodes) {
      switch (node) {
        case FieldView field -> {
          if (afterGroup) {
            out.append('\n');
          }
          field(field, view);
        }
        case GroupView group -> {
          out.append('\n');
          prefix(group.offset(), group.length());
          padded(group.title(), NAME_WIDTH);
          out.append(" :\n");
          nodes(group.nodes(), view);
        }
      }
      afterGroup = node instanceof GroupView;
    }
  }

  private void prefix(int offset, int length) {
    out.append('[');
    hex(offset, 3);
    out.append("h ");
    decimal(offset, 4, '0');
    out.append(' ');
    decimal(length, 3, ' ');
    out.append("] ");
  }

  private void hex(int number, int digits) {
    String shown = Integer.toHexString(number).toUpperCase(java.util.Locale.ROOT);
    out.repeat('0', Math.max(0, digits - shown.length())).append(shown);
  }

  private void decimal(int number, int digits, char pad) {
    String shown = Integer.toString(number);
    out.repeat(pad, Math.max(0, digits - shown.length())).append(shown);
  }

  private void padded(String name, int width) {
    out.repeat(' ', Math.max(0, width - name.length())).append(name);
  }

  private void field(FieldView field, TableView view) {
    prefix(field.offset(), field.length());
    padded(field.name(), NAME_WIDTH);
    out.append(" : ");
    switch (field.layout().kind()) {
      case TEXT, TEXT_16, STRING, STRING_16 -> out.append('"').append(field.value()).append('"');
      case BYTES -> bytes(field);
      case NUMBER, GUID -> out.append(field.value());
    }
    if (field.offset() == 0 && field.name().equals("Signature")) {
      out.append("    [").append(view.layout().title()).append(']');
    }
    meaning(field.meaning());
    if (!field.isWhole()) {
      out.append(" [cut off]");
    }
    out.append('\n');
    for (FlagView flag : field.flags()) {
      padded(flag.name(), FLAG_NAME_WIDTH);
      out.append(" : ").append(Long.toHexString(flag.value()).toUpperCase(java.util.Locale.ROOT));
      meaning(flag.meaning());
      out.append('\n');
    }
  }

  private void meaning(Optional<String> meaning) {
    if (meaning.isPresent()) {
      out.append(" [").append(meaning.orElseThrow()).append(']');
    }
  }

  /** All bytes, 16 in a line; the lines after the first begin under the first byte. */
  private void bytes(FieldView field) {
    for (int i = 0; i < field.length(); i++) {
      if (i > 0 && i % BYTES_IN_LINE == 0) {
        out.append('\n').repeat(' ', PREFIX_WIDTH + NAME_WIDTH + 3);
      } else if (i > 0) {
        out.append(' ');
      }
      out.append(HEX.toHexDigits((byte) field.content().get(i)));
    }
  }
}
