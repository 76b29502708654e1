package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;

/** Copies of objects, as stores make them. */
final class Copies {
  /** What an element costs, to bound packages. */
  static final int ELEMENT_BYTES = 8;

  private Copies() {}

  /** Copies data; what is no data is shared. */
  static AmlObject copy(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlInteger number -> number;
      case AmlString string -> {
        evaluation.allocate(string.length());
        yield string.copy();
      }
      case AmlBuffer buffer -> {
        evaluation.allocate(buffer.length());
        yield buffer.copy();
      }
      case AmlPackage list -> {
        evaluation.allocate(size(list, 0, 0, evaluation));
        yield copyElements(list);
      }
      default -> object;
    };
  }

  /** Measures a package before it is copied: packages of packages can double at every store. */
  private static long size(AmlPackage list, long before, int depth, Evaluation evaluation) {
    if (depth == evaluation.limits().packageDepth()) {
      throw new AmlException(
          AmlStatus.AE_LIMIT,
          "packages are nested more than " + evaluation.limits().packageDepth() + " deep");
    }
    long total = before + (long) list.length() * ELEMENT_BYTES;
    for (int i = 0; i < list.length(); i++) {
      total =
          switch (list.get(i)) {
            case AmlString string -> total + string.length();
            case AmlBuffer buffer -> total + buffer.length();
            case AmlPackage nested -> size(nested, total, depth + 1, evaluation);
            default -> total;
          };
      evaluation.checkSize(total);
    }
    return total;
  }

  private static AmlPackage copyElements(AmlPackage list) {
    AmlObject[] elements = new AmlObject[list.length()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] =
          switch (list.get(i)) {
            case AmlString string -> string.copy();
            case AmlBuffer buffer -> buffer.copy();
            case AmlPackage nested -> copyElements(nested);
            case AmlObject other -> other;
          };
    }
    return AmlPackage.of(elements);
  }
}
