package org.memslot.ospm.interpreter.execution;

import java.util.List;
import org.memslot.aml.AccessType;
import org.memslot.aml.DataObject;
import org.memslot.aml.FieldConnection;
import org.memslot.aml.FieldElement;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.CreateSizedField.Size;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.Undecoded;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.host.RegionTransaction;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Terms that declare operation regions and fields (ACPI 6.5, 20.2.5.2). */
final class FieldNodes {
  private FieldNodes() {}

  /** OperationRegion. */
  static final class RegionNode extends Node.Statement {
    private final NameString name;
    private final RegionSpace space;
    private final Node offset;
    private final Node length;

    RegionNode(NameString name, RegionSpace space, Node offset, Node length) {
      this.name = name;
      this.space = space;
      this.offset = offset;
      this.length = length;
    }

    @Override
    Completion run(Frame frame) {
      NamespaceEntry scope = frame.scope;
      AmlRuntime runtime = frame.runtime;
      TableLoad table = frame.table;
      OperationRegion.Extent extent =
          table == null
              ? now(frame)
              : evaluation -> bounds(new Frame(runtime, evaluation, scope, table));
      NamespaceEntry node = runtime.namespace().declare(scope, name, AmlSpecial.UNINITIALIZED);
      frame.declared(node);
      OperationRegion region =
          new OperationRegion(node, space, runtime.handlers()::open, extent, roundsUp(runtime));
      if (table != null && !region.settle(frame.evaluation)) {
        // It may lie where a name further down says.
        table.later(region::settle);
      }
      node.setObject(region);
      if (table == null) {
        RegionAnnouncement.announce(node, space, frame);
      }
      return Completion.NORMAL;
    }

    private OperationRegion.Extent now(Frame frame) {
      OperationRegion.Bounds bounds = bounds(frame);
      return evaluation -> bounds;
    }

    private OperationRegion.Bounds bounds(Frame frame) {
      return new OperationRegion.Bounds(offset.executeLong(frame), length.executeLong(frame));
    }
  }

  private static boolean roundsUp(AmlRuntime runtime) {
    return runtime.settings().has(AmlBehaviour.ROUND_UP_REGIONS);
  }

  /** DataTableRegion: a region that is an ACPI table. */
  static final class DataRegionNode extends Node.Statement {
    private final NameString name;
    private final List<Node> key;

    /**
     * Creates the term.
     *
     * @param key the signature, the OEM ID and the OEM table ID
     */
    DataRegionNode(NameString name, List<Node> key) {
      this.name = name;
      this.key = key;
    }

    @Override
    Completion run(Frame frame) {
      TableKey wanted = TableKey.evaluate(key, frame);
      byte[] table =
          wanted
              .find(frame.runtime.host())
              .orElseThrow(() -> new AmlException(AmlStatus.AE_NOT_FOUND, "no table: " + wanted));
      NamespaceEntry node =
          frame.runtime.namespace().declare(frame.scope, name, AmlSpecial.UNINITIALIZED);
      frame.declared(node);
      OperationRegion.Bounds bounds = new OperationRegion.Bounds(0, table.length);
      node.setObject(
          new OperationRegion(
              node,
              RegionSpace.SYSTEM_MEMORY,
              region -> new TableAccess(table),
              evaluation -> bounds,
              false));
      if (frame.table == null) {
        RegionAnnouncement.announceDataTable(node, frame);
      }
      return Completion.NORMAL;
    }
  }

  /** Reads a table; writes go nowhere. */
  private static final class TableAccess implements RegionHandler.Access {
    private final byte[] table;

    TableAccess(byte[] table) {
      this.table = table;
    }

    @Override
    public long read(long address, int width) {
      long value = 0;
      for (int i = width - 1; i >= 0; i--) {
        value = value << Byte.SIZE | Byte.toUnsignedLong(table[(int) address + i]);
      }
      return value;
    }

    @Override
    public void write(long address, int width, long value) {}
  }

  /** What makes the fields of one list. */
  private interface Maker {
    BitField make(FieldBits bits, Declared declared);
  }

  /**
   * What a field list says of a field beside its bits.
   *
   * @param bufferAccess whether its access type is BufferAcc
   * @param attributes what AccessAs and Connection say
   * @param pin its first bit, counted from the last Connection
   */
  private record Declared(boolean bufferAccess, FieldAttributes attributes, int pin) {}

  /** Declares the fields of a list. */
  private static void declare(
      Frame frame, FieldFlags flags, List<FieldElement> elements, Maker maker) {
    AccessType access = flags.access();
    FieldBits.UpdateRule rule =
        switch (flags.update()) {
          case PRESERVE -> FieldBits.UpdateRule.PRESERVE;
          case WRITE_AS_ONES -> FieldBits.UpdateRule.WRITE_AS_ONES;
          case WRITE_AS_ZEROS -> FieldBits.UpdateRule.WRITE_AS_ZEROS;
        };
    FieldAttributes attributes = FieldAttributes.NONE;
    long position = 0;
    long connected = 0;
    for (FieldElement element : elements) {
      switch (element) {
        case FieldElement.NamedField field -> {
          FieldBits bits = new FieldBits(position, field.bits(), width(access), rule);
          Declared declared =
              new Declared(
                  access == AccessType.BUFFER_ACC, attributes, (int) (position - connected));
          BitField unit = maker.make(bits, declared);
          frame.declared(
              frame.runtime.namespace().declare(frame.scope, NameString.of(field.name()), unit));
          position += field.bits();
        }
        case FieldElement.ReservedField reserved -> position += reserved.bits();
        case FieldElement.AccessField as -> {
          access = accessType(as.accessType());
          attributes = attributes.accessAs(as.accessType(), as.attribute());
        }
        case FieldElement.ExtendedAccessField as -> {
          access = accessType(as.accessType());
          attributes = attributes.withLength(as.attribute(), as.length());
        }
        case FieldElement.ConnectField connect -> {
          attributes = connect(attributes, connect.connection(), frame);
          connected = position;
        }
        case Undecoded undecoded ->
            throw new AmlException(AmlStatus.AE_AML_BAD_OPCODE, "in a field list: " + undecoded);
      }
    }
  }

  private static FieldAttributes connect(
      FieldAttributes attributes, FieldConnection connection, Frame frame) {
    return switch (connection) {
      case NameString name -> attributes.connect(new NameNode(name).resolve(frame));
      case DataObject.Buffer buffer ->
          attributes.connect(AmlBuffer.wrap(buffer.initializer().toArray()));
    };
  }

  private static AccessType accessType(int flags) {
    int type = flags & 0xF;
    AccessType[] types = AccessType.values();
    if (type >= types.length) {
      throw new AmlException(AmlStatus.AE_AML_OPERAND_VALUE, "access type " + type);
    }
    return types[type];
  }

  private static int width(AccessType access) {
    return switch (access) {
      case ANY_ACC, BYTE_ACC, BUFFER_ACC -> 1;
      case WORD_ACC -> 2;
      case DWORD_ACC -> 4;
      case QWORD_ACC -> 8;
    };
  }

  private static OperationRegion region(NameNode name, Frame frame) {
    return OperationRegion.of(ReferenceNodes.named(name, AmlNamed.Region.class, frame));
  }

  private static BitField register(NameNode name, Frame frame) {
    AmlObject object = name.resolve(frame).object();
    if (object instanceof BitField field) {
      return field;
    }
    throw Conversions.operandType("FieldUnit", object);
  }

  /** Field. */
  static final class FieldNode extends Node.Statement {
    private final NameNode region;
    private final FieldFlags flags;
    private final List<FieldElement> elements;

    FieldNode(NameNode region, FieldFlags flags, List<FieldElement> elements) {
      this.region = region;
      this.flags = flags;
      this.elements = elements;
    }

    @Override
    Completion run(Frame frame) {
      OperationRegion in = region(region, frame);
      declare(frame, flags, elements, (bits, declared) -> field(bits, in, declared));
      return Completion.NORMAL;
    }

    private static BitField field(FieldBits bits, OperationRegion region, Declared declared) {
      FieldAttributes attributes = declared.attributes;
      if (declared.bufferAccess || RegionTransaction.isNeededBy(region.space())) {
        return new DriverField.Serial(bits, region, attributes);
      }
      if (region.space().equals(RegionSpace.GENERAL_PURPOSE_IO)) {
        return new DriverField.Pins(bits, region, attributes, declared.pin);
      }
      if (region.space().equals(RegionSpace.PCC)) {
        FieldBits bytes = new FieldBits(bits.position(), bits.length(), 1, bits.updateRule());
        return new DriverField.Mailbox(bytes, region, attributes);
      }
      return new UnitField.InRegion(bits, region);
    }
  }

  /** IndexField. */
  static final class IndexFieldNode extends Node.Statement {
    private final NameNode index;
    private final NameNode data;
    private final FieldFlags flags;
    private final List<FieldElement> elements;

    IndexFieldNode(NameNode index, NameNode data, FieldFlags flags, List<FieldElement> elements) {
      this.index = index;
      this.data = data;
      this.flags = flags;
      this.elements = elements;
    }

    @Override
    Completion run(Frame frame) {
      BitField indexRegister = register(index, frame);
      BitField dataRegister = register(data, frame);
      declare(
          frame,
          flags,
          elements,
          (bits, declared) -> new UnitField.Indexed(bits, indexRegister, dataRegister));
      return Completion.NORMAL;
    }
  }

  /** BankField. */
  static final class BankFieldNode extends Node.Statement {
    private final NameNode region;
    private final NameNode bank;
    private final Node value;
    private final FieldFlags flags;
    private final List<FieldElement> elements;

    BankFieldNode(
        NameNode region, NameNode bank, Node value, FieldFlags flags, List<FieldElement> elements) {
      this.region = region;
      this.bank = bank;
      this.value = value;
      this.flags = flags;
      this.elements = elements;
    }

    @Override
    Completion run(Frame frame) {
      OperationRegion in = region(region, frame);
      BitField register = register(bank, frame);
      long bankValue = value.executeLong(frame);
      declare(
          frame,
          flags,
          elements,
          (bits, declared) -> new UnitField.InBank(bits, in, register, bankValue));
      return Completion.NORMAL;
    }
  }

  /** CreateField and its relatives with a size in their name. */
  static final class CreateFieldNode extends Node.Statement {
    private final Node source;
    private final Node index;
    private final Node length;
    private final NameString name;
    private final long unitBits;
    private final boolean alwaysBuffer;

    /** CreateField: its index and its length count bits. */
    CreateFieldNode(Node source, Node index, Node length, NameString name) {
      this.source = source;
      this.index = index;
      this.length = length;
      this.name = name;
      this.unitBits = 1;
      this.alwaysBuffer = true;
    }

    /** CreateBitField to CreateQWordField. */
    CreateFieldNode(Node source, Node index, Size size, NameString name) {
      this.source = source;
      this.index = index;
      this.length = new ConstantNodes.IntegerNode(bits(size));
      this.name = name;
      this.unitBits = size == Size.BIT ? 1 : Byte.SIZE;
      this.alwaysBuffer = false;
    }

    private static long bits(Size size) {
      return switch (size) {
        case BIT -> 1;
        case BYTE -> Byte.SIZE;
        case WORD -> Short.SIZE;
        case DWORD -> Integer.SIZE;
        case QWORD -> Long.SIZE;
      };
    }

    @Override
    Completion run(Frame frame) {
      AmlObject buffer = source.executeValue(frame);
      if (!(buffer instanceof AmlBuffer target)) {
        throw Conversions.operandType("Buffer", buffer);
      }
      long first = index.executeLong(frame);
      long bits = length.executeLong(frame);
      if (bits == 0) {
        throw new AmlException(AmlStatus.AE_AML_OPERAND_VALUE, "a buffer field of no bits");
      }
      if (first < 0 || first > Long.MAX_VALUE / Byte.SIZE) {
        throw new AmlException(
            AmlStatus.AE_AML_BUFFER_LIMIT, "index " + Long.toUnsignedString(first));
      }
      BufferField field = new BufferField(target, first * unitBits, bits, alwaysBuffer);
      frame.declared(frame.runtime.namespace().declare(frame.scope, name, field));
      return Completion.NORMAL;
    }
  }
}
