package org.memslot.bios.acpi.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * Where the decoder is within one structure: its bounds, the position, and the numbers of the
 * fields read so far, by which later amounts are computed.
 */
final class Scope {
  private final ByteList content;
  private final Optional<Scope> around;
  private final List<FieldView> fields = new ArrayList<>();
  private final List<Extent> referenced;
  private final int start;
  private final int end;
  private int position;

  /** Bytes that a reference led to. */
  record Extent(int from, int to) {}

  private Scope(
      ByteList content, Optional<Scope> around, List<Extent> referenced, int start, int end) {
    this.content = content;
    this.around = around;
    this.referenced = referenced;
    this.start = start;
    this.position = start;
    this.end = end;
  }

  /** The scope of a whole table that ends at {@code end}. */
  Scope(ByteList content, int end) {
    this(content, Optional.empty(), new ArrayList<>(), 0, end);
  }

  /** The scope of a structure of its own within this one. */
  Scope structure(int from, int to) {
    return new Scope(content, Optional.of(this), new ArrayList<>(), from, to);
  }

  /** The scope of some fields of this structure, from the position on. */
  Scope part() {
    Scope part = new Scope(content, Optional.of(this), referenced, start, end);
    part.position = position;
    return part;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int position() {
    return position;
  }

  int left() {
    return end - position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  void add(FieldView field) {
    fields.add(field);
  }

  void addReferenced(int from, int to) {
    referenced.add(new Extent(from, to));
  }

  List<Extent> referenced() {
    return referenced;
  }

  /** Whether a condition holds. */
  boolean holds(Condition condition) {
    long left = amount(condition.left());
    long right = amount(condition.right());
    return switch (condition.comparison()) {
      case EQUAL -> left == right;
      case DIFFERENT -> left != right;
      case AT_LEAST -> left >= right;
      case BELOW -> left < right;
    };
  }

  /** What an amount is here; never negative. */
  long amount(Amount amount) {
    return switch (amount) {
      case Amount.Constant constant -> constant.number();
      case Amount.FieldValue field -> number(field.name());
      case Amount.Revision _ ->
          content.length() > TableLayout.REVISION_OFFSET
              ? content.get(TableLayout.REVISION_OFFSET)
              : 0;
      case Amount.BytesLeft _ -> left();
      case Amount.ToNul text -> bytesToNul(text.width());
      case Amount.Computed computed ->
          compute(amount(computed.left()), computed.operator(), amount(computed.right()));
    };
  }

  private static long compute(long a, Amount.Operator operator, long b) {
    return switch (operator) {
      case PLUS -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
      case MINUS -> Math.max(0, a - b);
      case TIMES -> Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
      case DIVIDED_BY -> b == 0 ? 0 : a / b;
      case AND -> a & b;
      case SHIFTED_RIGHT -> b > 62 ? 0 : a >>> b;
      case SHIFTED_LEFT ->
          a == 0 ? 0 : b >= Long.numberOfLeadingZeros(a) - 1 ? Long.MAX_VALUE : a << b;
    };
  }

  /** Whether a field has a GUID. */
  boolean holds(Section.GuidIs guid) {
    return field(guid.field()).filter(field -> field.value().equals(guid.guid())).isPresent();
  }

  private long number(String name) {
    return field(name)
        .map(field -> field.number() < 0 ? Long.MAX_VALUE : field.number())
        .orElse(0L);
  }

  private Optional<FieldView> field(String name) {
    for (int i = fields.size() - 1; i >= 0; i--) {
      FieldView field = fields.get(i);
      if (field.name().equals(name)) {
        return Optional.of(field);
      }
    }
    return around.flatMap(scope -> scope.field(name));
  }

  private int bytesToNul(int width) {
    for (int at = position; at + width <= end; at += width) {
      boolean zero = true;
      for (int i = 0; i < width; i++) {
        zero &= content.get(at + i) == 0;
      }
      if (zero) {
        return at + width - position;
      }
    }
    return left();
  }
}
