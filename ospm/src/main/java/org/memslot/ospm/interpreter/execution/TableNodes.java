package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Load and LoadTable: definition blocks that come later (ACPI 6.5, 19.6.76, 19.6.77). */
final class TableNodes {
  private static final int LENGTH_OFFSET = 4;
  private static final int HEADER_LENGTH = 36;

  private TableNodes() {}

  /** Load. */
  static final class LoadNode extends Node {
    private final NameNode source;
    private final TargetNode target;

    LoadNode(NameNode source, TargetNode target) {
      this.source = source;
      this.target = target;
    }

    @Override
    AmlObject execute(Frame frame) {
      byte[] table = read(frame);
      frame.runtime.load(table, frame.runtime.namespace().root(), frame);
      target.storeNumber(frame, frame.mask, Place.Mode.CONVERT);
      return AmlInteger.of(frame.mask);
    }

    private byte[] read(Frame frame) {
      NamespaceEntry node = source.resolve(frame);
      return switch (node.object()) {
        case OperationRegion region -> readRegion(region, frame.evaluation);
        case AmlBuffer buffer -> firstTable(buffer.bytes(), frame.evaluation);
        case BitField field -> {
          AmlObject value = field.read(frame.runtime.conversions(), frame.evaluation);
          AmlBuffer buffer = frame.runtime.conversions().toBuffer(value, frame.evaluation);
          yield firstTable(buffer.bytes(), frame.evaluation);
        }
        case AmlObject other -> throw Conversions.operandType("Region, Field or Buffer", other);
      };
    }

    /** The table at the beginning of a buffer; its header says how long it is. */
    private static byte[] firstTable(byte[] bytes, Evaluation evaluation) {
      if (bytes.length < HEADER_LENGTH) {
        throw invalidLength(bytes.length);
      }
      long length = 0;
      for (int i = Integer.BYTES - 1; i >= 0; i--) {
        length = length << Byte.SIZE | Byte.toUnsignedLong(bytes[LENGTH_OFFSET + i]);
      }
      if (length > bytes.length) {
        throw new AmlException(
            AmlStatus.AE_AML_BUFFER_LIMIT,
            "a table of %d bytes in a buffer of %d".formatted(length, bytes.length));
      }
      if (length < HEADER_LENGTH) {
        throw invalidLength(length);
      }
      return Arrays.copyOf(bytes, evaluation.allocate(length));
    }

    private static AmlException invalidLength(long length) {
      return new AmlException(AmlStatus.AE_INVALID_TABLE_LENGTH, "a table of " + length + " bytes");
    }

    private static byte[] readRegion(OperationRegion region, Evaluation evaluation) {
      long length = region.read(LENGTH_OFFSET, Integer.BYTES, evaluation);
      if (length < HEADER_LENGTH) {
        throw invalidLength(length);
      }
      byte[] table = new byte[evaluation.allocate(length)];
      for (int i = 0; i < table.length; i++) {
        table[i] = (byte) region.read(i, 1, evaluation);
      }
      return table;
    }
  }

  /** LoadTable. */
  static final class LoadTableNode extends Node {
    /**
     * The operands.
     *
     * @param key signature, OEM ID and OEM table ID
     * @param rootPath where the table's names begin; an empty string for the root
     * @param parameterPath what is set when it was loaded; an empty string for nothing
     * @param parameterData to what
     */
    record Operands(List<Node> key, Node rootPath, Node parameterPath, Node parameterData) {}

    private final Operands operands;

    LoadTableNode(Operands operands) {
      this.operands = operands;
    }

    @Override
    AmlObject execute(Frame frame) {
      TableKey key = TableKey.evaluate(operands.key, frame);
      String root = TableKey.text(operands.rootPath, frame);
      String parameter = TableKey.text(operands.parameterPath, frame);
      AmlObject data = operands.parameterData.executeValue(frame);
      Optional<byte[]> table = key.find(frame.runtime.host());
      if (table.isEmpty()) {
        return AmlInteger.ZERO;
      }
      Namespace namespace = frame.runtime.namespace();
      NamespaceEntry scope =
          root.isEmpty() ? namespace.root() : existing(namespace, frame.scope, root);
      // A parameter that does not exist is found before anything has been loaded.
      NamespaceEntry toSet = parameter.isEmpty() ? null : existing(namespace, scope, parameter);
      frame.runtime.load(table.get(), scope, frame);
      if (toSet != null) {
        frame.runtime.stores().toNode(toSet, data, Place.Mode.CONVERT, frame.evaluation);
      }
      return AmlInteger.of(frame.mask);
    }

    private static NamespaceEntry existing(Namespace namespace, NamespaceEntry scope, String path) {
      return namespace
          .search(scope, path)
          .map(NamespaceEntry::of)
          .orElseThrow(() -> new AmlException(AmlStatus.AE_NOT_FOUND, path + " does not exist"));
    }
  }
}
