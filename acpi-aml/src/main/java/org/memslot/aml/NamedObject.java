package org.memslot.aml;

import java.util.List;

/** A term that makes a new object in the namespace (ACPI 6.5, 20.2.5.2). */
public sealed interface NamedObject extends Term {
  /**
   * An object that another definition block declares.
   *
   * @param name its name
   * @param objectType its type, as ObjectType returns it (ACPI 6.5, 19.6.96): 0 unknown, 8 method,
   *     ...
   * @param argumentCount the number of its arguments where it is a method, else 0; {@link
   *     #UNSPECIFIED_ARGUMENTS} where the block does not say
   */
  record External(NameString name, int objectType, int argumentCount) implements NamedObject {
    /** The object type of what may be anything. */
    public static final int UNKNOWN = 0;

    /** The object type of a package. */
    public static final int PACKAGE = 4;

    /** The object type of a device. */
    public static final int DEVICE = 6;

    /** The object type of a method. */
    public static final int METHOD = 8;

    /** The argument count of a method of which the block does not say how many it takes. */
    public static final int UNSPECIFIED_ARGUMENTS = 0xff;

    /** Refuses a type that is no byte and more arguments than a method can have. */
    public External {
      InvalidTermException.requireByte("External ObjectType", objectType);
      if (argumentCount != UNSPECIFIED_ARGUMENTS) {
        InvalidTermException.requireRange("External ArgumentCount", argumentCount, 0, ArgObj.COUNT);
      }
    }
  }

  /**
   * A region of an address space.
   *
   * @param name its name
   * @param space the address space
   * @param offset its first address
   * @param length its length in bytes
   */
  record OperationRegion(NameString name, RegionSpace space, TermArg offset, TermArg length)
      implements NamedObject {}

  /**
   * A region that is an ACPI table.
   *
   * @param name its name
   * @param signature the table's signature
   * @param oemId the table's OEM id
   * @param oemTableId the table's OEM table id
   */
  record DataRegion(NameString name, TermArg signature, TermArg oemId, TermArg oemTableId)
      implements NamedObject {}

  /**
   * Fields of a region.
   *
   * @param region the region
   * @param flags how they are accessed
   * @param elements the fields
   * @param width how its package length is encoded
   */
  record Field(
      NameString region, FieldFlags flags, List<FieldElement> elements, PkgLengthWidth width)
      implements NamedObject {
    /** Copies the elements. */
    public Field {
      elements = List.copyOf(elements);
    }

    /** Fields with the shortest package length. */
    public Field(NameString region, FieldFlags flags, List<? extends FieldElement> elements) {
      this(region, flags, List.copyOf(elements), PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * Fields behind an index and a data register.
   *
   * @param index the index register, a field
   * @param data the data register, a field
   * @param flags how they are accessed
   * @param elements the fields
   * @param width how its package length is encoded
   */
  record IndexField(
      NameString index,
      NameString data,
      FieldFlags flags,
      List<FieldElement> elements,
      PkgLengthWidth width)
      implements NamedObject {
    /** Copies the elements. */
    public IndexField {
      elements = List.copyOf(elements);
    }

    /** Fields with the shortest package length. */
    public IndexField(
        NameString index,
        NameString data,
        FieldFlags flags,
        List<? extends FieldElement> elements) {
      this(index, data, flags, List.copyOf(elements), PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * Fields of a region that are there while a bank register holds a value.
   *
   * @param region the region
   * @param bank the bank register, a field
   * @param bankValue its value
   * @param flags how they are accessed
   * @param elements the fields
   * @param width how its package length is encoded
   */
  record BankField(
      NameString region,
      NameString bank,
      TermArg bankValue,
      FieldFlags flags,
      List<FieldElement> elements,
      PkgLengthWidth width)
      implements NamedObject {
    /** Copies the elements. */
    public BankField {
      elements = List.copyOf(elements);
    }

    /** Fields with the shortest package length. */
    public BankField(
        NameString region,
        NameString bank,
        TermArg bankValue,
        FieldFlags flags,
        List<? extends FieldElement> elements) {
      this(region, bank, bankValue, flags, List.copyOf(elements), PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * CreateField: any bits of a buffer.
   *
   * @param source the buffer
   * @param bitIndex the first bit
   * @param bits the number of bits
   * @param name the field's name
   */
  record CreateField(TermArg source, TermArg bitIndex, TermArg bits, NameString name)
      implements NamedObject {}

  /**
   * CreateBitField, CreateByteField, CreateWordField, CreateDWordField or CreateQWordField.
   *
   * @param size which of them
   * @param source the buffer
   * @param index the first bit of a bit field, the first byte of the others
   * @param name the field's name
   */
  record CreateSizedField(Size size, TermArg source, TermArg index, NameString name)
      implements NamedObject {
    /** The size of the field. */
    public enum Size {
      /** One bit. */
      BIT,
      /** Eight bits. */
      BYTE,
      /** Sixteen bits. */
      WORD,
      /** Thirty-two bits. */
      DWORD,
      /** Sixty-four bits. */
      QWORD
    }
  }

  /**
   * A device.
   *
   * @param name its name
   * @param terms what it holds
   * @param width how its package length is encoded
   */
  record Device(NameString name, List<Term> terms, PkgLengthWidth width) implements NamedObject {
    /** Copies the terms. */
    public Device {
      terms = List.copyOf(terms);
    }

    /** A device with the shortest package length. */
    public Device(NameString name, List<Term> terms) {
      this(name, terms, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * A control method.
   *
   * @param name its name
   * @param argumentCount from 0 to 7
   * @param serialized whether one thread runs it at a time
   * @param syncLevel from 0 to 15
   * @param terms its body
   * @param width how its package length is encoded
   */
  record Method(
      NameString name,
      int argumentCount,
      boolean serialized,
      int syncLevel,
      List<Term> terms,
      PkgLengthWidth width)
      implements NamedObject {
    /** Refuses more arguments and higher levels than there are. */
    public Method {
      terms = List.copyOf(terms);
      InvalidTermException.requireRange("Method ArgCount", argumentCount, 0, ArgObj.COUNT);
      InvalidTermException.requireRange("Method SyncLevel", syncLevel, 0, 15);
    }

    /** A method that is not serialized, with the shortest package length. */
    public Method(NameString name, int argumentCount, List<Term> terms) {
      this(name, argumentCount, false, 0, terms, PkgLengthWidth.SHORTEST);
    }

    /** The byte MethodFlags. */
    public int flags() {
      return argumentCount | (serialized ? 8 : 0) | (syncLevel << 4);
    }
  }

  /**
   * An event.
   *
   * @param name its name
   */
  record Event(NameString name) implements NamedObject {}

  /**
   * A mutex.
   *
   * @param name its name
   * @param syncLevel from 0 to 15
   */
  record Mutex(NameString name, int syncLevel) implements NamedObject {
    /** Refuses levels that do not exist. */
    public Mutex {
      InvalidTermException.requireRange("Mutex SyncLevel", syncLevel, 0, 15);
    }
  }

  /**
   * A power resource.
   *
   * @param name its name
   * @param systemLevel the deepest sleep state in which it stays on, a byte
   * @param resourceOrder the order in which power resources are switched, sixteen bits
   * @param terms what it holds
   * @param width how its package length is encoded
   */
  record PowerResource(
      NameString name, int systemLevel, int resourceOrder, List<Term> terms, PkgLengthWidth width)
      implements NamedObject {
    /** Refuses numbers that are too wide. */
    public PowerResource {
      terms = List.copyOf(terms);
      InvalidTermException.requireByte("PowerResource SystemLevel", systemLevel);
      InvalidTermException.requireRange("PowerResource ResourceOrder", resourceOrder, 0, 0xffff);
    }

    /** A power resource with the shortest package length. */
    public PowerResource(NameString name, int systemLevel, int resourceOrder, List<Term> terms) {
      this(name, systemLevel, resourceOrder, terms, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * A processor in the form that ACPI 6.0 deprecated; its opcode is still reserved for it.
   *
   * @param name its name
   * @param id its id, a byte
   * @param blockAddress the address of its register block, an unsigned 32-bit port
   * @param blockLength the block's length in bytes, 0 or 6
   * @param terms what it holds
   * @param width how its package length is encoded
   */
  record Processor(
      NameString name,
      int id,
      int blockAddress,
      int blockLength,
      List<Term> terms,
      PkgLengthWidth width)
      implements NamedObject {
    /** Refuses numbers that are too wide. */
    public Processor {
      terms = List.copyOf(terms);
      InvalidTermException.requireByte("Processor ProcID", id);
      InvalidTermException.requireByte("Processor PblkLen", blockLength);
    }

    /** A processor with the shortest package length. */
    public Processor(NameString name, int id, int blockAddress, int blockLength, List<Term> terms) {
      this(name, id, blockAddress, blockLength, terms, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * A thermal zone.
   *
   * @param name its name
   * @param terms what it holds
   * @param width how its package length is encoded
   */
  record ThermalZone(NameString name, List<Term> terms, PkgLengthWidth width)
      implements NamedObject {
    /** Copies the terms. */
    public ThermalZone {
      terms = List.copyOf(terms);
    }

    /** A thermal zone with the shortest package length. */
    public ThermalZone(NameString name, List<Term> terms) {
      this(name, terms, PkgLengthWidth.SHORTEST);
    }
  }
}
