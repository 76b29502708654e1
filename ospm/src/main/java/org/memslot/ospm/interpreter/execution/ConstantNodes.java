package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;

/** Constants and objects built where they stand (ACPI 6.5, 20.2.3). */
final class ConstantNodes {
  private ConstantNodes() {}

  /** An integer. */
  static final class IntegerNode extends Node.IntegerTerm {
    private final long value;

    IntegerNode(long value) {
      this.value = value;
    }

    @Override
    long executeLong(Frame frame) {
      return value;
    }
  }

  /** A string: a new one each time, since it can be changed. */
  static final class StringNode extends Node {
    private final AmlString value;

    StringNode(AmlString value) {
      this.value = value;
    }

    @Override
    AmlObject execute(Frame frame) {
      frame.evaluation.allocate(value.length());
      return value.copy();
    }
  }

  /** A buffer. */
  static final class BufferNode extends Node {
    private final Node size;
    private final byte[] initializer;

    BufferNode(Node size, byte[] initializer) {
      this.size = size;
      this.initializer = initializer;
    }

    @Override
    AmlObject execute(Frame frame) {
      long wanted = size.executeLong(frame);
      long length =
          Long.compareUnsigned(wanted, initializer.length) < 0 ? initializer.length : wanted;
      return AmlBuffer.wrap(Arrays.copyOf(initializer, frame.evaluation.allocate(length)));
    }
  }

  /** An element of a package: a term, or a name that is resolved where the package is made. */
  sealed interface Element {
    /** A constant, buffer or package. */
    record Term(Node node) implements Element {}

    /** A name. */
    record Name(NameString name) implements Element {}
  }

  /** A package. */
  static final class PackageNode extends Node {
    private final Node count;
    private final List<Element> elements;

    PackageNode(Node count, List<Element> elements) {
      this.count = count;
      this.elements = elements;
    }

    @Override
    AmlObject execute(Frame frame) {
      long wanted = count.executeLong(frame);
      frame.evaluation.checkSize(wanted);
      int length = (int) wanted;
      frame.evaluation.allocate((long) length * Copies.ELEMENT_BYTES);
      AmlObject[] values = new AmlObject[length];
      Arrays.fill(values, AmlSpecial.UNINITIALIZED);
      AmlPackage result = AmlPackage.of(values);
      for (int i = 0; i < Math.min(length, elements.size()); i++) {
        initialize(result, i, elements.get(i), frame);
      }
      return result;
    }

    private static void initialize(AmlPackage result, int index, Element element, Frame frame) {
      switch (element) {
        case Element.Term(Node node) -> result.set(index, node.execute(frame));
        case Element.Name(NameString name) -> {
          NamespaceEntry scope = frame.scope;
          if (frame.table != null) {
            // The name may be declared further down in the table.
            frame.table.later(
                evaluation ->
                    resolve(result, index, name, scope, false, frame.runtime, evaluation));
          } else {
            resolve(result, index, name, scope, true, frame.runtime, frame.evaluation);
          }
        }
      }
    }

    /**
     * Sets an element to what a name stands for: data to its value, all else to a reference. A name
     * that is not there leaves the element without a value; a table that is loaded reports it.
     */
    private static void resolve(
        AmlPackage result,
        int index,
        NameString name,
        NamespaceEntry scope,
        boolean scopeIsMethod,
        AmlRuntime runtime,
        Evaluation evaluation) {
      Optional<NamespaceEntry> found =
          Optional.ofNullable(runtime.namespace().resolve(scope, name));
      if (found.isEmpty() && scopeIsMethod) {
        return;
      }
      if (found.isEmpty()) {
        throw new AmlException(
            AmlStatus.AE_NOT_FOUND, name + ", named in a package, does not exist");
      }
      NamespaceEntry node = found.get();
      switch (node.object()) {
        // Two packages that name each other must not become one without end.
        case AmlPackage list when list.reaches(result) ->
            result.set(index, new AmlReference.ToNode(node));
        case AmlData data -> result.alias(index, node);
        case BitField field -> result.set(index, runtime.valueOf(node, evaluation));
        case AmlObject other -> result.set(index, new AmlReference.Named(node));
      }
    }
  }
}
