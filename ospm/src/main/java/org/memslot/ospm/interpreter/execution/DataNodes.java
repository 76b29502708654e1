package org.memslot.ospm.interpreter.execution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** Operators on strings and buffers, conversions and stores (ACPI 6.5, 19.6). */
final class DataNodes {
  private DataNodes() {}

  /** Store and CopyObject. */
  static final class StoreNode extends Node {
    private final Node value;
    private final TargetNode target;
    private final Place.Mode mode;

    StoreNode(Node value, TargetNode target, Place.Mode mode) {
      this.value = value;
      this.target = target;
      this.mode = mode;
    }

    @Override
    AmlObject execute(Frame frame) {
      if (value.isNumber(frame)) {
        return AmlInteger.of(executeLong(frame));
      }
      return target.store(frame, evaluated(frame), mode);
    }

    private AmlObject evaluated(Frame frame) {
      AmlObject object = value.execute(frame);
      return switch (object) {
        case AmlData data -> data;
        case AmlReference.Named(NamespaceNode node) when mode == Place.Mode.COPY -> node.object();
        case AmlReference.Named named -> anyObject(named, frame);
        case AmlNamed named -> anyObject(named, frame);
        default -> object;
      };
    }

    /** Only CopyObject, and Store to the Debug object, take what is no data. */
    private AmlObject anyObject(AmlObject object, Frame frame) {
      if (mode == Place.Mode.COPY
          || target.isDebug()
          || frame.runtime.settings().has(AmlBehaviour.STORE_ANY_OBJECT)) {
        return object;
      }
      throw Conversions.operandType("Integer, String, Buffer, Package or Reference", object);
    }

    @Override
    long executeLong(Frame frame) {
      if (value.isNumber(frame)) {
        long number = value.executeLong(frame);
        target.storeNumber(frame, number, mode);
        return number;
      }
      return super.executeLong(frame);
    }

    @Override
    boolean isNumber(Frame frame) {
      return value.isNumber(frame);
    }

    @Override
    Completion run(Frame frame) {
      if (value.isNumber(frame)) {
        executeLong(frame);
      } else {
        target.store(frame, evaluated(frame), mode);
      }
      return Completion.NORMAL;
    }
  }

  /** Store of a local to itself, which ACPICA takes for nothing even if the local is not set. */
  static final class SelfStoreNode extends Node {
    private final int slot;

    SelfStoreNode(int slot) {
      this.slot = slot;
    }

    @Override
    AmlObject execute(Frame frame) {
      return frame.get(slot);
    }
  }

  /** An operator that computes an object and can store it. */
  abstract static class Computation extends Node {
    private final TargetNode target;
    private final Place.Mode mode;

    Computation(TargetNode target, Place.Mode mode) {
      this.target = target;
      this.mode = mode;
    }

    abstract AmlObject compute(Frame frame);

    @Override
    final AmlObject execute(Frame frame) {
      return target.store(frame, compute(frame), mode);
    }
  }

  /** A conversion of the To kind. */
  interface Conversion {
    AmlObject apply(Conversions conversions, AmlObject value, Evaluation evaluation);
  }

  /** ToInteger, ToBuffer, ToHexString and ToDecimalString. */
  static final class ConvertNode extends Computation {
    private final Node operand;
    private final Conversion conversion;

    ConvertNode(Node operand, Conversion conversion, TargetNode target) {
      super(target, Place.Mode.REPLACE);
      this.operand = operand;
      this.conversion = conversion;
    }

    @Override
    AmlObject compute(Frame frame) {
      AmlObject value = operand.executeValue(frame);
      return conversion.apply(frame.runtime.conversions(), value, frame.evaluation);
    }
  }

  /** ToString: a buffer's bytes up to the first null. */
  static final class ToStringNode extends Computation {
    private final Node source;
    private final Node length;

    ToStringNode(Node source, Node length, TargetNode target) {
      super(target, Place.Mode.REPLACE);
      this.source = source;
      this.length = length;
    }

    @Override
    AmlObject compute(Frame frame) {
      AmlObject value = source.executeValue(frame);
      byte[] bytes = frame.runtime.conversions().toBuffer(value, frame.evaluation).bytes();
      long limit = length.executeLong(frame);
      int end = 0;
      while (end < bytes.length && Long.compareUnsigned(end, limit) < 0 && bytes[end] != 0) {
        end++;
      }
      return AmlString.wrap(Arrays.copyOf(bytes, frame.evaluation.allocate(end)));
    }
  }

  /** Mid: a part of a string or buffer. */
  static final class MidNode extends Computation {
    private final Node source;
    private final Node index;
    private final Node length;

    MidNode(Node source, Node index, Node length, TargetNode target) {
      super(target, Place.Mode.CONVERT);
      this.source = source;
      this.index = index;
      this.length = length;
    }

    @Override
    AmlObject compute(Frame frame) {
      AmlObject value = source.executeValue(frame);
      long from = index.executeLong(frame);
      long count = length.executeLong(frame);
      return switch (value) {
        case AmlBuffer buffer -> AmlBuffer.wrap(part(buffer.bytes(), from, count, frame));
        case AmlString string -> AmlString.wrap(part(string.bytes(), from, count, frame));
        case AmlObject other -> {
          byte[] bytes = frame.runtime.conversions().toBuffer(other, frame.evaluation).bytes();
          yield AmlBuffer.wrap(part(bytes, from, count, frame));
        }
      };
    }

    private static byte[] part(byte[] bytes, long from, long count, Frame frame) {
      int start = (int) min(from, bytes.length);
      int size = (int) min(count, bytes.length - start);
      frame.evaluation.allocate(size);
      return Arrays.copyOfRange(bytes, start, start + size);
    }

    private static long min(long value, int limit) {
      return Long.compareUnsigned(value, limit) < 0 ? value : limit;
    }
  }

  /** Concatenate: the first operand's type decides (ACPI 6.5, 19.6.12). */
  static final class ConcatenateNode extends Computation {
    private final Node left;
    private final Node right;

    ConcatenateNode(Node left, Node right, TargetNode target) {
      super(target, Place.Mode.CONVERT);
      this.left = left;
      this.right = right;
    }

    @Override
    AmlObject compute(Frame frame) {
      Conversions conversions = frame.runtime.conversions();
      AmlObject first = dataOrTypeName(left.executeValue(frame));
      AmlObject second = dataOrTypeName(right.executeValue(frame));
      return switch (first) {
        case AmlInteger number -> {
          long other = conversions.toInteger(second);
          byte[] low = conversions.littleEndian(number.value());
          yield AmlBuffer.wrap(join(low, conversions.littleEndian(other), frame));
        }
        case AmlBuffer buffer -> {
          byte[] tail = conversions.toBuffer(second, frame.evaluation).bytes();
          yield AmlBuffer.wrap(join(buffer.bytes(), tail, frame));
        }
        default -> {
          byte[] head = conversions.toString(first, frame.evaluation).bytes();
          byte[] tail = conversions.toString(second, frame.evaluation).bytes();
          yield AmlString.wrap(join(head, tail, frame));
        }
      };
    }

    /** An operand that is no data gives the name of its type, which ACPI 6.4 settled. */
    private static AmlObject dataOrTypeName(AmlObject operand) {
      return switch (operand) {
        case AmlPackage list -> typeName("Package");
        case AmlData data -> data;
        case AmlReference.Named(NamespaceNode node) -> typeName(node.object());
        case AmlReference.ToNode(NamespaceNode node) -> typeName(node.object());
        case AmlReference reference -> typeName("Reference");
        case AmlSpecial debug -> typeName("Debug");
        case AmlObject other -> typeName(other);
      };
    }

    private static AmlString typeName(AmlObject object) {
      return switch (object.type()) {
        case DEVICE -> typeName("Device");
        case EVENT -> typeName("Event");
        case MUTEX -> typeName("Mutex");
        case OPERATION_REGION -> typeName("Region");
        case POWER_RESOURCE -> typeName("Power");
        case PROCESSOR -> typeName("Processor");
        case THERMAL_ZONE -> typeName("Thermal");
        case METHOD -> typeName("Method");
        case UNINITIALIZED,
            INTEGER,
            STRING,
            BUFFER,
            PACKAGE,
            FIELD_UNIT,
            BUFFER_FIELD,
            DDB_HANDLE,
            DEBUG,
            REFERENCE ->
            typeName("Reference");
      };
    }

    private static AmlString typeName(String type) {
      return AmlString.wrap(("[" + type + " Object]").getBytes(ISO_8859_1));
    }

    private static byte[] join(byte[] head, byte[] tail, Frame frame) {
      int length = frame.evaluation.allocate((long) head.length + tail.length);
      byte[] joined = Arrays.copyOf(head, length);
      System.arraycopy(tail, 0, joined, head.length, tail.length);
      return joined;
    }
  }

  /** ConcatenateResTemplate: two resource templates become one (ACPI 6.5, 19.6.13). */
  static final class ConcatenateResourcesNode extends Computation {
    private static final int SMALL_END_TAG = 0x79;

    /** The small items that ACPI defines, as bits (ACPI 6.5, table 6.28). */
    private static final int SMALL_ITEMS = 0b1100_0111_1111_0000;

    /** The large items that ACPI defines, as bits (ACPI 6.5, table 6.40). */
    private static final int LARGE_ITEMS = 0b0111_1111_1111_1111_0110;

    private static final int LARGE = 0x80;
    private static final int SMALL_LENGTH_MASK = 0x07;
    private static final int LARGE_HEADER = 3;
    private static final int END_TAG_LENGTH = 2;

    private final Node left;
    private final Node right;

    ConcatenateResourcesNode(Node left, Node right, TargetNode target) {
      super(target, Place.Mode.CONVERT);
      this.left = left;
      this.right = right;
    }

    @Override
    AmlObject compute(Frame frame) {
      byte[] head = template(left, frame);
      byte[] tail = template(right, frame);
      int headLength = endTag(head);
      int tailLength = endTag(tail);
      int length = frame.evaluation.allocate((long) headLength + tailLength + END_TAG_LENGTH);
      byte[] joined = Arrays.copyOf(Arrays.copyOf(head, headLength), length);
      System.arraycopy(tail, 0, joined, headLength, tailLength);
      joined[headLength + tailLength] = SMALL_END_TAG;
      return AmlBuffer.wrap(joined);
    }

    private static byte[] template(Node operand, Frame frame) {
      AmlObject value = operand.executeValue(frame);
      return frame.runtime.conversions().toBuffer(value, frame.evaluation).bytes();
    }

    /** Returns the offset of the end tag; an empty buffer is an empty template. */
    private static int endTag(byte[] template) {
      if (template.length == 0) {
        return 0;
      }
      int at = 0;
      while (at < template.length) {
        int tag = Byte.toUnsignedInt(template[at]);
        if ((tag & ~SMALL_LENGTH_MASK) == (SMALL_END_TAG & ~SMALL_LENGTH_MASK)) {
          return requireWhole(template, at);
        }
        at += descriptorLength(template, at, tag);
      }
      throw new AmlException(
          AmlStatus.AE_AML_NO_RESOURCE_END_TAG, "a buffer of " + template.length + " bytes");
    }

    /** An end tag has a second byte, the checksum. */
    private static int requireWhole(byte[] template, int endTag) {
      if (endTag + END_TAG_LENGTH > template.length) {
        throw new AmlException(
            AmlStatus.AE_AML_NO_RESOURCE_END_TAG,
            "the end tag at offset " + endTag + " is cut off");
      }
      return endTag;
    }

    private static int descriptorLength(byte[] template, int at, int tag) {
      boolean small = (tag & LARGE) == 0;
      int item = small ? tag >> 3 : tag & ~LARGE;
      int known = small ? SMALL_ITEMS : LARGE_ITEMS;
      if (item >= Integer.SIZE || (known & 1 << item) == 0) {
        throw new AmlException(
            AmlStatus.AE_AML_INVALID_RESOURCE_TYPE, "tag 0x%02X at offset %d".formatted(tag, at));
      }
      if (small) {
        return 1 + (tag & SMALL_LENGTH_MASK);
      }
      if (at + LARGE_HEADER > template.length) {
        throw new AmlException(
            AmlStatus.AE_AML_NO_RESOURCE_END_TAG, "a descriptor is cut off at offset " + at);
      }
      return LARGE_HEADER
          + Byte.toUnsignedInt(template[at + 1])
          + (Byte.toUnsignedInt(template[at + 2]) << Byte.SIZE);
    }
  }
}
