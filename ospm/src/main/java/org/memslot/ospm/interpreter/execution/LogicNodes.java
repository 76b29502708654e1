package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;
import org.memslot.aml.Expression;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;

/** Comparisons and logical connections, which give Zero or Ones (ACPI 6.5, 19.6). */
final class LogicNodes {
  private LogicNodes() {}

  /** A comparison. */
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** Tells whether two objects that compare like this to 0 satisfy the comparison. */
    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }

  /**
   * Compares data; the second operand is converted to the type of the first (ACPI 6.5, 19.3.5.5).
   *
   * @return below, above or equal to 0 as the first is less, greater or equal
   */
  static int compare(AmlObject left, AmlObject right, Frame frame) {
    Conversions conversions = frame.runtime.conversions();
    return switch (left) {
      case AmlInteger(long number) -> Long.compareUnsigned(number, conversions.toInteger(right));
      case AmlString string ->
          Arrays.compareUnsigned(
              string.bytes(), conversions.toString(right, frame.evaluation).bytes());
      case AmlBuffer buffer -> Arrays.compareUnsigned(buffer.bytes(), bufferBytes(right, frame));
      default -> throw Conversions.operandType("Integer, String or Buffer", left);
    };
  }

  private static byte[] bufferBytes(AmlObject object, Frame frame) {
    return frame.runtime.conversions().toBuffer(object, frame.evaluation).bytes();
  }

  /** LEqual and its like. */
  static final class CompareNode extends Node.IntegerTerm {
    private final Comparison comparison;
    private final Node left;
    private final Node right;

    CompareNode(Comparison comparison, Node left, Node right) {
      this.comparison = comparison;
      this.left = left;
      this.right = right;
    }

    @Override
    long executeLong(Frame frame) {
      return comparison.holds(order(frame)) ? frame.mask : 0;
    }

    private int order(Frame frame) {
      if (!left.isNumber(frame)) {
        AmlObject l = left.executeValue(frame);
        return compare(l, right.executeValue(frame), frame);
      }
      long l = left.executeLong(frame);
      return Long.compareUnsigned(l, right.executeLong(frame));
    }
  }

  /** LAnd and LOr; both operands are always evaluated. */
  static final class ConnectNode extends Node.IntegerTerm {
    private final boolean and;
    private final Node left;
    private final Node right;

    ConnectNode(boolean and, Node left, Node right) {
      this.and = and;
      this.left = left;
      this.right = right;
    }

    @Override
    long executeLong(Frame frame) {
      boolean l = left.executeLong(frame) != 0;
      boolean r = right.executeLong(frame) != 0;
      return (and ? l && r : l || r) ? frame.mask : 0;
    }
  }

  /** LNot. */
  static final class NotNode extends Node.IntegerTerm {
    private final Node operand;

    NotNode(Node operand) {
      this.operand = operand;
    }

    @Override
    long executeLong(Frame frame) {
      return operand.executeLong(frame) == 0 ? frame.mask : 0;
    }
  }

  /** Match: searches a package. */
  static final class MatchNode extends Node {
    /**
     * One of the two conditions.
     *
     * @param operator the comparison
     * @param operand what elements are compared with
     */
    record Condition(Expression.Match.Operator operator, Node operand) {}

    private final Node searched;
    private final Condition first;
    private final Condition second;
    private final Node start;

    MatchNode(Node searched, Condition first, Condition second, Node start) {
      this.searched = searched;
      this.first = first;
      this.second = second;
      this.start = start;
    }

    @Override
    AmlObject execute(Frame frame) {
      AmlObject found = searched.executeValue(frame);
      if (!(found instanceof AmlPackage list)) {
        throw Conversions.operandType("Package", found);
      }
      AmlObject one = comparable(first.operand.executeValue(frame));
      AmlObject two = comparable(second.operand.executeValue(frame));
      long from = start.executeLong(frame);
      if (Long.compareUnsigned(from, list.length()) >= 0) {
        throw new AmlException(
            AmlStatus.AE_AML_PACKAGE_LIMIT,
            "Match starts at %s of a package of %d"
                .formatted(Long.toUnsignedString(from), list.length()));
      }
      for (int i = (int) from; i < list.length(); i++) {
        if (matches(first.operator, list.get(i), one, frame)
            && matches(second.operator, list.get(i), two, frame)) {
          return AmlInteger.of(i);
        }
      }
      return AmlInteger.of(frame.mask);
    }

    private static AmlObject comparable(AmlObject operand) {
      return switch (operand) {
        case AmlInteger number -> number;
        case AmlString string -> string;
        case AmlBuffer buffer -> buffer;
        default -> throw Conversions.operandType("Integer, String or Buffer", operand);
      };
    }

    /** An element that is no data, or cannot be converted, does not match. */
    private static boolean matches(
        Expression.Match.Operator operator, AmlObject element, AmlObject wanted, Frame frame) {
      if (!(element instanceof AmlData) || element instanceof AmlPackage) {
        return false;
      }
      if (operator == Expression.Match.Operator.MTR) {
        return true;
      }
      int order;
      try {
        order = -compare(wanted, element, frame);
      } catch (AmlException e) {
        return false;
      }
      return switch (operator) {
        case MTR -> true;
        case MEQ -> order == 0;
        case MLE -> order <= 0;
        case MLT -> order < 0;
        case MGE -> order >= 0;
        case MGT -> order > 0;
      };
    }
  }
}
