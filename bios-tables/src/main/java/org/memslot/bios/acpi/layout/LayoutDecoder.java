package org.memslot.bios.acpi.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;

/**
 * Walks a layout along the bytes of a table. Whatever the bytes are, it ends: each step takes
 * bytes, layouts do not nest in themselves, and a budget bounds what references can multiply.
 */
final class LayoutDecoder {
  private static final int HEADER_SIZE = 36;
  private static final int LENGTH_OFFSET = 4;
  private static final int CHECKSUM_OFFSET = 9;

  /** What a table's nodes may number: some for each byte, for references to common parts. */
  private static final int NODES_PER_BYTE = 4;

  private static final int NODES_MORE = 1000;

  private final String table;
  private final TableLayout layout;
  private final ByteList content;
  private final List<Finding> findings = new ArrayList<>();
  private long budget;
  private boolean laterRevisionFound;
  private boolean headerIncomplete;

  LayoutDecoder(String table, TableLayout layout, ByteList content) {
    this.table = table;
    this.layout = layout;
    this.content = content;
    this.budget = (long) NODES_PER_BYTE * content.length() + NODES_MORE;
  }

  TableView decode() {
    List<ViewNode> nodes = new ArrayList<>();
    int end =
        switch (layout.header()) {
          case DESCRIPTION -> checkHeader();
          case LENGTH -> checkLength(0);
          case NONE -> content.length();
        };
    Scope scope = new Scope(content, end);
    List<Item> items = layout.items();
    if (layout.header() == TableLayout.Header.DESCRIPTION) {
      items = new ArrayList<>(DescriptionHeader.items());
      items.addAll(layout.items());
    }
    structure(items, scope, nodes);
    if (end < content.length()) {
      nodes.add(bytes("Bytes after the table", end, content.length()));
    }
    return new TableView(layout, content, nodes, findings);
  }

  // Header

  private int checkHeader() {
    if (content.length() < HEADER_SIZE) {
      headerIncomplete = true;
      find(
          TableRule.TABLE_HEADER,
          "offset 0x0",
          "the description header has 36 bytes, there are " + content.length());
      return content.length();
    }
    int end = checkLength(HEADER_SIZE);
    if (length() == end) {
      checkChecksum(end);
    }
    checkRevision();
    return end;
  }

  private long length() {
    return content.length() < LENGTH_OFFSET + Integer.BYTES
        ? content.length()
        : Integer.toUnsignedLong(
            content.get(LENGTH_OFFSET)
                | content.get(LENGTH_OFFSET + 1) << 8
                | content.get(LENGTH_OFFSET + 2) << 16
                | content.get(LENGTH_OFFSET + 3) << 24);
  }

  private int checkLength(int least) {
    long length = length();
    String field = place("Table Length", LENGTH_OFFSET);
    if (length < least) {
      find(TableRule.TABLE_LENGTH, field, length + ", the header alone has " + least);
    } else if (length > content.length()) {
      find(TableRule.TABLE_LENGTH, field, length + ", there are " + content.length() + " bytes");
    } else if (length < content.length()) {
      find(
          TableRule.BYTES_AFTER_TABLE,
          field,
          length + ", there are " + content.length() + " bytes");
      return (int) length;
    }
    return content.length();
  }

  private void checkChecksum(int end) {
    int sum = 0;
    for (int i = 0; i < end; i++) {
      sum += content.get(i);
    }
    if ((sum & 0xff) != 0) {
      int present = content.get(CHECKSUM_OFFSET);
      find(
          TableRule.CHECKSUM,
          place("Checksum", CHECKSUM_OFFSET),
          hex(present) + ", should be " + hex(present - sum & 0xff));
    }
  }

  private void checkRevision() {
    int revision = content.get(TableLayout.REVISION_OFFSET);
    List<Integer> defined = layout.revisions();
    if (!defined.isEmpty() && !defined.contains(revision)) {
      find(
          TableRule.TABLE_REVISION,
          place("Revision", TableLayout.REVISION_OFFSET),
          revision + ", " + layout.source() + " and its predecessors define " + defined);
    }
  }

  // Structures

  /** Decodes all of a structure; what its fields leave over is shown as bytes. */
  private void structure(List<Item> items, Scope scope, List<ViewNode> nodes) {
    boolean complete = items(items, scope, nodes);
    int from = scope.position();
    List<Scope.Extent> extents = new ArrayList<>(scope.referenced());
    extents.sort(Comparator.comparingInt(Scope.Extent::from));
    for (Scope.Extent extent : extents) {
      if (extent.from() > from) {
        nodes.add(bytes("Unreferenced bytes", from, Math.min(extent.from(), scope.end())));
      }
      from = Math.max(from, extent.to());
    }
    if (from < scope.end()) {
      nodes.add(bytes("Unknown bytes", from, scope.end()));
      if (complete && extents.isEmpty() && !isPadding(from, scope.end())) {
        find(
            TableRule.UNKNOWN_BYTES,
            "offset " + hex(from),
            (scope.end() - from) + " bytes behind the last field");
      }
    }
    scope.moveTo(scope.end());
  }

  /** Whether bytes are zeros that round a length up to whole 32-bit words. */
  private boolean isPadding(int from, int to) {
    boolean rounds = to - from < Integer.BYTES && to % Integer.BYTES == 0;
    for (int i = from; rounds && i < to; i++) {
      rounds = content.get(i) == 0;
    }
    return rounds;
  }

  /** Decodes items one after the other; says whether the structure goes on behind them. */
  private boolean items(List<Item> items, Scope scope, List<ViewNode> nodes) {
    for (Item item : items) {
      boolean more =
          switch (item) {
            case FieldLayout field -> field(field, scope, nodes);
            case Group group -> group(group, scope, nodes);
            case Section section -> section(section, scope, nodes);
            case Repeat repeat -> repeat(repeat, scope, nodes);
            case Subtables subtables -> subtables(subtables, scope, nodes);
            case Reference reference -> reference(reference, scope, nodes);
            case UnusedBytes unused -> unused(unused, scope, nodes);
          };
      if (!more) {
        return false;
      }
    }
    return true;
  }

  private boolean field(FieldLayout field, Scope scope, List<ViewNode> nodes) {
    if (budget-- <= 0) {
      if (budget == -1) {
        find(TableRule.TOO_MANY_FIELDS, place(field.name(), scope.position()), "no end of fields");
      }
      return false;
    }
    long width = scope.amount(field.width());
    if (width == 0) {
      return true;
    }
    int at = scope.position();
    int there = (int) Math.min(width, scope.left());
    boolean whole = there == width;
    if (!whole && !headerIncomplete) {
      boolean fixed = field.width() instanceof Amount.Constant;
      find(
          fixed ? TableRule.CUT_OFF : TableRule.BEYOND_END,
          place(field.name(), at),
          "needs " + width + " bytes, " + (there == 0 ? "none" : "" + there) + " left");
    }
    if (there > 0) {
      FieldView view = new FieldView(field, at, content.slice(at, there), whole);
      nodes.add(view);
      scope.add(view);
      if ((field.kind() == FieldKind.STRING || field.kind() == FieldKind.STRING_16)
          && !view.isTerminated()) {
        find(TableRule.TEXT_TERMINATOR, place(field.name(), at), there + " bytes without a NUL");
      }
      scope.moveTo(at + there);
    }
    return whole;
  }

  private boolean unused(UnusedBytes unused, Scope scope, List<ViewNode> nodes) {
    if (scope.left() > 0) {
      nodes.add(bytes(unused.name(), scope.position(), scope.end()));
      scope.moveTo(scope.end());
    }
    return true;
  }

  private static FieldLayout bytesLayout(String name, int length) {
    return FieldLayout.of(name, FieldKind.BYTES, new Amount.Constant(length));
  }

  private FieldView bytes(String name, int from, int to) {
    return new FieldView(bytesLayout(name, to - from), from, content.slice(from, to - from), true);
  }

  private boolean group(Group group, Scope scope, List<ViewNode> nodes) {
    return part(group.title(), group.items(), scope, nodes);
  }

  /** Decodes items that see their own fields before those around them. */
  private boolean part(String title, List<Item> items, Scope scope, List<ViewNode> nodes) {
    int from = scope.position();
    Scope part = scope.part();
    List<ViewNode> inside = title.isEmpty() ? nodes : new ArrayList<>();
    boolean more = items(items, part, inside);
    scope.moveTo(part.position());
    if (!title.isEmpty() && !inside.isEmpty()) {
      nodes.add(new GroupView(title, OptionalLong.empty(), from, scope.position() - from, inside));
    }
    return more;
  }

  private boolean section(Section section, Scope scope, List<ViewNode> nodes) {
    return switch (section.presence()) {
      case Section.IfPresent _ -> scope.left() == 0 || items(section.items(), scope, nodes);
      case Section.When when ->
          !scope.holds(when.condition()) || items(section.items(), scope, nodes);
      case Section.GuidIs guid -> !scope.holds(guid) || items(section.items(), scope, nodes);
      case Section.Since since -> since(since.revision(), section.items(), scope, nodes);
    };
  }

  private boolean since(int introduced, List<Item> items, Scope scope, List<ViewNode> nodes) {
    long revision = scope.amount(new Amount.Revision());
    if (scope.left() == 0) {
      if (revision >= introduced) {
        find(
            TableRule.FIELDS_OF_REVISION,
            place(firstName(items), scope.position()),
            "the table ends before it, revision " + revision + " is longer");
      }
      return false;
    }
    if (revision < introduced && !laterRevisionFound) {
      laterRevisionFound = true;
      find(
          TableRule.FIELDS_OF_LATER_REVISION,
          place(firstName(items), scope.position()),
          "is there, but the table has revision " + revision + " and not " + introduced);
    }
    return items(items, scope, nodes);
  }

  private static String firstName(List<Item> items) {
    return switch (items.getFirst()) {
      case FieldLayout field -> field.name();
      case Group group -> group.title();
      case Section section -> firstName(section.items());
      case Repeat repeat -> repeat.title().isEmpty() ? firstName(repeat.items()) : repeat.title();
      case Subtables subtables -> firstName(subtables.head());
      case Reference reference -> firstName(reference.items());
      case UnusedBytes unused -> unused.name();
    };
  }

  private boolean repeat(Repeat repeat, Scope scope, List<ViewNode> nodes) {
    long count =
        repeat.count().isPresent() ? scope.amount(repeat.count().orElseThrow()) : Long.MAX_VALUE;
    for (long i = 0; i < count; i++) {
      if (scope.left() == 0) {
        if (repeat.count().isPresent()) {
          find(
              TableRule.BEYOND_END,
              place(firstName(List.of(repeat)), scope.position()),
              count + " are counted, " + i + " are there");
          return false;
        }
        return true;
      }
      int before = scope.position();
      if (!part(repeat.title(), repeat.items(), scope, nodes)) {
        return false;
      }
      if (scope.position() == before) {
        return true;
      }
    }
    return true;
  }

  private boolean reference(Reference reference, Scope scope, List<ViewNode> nodes) {
    long offset = scope.amount(reference.offset());
    int space = scope.end() - scope.start();
    if (offset == 0) {
      return true;
    }
    Optional<Amount> lengthAmount = reference.length();
    long length = lengthAmount.isPresent() ? scope.amount(lengthAmount.orElseThrow()) : 0;
    if (lengthAmount.isPresent() && length == 0) {
      return true;
    }
    if (offset > space || length > space - offset) {
      find(
          TableRule.BEYOND_END,
          place(firstName(reference.items()), scope.position()),
          "at offset "
              + offset
              + (length == 0 ? "" : " with " + length + " bytes")
              + " of a structure of "
              + space
              + " bytes");
      if (offset > space) {
        return true;
      }
      length = space - offset;
    }
    int from = scope.start() + (int) offset;
    int to = length == 0 ? scope.end() : from + (int) length;
    Scope part = scope.structure(from, to);
    if (lengthAmount.isPresent()) {
      structure(reference.items(), part, nodes);
    } else {
      items(reference.items(), part, nodes);
    }
    scope.addReferenced(from, part.position());
    return true;
  }

  private boolean subtables(Subtables subtables, Scope scope, List<ViewNode> nodes) {
    long count =
        subtables.count().isPresent()
            ? scope.amount(subtables.count().orElseThrow())
            : Long.MAX_VALUE;
    for (long i = 0; i < count; i++) {
      if (scope.left() == 0) {
        if (subtables.count().isPresent()) {
          find(
              TableRule.BEYOND_END,
              place(firstName(subtables.head()), scope.position()),
              count + " structures are counted, " + i + " are there");
          return false;
        }
        return true;
      }
      if (!subtable(subtables, scope, nodes)) {
        return false;
      }
    }
    return true;
  }

  private boolean subtable(Subtables subtables, Scope scope, List<ViewNode> nodes) {
    int from = scope.position();
    Scope head = scope.structure(from, scope.end());
    List<ViewNode> inside = new ArrayList<>();
    boolean more = items(subtables.head(), head, inside);
    OptionalLong type = OptionalLong.empty();
    String title = "Incomplete subtable";
    int to = head.position();
    if (more) {
      long number = head.amount(subtables.type());
      type = OptionalLong.of(number);
      Optional<Subtable> known = subtables.find(number);
      title = known.map(Subtable::title).orElseGet(() -> "Unknown type " + hex(number));
      List<Item> body = known.map(Subtable::items).orElse(List.of(new UnusedBytes("Content")));
      if (subtables.length().isPresent()) {
        to = subtableEnd(head.amount(subtables.length().orElseThrow()), head);
        more = to > from;
        if (more) {
          Scope whole = head.structure(from, to);
          whole.moveTo(head.position());
          structure(body, whole, inside);
        } else {
          to = head.position();
        }
      } else {
        more = items(body, head, inside);
        to = head.position();
      }
    }
    scope.moveTo(to);
    nodes.add(new GroupView(title, type, from, to - from, inside));
    return more && to > from;
  }

  /** The end of a subtable; its start if the length cannot be. */
  private int subtableEnd(long length, Scope head) {
    int from = head.start();
    String place = "subtable at offset " + hex(from);
    if (length < head.position() - from) {
      find(
          TableRule.SUBTABLE_LENGTH,
          place,
          "length " + length + ", its head alone has " + (head.position() - from));
      return from;
    }
    if (length > head.end() - from) {
      find(
          TableRule.SUBTABLE_LENGTH,
          place,
          "length " + length + ", " + (head.end() - from) + " bytes are left");
      return head.end();
    }
    return from + (int) length;
  }

  // Findings

  private void find(TableRule rule, String place, String message) {
    findings.add(new Finding(rule, table, place, message));
  }

  private static String place(String field, int offset) {
    return field + " at offset " + hex(offset);
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
