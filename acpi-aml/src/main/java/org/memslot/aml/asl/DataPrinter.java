package org.memslot.aml.asl;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.EisaId;
import org.memslot.aml.NameString;
import org.memslot.aml.PackageElement;
import org.memslot.aml.PkgLengthWidth;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;
import org.memslot.aml.resource.ResourceFormatException;
import org.memslot.aml.resource.ResourceTemplate;

/** Prints constants, buffers and packages, with the macros that ASL has for some of them. */
final class DataPrinter {
  private static final byte END_TAG = 0x79;
  private static final int WIDTH = 88;
  private static final int BYTES_IN_LINE = 16;
  private static final int UUID_LENGTH = 16;
  private static final int SHORTEST_UNICODE = 6;

  private final AslWriter out;
  private final AslOptions options;
  private final ExpressionPrinter expressions;
  private final ResourceTags tags;
  private boolean eisaIds;

  DataPrinter(AslWriter out, AslOptions options, ExpressionPrinter expressions, ResourceTags tags) {
    this.out = out;
    this.options = options;
    this.expressions = expressions;
    this.tags = tags;
  }

  void print(DataObject data) {
    switch (data) {
      case IntegerConst integer -> idOrInteger(integer);
      case DataObject.StringConst string -> out.add(quoted(string.value()));
      case DataObject.Revision revision -> out.add("Revision");
      case DataObject.Buffer buffer -> buffer(buffer);
      case DataObject.PackageObj list -> {
        out.add("Package (").hex(list.count(), 2).add(")");
        elements(list.elements());
      }
      case DataObject.VarPackage list -> {
        out.add("Package (");
        expressions.print(list.count());
        out.add(")");
        elements(list.elements());
      }
    }
  }

  /** Prints a value in which the integers that are compressed EISA ids get their macro. */
  void printIds(DataRefObject value) {
    eisaIds = true;
    print(value);
    eisaIds = false;
  }

  void print(DataRefObject value) {
    switch (value) {
      case NameString name -> out.name(name);
      case DataObject data -> print(data);
      case Undecoded undecoded -> out.add(undecoded(undecoded));
    }
  }

  /**
   * Returns what stands for bytes that could not be decoded: something that no compiler takes, so
   * that nothing compiles without them, and the bytes as a comment.
   */
  static String undecoded(Undecoded undecoded) {
    return "UNDECODED /* not decoded: " + undecoded.bytes() + " */";
  }

  private void idOrInteger(IntegerConst integer) {
    Optional<EisaId> id =
        eisaIds && integer.encoding() == IntegerConst.Encoding.DWORD
            ? EisaId.fromInteger((int) integer.value())
            : Optional.empty();
    if (id.isPresent()) {
      out.add("EisaId (\"").add(id.get().text()).add("\")");
    } else {
      integer(integer);
    }
  }

  private void integer(IntegerConst integer) {
    switch (integer.encoding()) {
      case ZERO -> out.add("Zero");
      case ONE -> out.add("One");
      case ONES -> out.add("Ones");
      case BYTE -> out.hex(integer.value(), 2);
      case WORD -> out.hex(integer.value(), 4);
      case DWORD -> out.hex(integer.value(), 8);
      case QWORD -> out.hex(integer.value(), 16);
    }
  }

  /** Returns a string in quotes, with escapes for what is not printable ASCII. */
  static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7F) {
        text.append(c);
      } else {
        text.append("\\x%02X".formatted((int) c));
      }
    }
    return text.append('"').toString();
  }

  private void elements(List<PackageElement> elements) {
    out.end().open();
    for (int i = 0; i < elements.size(); i++) {
      element(elements.get(i));
      boolean last = i + 1 == elements.size();
      out.add(last ? "" : ",");
      boolean together =
          !last
              && isScalar(elements.get(i))
              && isScalar(elements.get(i + 1))
              && out.column() < WIDTH;
      if (together) {
        out.add(" ");
      } else {
        out.end();
      }
    }
    out.close();
  }

  private void element(PackageElement element) {
    switch (element) {
      case DataRefObject value -> print(value);
      case TermArg argument -> expressions.print(argument);
    }
  }

  private static boolean isScalar(PackageElement value) {
    return value instanceof IntegerConst || value instanceof NameString;
  }

  private void buffer(DataObject.Buffer buffer) {
    if (isMacroSized(buffer)) {
      byte[] bytes = buffer.initializer().toArray();
      Optional<List<String>> template = template(bytes);
      if (template.isPresent()) {
        block(template.get());
        return;
      }
      Optional<String> macro = uuid(bytes).or(() -> unicode(bytes));
      if (macro.isPresent()) {
        out.add(macro.get());
        return;
      }
    }
    out.add("Buffer (");
    expressions.print(buffer.size());
    out.add(")");
    bytes(buffer.initializer());
  }

  /** Whether the buffer's bytes could come from a macro, whose size compilers work out. */
  private static boolean isMacroSized(DataObject.Buffer buffer) {
    TermArg size = buffer.size();
    return size.equals(IntegerConst.of(buffer.initializer().length()))
        && buffer.width() == PkgLengthWidth.SHORTEST;
  }

  /** Prints a buffer that holds a connection descriptor, without end tag: the macro. */
  void printConnection(DataObject.Buffer buffer) {
    byte[] template =
        Arrays.copyOf(buffer.initializer().toArray(), buffer.initializer().length() + 2);
    template[template.length - 2] = END_TAG;
    Optional<List<String>> lines = isMacroSized(buffer) ? template(template) : Optional.empty();
    if (lines.isEmpty()) {
      print(buffer);
      return;
    }
    // without "ResourceTemplate ()" and its braces
    block(lines.get().subList(2, lines.get().size() - 1));
  }

  private Optional<List<String>> template(byte[] bytes) {
    if (bytes.length < 4 || bytes[bytes.length - 2] != END_TAG) {
      return Optional.empty();
    }
    try {
      return ResourceTemplate.decode(bytes).aslLines(options.acpiVersion(), tags);
    } catch (ResourceFormatException noTemplate) {
      return Optional.empty();
    }
  }

  private void block(List<String> lines) {
    for (String line : lines.subList(0, lines.size() - 1)) {
      out.line(line);
    }
    out.add(lines.getLast());
  }

  private void bytes(ByteList bytes) {
    out.end().open();
    for (int i = 0; i < bytes.length(); i++) {
      boolean last = i + 1 == bytes.length();
      out.hex(bytes.get(i) & 0xFF, 2).add(last ? "" : ",");
      if (last || (i + 1) % BYTES_IN_LINE == 0) {
        out.end();
      } else {
        out.add(" ");
      }
    }
    out.close();
  }

  /** Returns the macro of sixteen bytes that are a UUID of RFC 4122, version 1 to 5. */
  private static Optional<String> uuid(byte[] b) {
    if (b.length != UUID_LENGTH) {
      return Optional.empty();
    }
    int version = (b[7] & 0xFF) >> 4;
    if (version < 1 || version > 5 || (b[8] & 0xC0) != 0x80) {
      return Optional.empty();
    }
    // the first three groups are little-endian
    int[] order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    StringBuilder text = new StringBuilder("ToUUID (\"");
    for (int i = 0; i < order.length; i++) {
      text.append(i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "");
      text.append(HexFormat.of().toHexDigits(b[order[i]]));
    }
    return Optional.of(text.append("\")").toString());
  }

  /** Returns the macro of UTF-16 text that ASL's string can hold: printable ASCII. */
  private static Optional<String> unicode(byte[] b) {
    int last = b.length - 2;
    if (b.length < SHORTEST_UNICODE || b.length % 2 != 0 || b[last] != 0 || b[last + 1] != 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < last; i += 2) {
      if (b[i + 1] != 0 || b[i] < 0x20 || b[i] >= 0x7F) {
        return Optional.empty();
      }
      text.append((char) b[i]);
    }
    return Optional.of("Unicode (" + quoted(text.toString()) + ")");
  }
}
