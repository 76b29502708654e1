package org.memslot.aml;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.Revision;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;
import org.memslot.aml.FieldElement.AccessField;
import org.memslot.aml.FieldElement.ConnectField;
import org.memslot.aml.FieldElement.ExtendedAccessField;
import org.memslot.aml.FieldElement.NamedField;
import org.memslot.aml.FieldElement.ReservedField;

/**
 * Writes terms as AML bytes (ACPI 6.5, 20.2).
 *
 * <p>It writes from the last byte to the first, because every package begins with its length: when
 * the length is due, its content is there already. So the code names operands from last to first.
 * One pass, linear time.
 */
public final class AmlEncoder {
  /**
   * How deep terms can be nested. Decoder and encoder share it: what the one reads the other can
   * write. Every term and every operand that is a term is one level. Whatever reads, checks or
   * prints a tree of this depth needs less than 896 KiB of stack, so a thread of the default size
   * is enough.
   */
  public static final int MAX_DEPTH = 512;

  private final ReverseBuffer out;
  private final OperandEncoder operands;
  private int depth;

  private AmlEncoder(int capacity) {
    out = new ReverseBuffer(capacity);
    operands = new OperandEncoder(out, this);
  }

  /**
   * The bytes of a table, with length and checksum.
   *
   * @throws AmlEncodingException where a length does not fit its field or terms are nested deeper
   *     than {@link #MAX_DEPTH}
   */
  public static byte[] encode(AmlTable table) {
    AmlEncoder encoder = new AmlEncoder(1 << 14);
    encoder.terms(table.terms());
    byte[] bytes = encoder.out.toArray(TableHeader.LENGTH);
    table.header().put(bytes);
    return bytes;
  }

  /**
   * The bytes of terms without a table around them.
   *
   * @throws AmlEncodingException as {@link #encode}
   */
  public static byte[] encodeTerms(List<? extends Term> terms) {
    AmlEncoder encoder = new AmlEncoder(256);
    encoder.terms(terms);
    return encoder.out.toArray(0);
  }

  private void terms(List<? extends Term> terms) {
    for (int i = terms.size() - 1; i >= 0; i--) {
      term(terms.get(i));
    }
  }

  private void term(Term term) {
    switch (term) {
      case TermArg argument -> argument(argument);
      case NamespaceModifier modifier -> {
        down();
        modifier(modifier);
        depth--;
      }
      case NamedObject object -> {
        down();
        object(object);
        depth--;
      }
      case Statement statement -> {
        down();
        statement(statement);
        depth--;
      }
      case Undecoded undecoded -> out.putBytes(undecoded.bytes());
    }
  }

  private void down() {
    if (++depth > MAX_DEPTH) {
      throw new AmlEncodingException("nesting of terms", depth, MAX_DEPTH);
    }
  }

  /**
   * A name, and a call without arguments, is no level of nesting: the decoder knows no difference.
   */
  void argument(TermArg argument) {
    switch (argument) {
      case NameString name -> name(name);
      case Expression.MethodInvocation(var method, var given) when given.isEmpty() -> name(method);
      case TermArg deeper -> nested(deeper);
    }
  }

  private void nested(TermArg argument) {
    down();
    switch (argument) {
      case DataObject data -> data(data);
      case NameString name -> name(name);
      case ArgObj arg -> out.putByte(Opcode.ARG0_OP.code() + arg.index());
      case LocalObj local -> out.putByte(Opcode.LOCAL0_OP.code() + local.index());
      case DebugObj _ -> opcode(Opcode.DEBUG_OP);
      case Expression.MethodInvocation(var method, var given) -> {
        for (int i = given.size() - 1; i >= 0; i--) {
          argument(given.get(i));
        }
        name(method);
      }
      case Expression expression -> Opcode.write(expression, operands);
    }
    depth--;
  }

  void opcode(Opcode opcode) {
    out.putByte(opcode.code());
    if (opcode.code() > 0xff) {
      out.putByte(opcode.code() >> 8);
    }
  }

  void name(NameString name) {
    List<NameSeg> segments = name.segments();
    int count = segments.size();
    for (int i = count - 1; i >= 0; i--) {
      out.putDword(segments.get(i).packed());
    }
    if (count > 2 || name.form() == NameString.Form.MULTI) {
      out.putByte(count);
      out.putByte(Opcode.MULTI_NAME_PREFIX);
    } else if (count == 2) {
      out.putByte(Opcode.DUAL_NAME_PREFIX);
    } else if (count == 0) {
      out.putByte(0);
    }
    for (int i = 0; i < name.parents(); i++) {
      out.putByte(Opcode.PARENT_PREFIX_CHAR);
    }
    if (name.root()) {
      out.putByte(Opcode.ROOT_CHAR);
    }
  }

  /**
   * Puts a PkgLength for what was put since the buffer had {@code sizeBefore} bytes, then the
   * opcode.
   */
  private void packageHead(Opcode opcode, int sizeBefore, PkgLengthWidth width) {
    int content = out.size() - sizeBefore;
    if (content > PkgLengthWidth.MAX - 4) {
      throw new AmlEncodingException(opcode + " PkgLength", content, PkgLengthWidth.MAX - 4);
    }
    int bytes = width.bytesForPackage(content);
    pkgLength(content + bytes, bytes);
    opcode(opcode);
  }

  private void pkgLength(int value, int bytes) {
    if (bytes == 1) {
      out.putByte(value);
      return;
    }
    for (int i = bytes - 2; i >= 0; i--) {
      out.putByte(value >> (4 + 8 * i));
    }
    out.putByte(((bytes - 1) << 6) | (value & 0xf));
  }

  private void modifier(NamespaceModifier modifier) {
    int before = out.size();
    switch (modifier) {
      case NamespaceModifier.Alias(var source, var alias) -> {
        name(alias);
        name(source);
        opcode(Opcode.ALIAS_OP);
      }
      case NamespaceModifier.Name(var name, var value) -> {
        dataRef(value);
        name(name);
        opcode(Opcode.NAME_OP);
      }
      case NamespaceModifier.Scope(var location, var terms, var width) -> {
        terms(terms);
        name(location);
        packageHead(Opcode.SCOPE_OP, before, width);
      }
    }
  }

  private void object(NamedObject object) {
    int before = out.size();
    switch (object) {
      case NamedObject.External(var name, int objectType, int argumentCount) -> {
        out.putByte(argumentCount);
        out.putByte(objectType);
        name(name);
        opcode(Opcode.EXTERNAL_OP);
      }
      case NamedObject.OperationRegion(var name, var space, var offset, var length) -> {
        argument(length);
        argument(offset);
        out.putByte(space.value());
        name(name);
        opcode(Opcode.OP_REGION_OP);
      }
      case NamedObject.DataRegion(var name, var signature, var oemId, var oemTableId) -> {
        argument(oemTableId);
        argument(oemId);
        argument(signature);
        name(name);
        opcode(Opcode.DATA_REGION_OP);
      }
      case NamedObject.Field(var region, var flags, var elements, var width) -> {
        fieldElements(elements);
        out.putByte(flags.toByte());
        name(region);
        packageHead(Opcode.FIELD_OP, before, width);
      }
      case NamedObject.IndexField(var index, var data, var flags, var elements, var width) -> {
        fieldElements(elements);
        out.putByte(flags.toByte());
        name(data);
        name(index);
        packageHead(Opcode.INDEX_FIELD_OP, before, width);
      }
      case NamedObject.BankField(
              var region,
              var bank,
              var bankValue,
              var flags,
              var elements,
              var width) -> {
        fieldElements(elements);
        out.putByte(flags.toByte());
        argument(bankValue);
        name(bank);
        name(region);
        packageHead(Opcode.BANK_FIELD_OP, before, width);
      }
      case NamedObject.CreateField(var source, var bitIndex, var bits, var name) -> {
        name(name);
        argument(bits);
        argument(bitIndex);
        argument(source);
        opcode(Opcode.CREATE_FIELD_OP);
      }
      case NamedObject.CreateSizedField(var size, var source, var index, var name) -> {
        name(name);
        argument(index);
        argument(source);
        opcode(createOpcode(size));
      }
      case NamedObject.Device(var name, var terms, var width) -> {
        terms(terms);
        name(name);
        packageHead(Opcode.DEVICE_OP, before, width);
      }
      case NamedObject.Method method -> {
        terms(method.terms());
        out.putByte(method.flags());
        name(method.name());
        packageHead(Opcode.METHOD_OP, before, method.width());
      }
      case NamedObject.Event(var name) -> {
        name(name);
        opcode(Opcode.EVENT_OP);
      }
      case NamedObject.Mutex(var name, int syncLevel) -> {
        out.putByte(syncLevel);
        name(name);
        opcode(Opcode.MUTEX_OP);
      }
      case NamedObject.PowerResource(
              var name,
              int systemLevel,
              int resourceOrder,
              var terms,
              var width) -> {
        terms(terms);
        out.putWord(resourceOrder);
        out.putByte(systemLevel);
        name(name);
        packageHead(Opcode.POWER_RES_OP, before, width);
      }
      case NamedObject.Processor(
              var name,
              int id,
              int blockAddress,
              int blockLength,
              var terms,
              var width) -> {
        terms(terms);
        out.putByte(blockLength);
        out.putDword(blockAddress);
        out.putByte(id);
        name(name);
        packageHead(Opcode.PROCESSOR_OP, before, width);
      }
      case NamedObject.ThermalZone(var name, var terms, var width) -> {
        terms(terms);
        name(name);
        packageHead(Opcode.THERMAL_ZONE_OP, before, width);
      }
    }
  }

  private static Opcode createOpcode(NamedObject.CreateSizedField.Size size) {
    return switch (size) {
      case BIT -> Opcode.CREATE_BIT_FIELD_OP;
      case BYTE -> Opcode.CREATE_BYTE_FIELD_OP;
      case WORD -> Opcode.CREATE_WORD_FIELD_OP;
      case DWORD -> Opcode.CREATE_DWORD_FIELD_OP;
      case QWORD -> Opcode.CREATE_QWORD_FIELD_OP;
    };
  }

  private void fieldElements(List<FieldElement> elements) {
    for (int i = elements.size() - 1; i >= 0; i--) {
      fieldElement(elements.get(i));
    }
  }

  private void fieldElement(FieldElement element) {
    switch (element) {
      case NamedField(var name, int bits, var width) -> {
        pkgLength(bits, width.bytesFor(bits));
        out.putDword(name.packed());
      }
      case ReservedField(int bits, var width) -> {
        pkgLength(bits, width.bytesFor(bits));
        out.putByte(FieldElement.RESERVED);
      }
      case AccessField(int accessType, int attribute) -> {
        out.putByte(attribute);
        out.putByte(accessType);
        out.putByte(FieldElement.ACCESS);
      }
      case ExtendedAccessField(int accessType, int attribute, int length) -> {
        out.putByte(length);
        out.putByte(attribute);
        out.putByte(accessType);
        out.putByte(FieldElement.EXTENDED_ACCESS);
      }
      case ConnectField(var connection) -> {
        switch (connection) {
          case NameString name -> name(name);
          case Buffer buffer -> argument(buffer);
        }
        out.putByte(FieldElement.CONNECT);
      }
      case Undecoded undecoded -> out.putBytes(undecoded.bytes());
    }
  }

  private void statement(Statement statement) {
    int before = out.size();
    switch (statement) {
      case Statement.If(var predicate, var terms, var otherwise, var width) ->
          ifElse(predicate, terms, otherwise, width);
      case Statement.While(var predicate, var terms, var width) -> {
        terms(terms);
        argument(predicate);
        packageHead(Opcode.WHILE_OP, before, width);
      }
      case Statement operation -> Opcode.write(operation, operands);
    }
  }

  private void ifElse(
      TermArg predicate,
      List<Term> terms,
      Optional<Statement.Else> otherwise,
      PkgLengthWidth width) {
    if (otherwise.isPresent()) {
      int before = out.size();
      terms(otherwise.get().terms());
      packageHead(Opcode.ELSE_OP, before, otherwise.get().width());
    }
    int before = out.size();
    terms(terms);
    argument(predicate);
    packageHead(Opcode.IF_OP, before, width);
  }

  private void dataRef(DataRefObject object) {
    switch (object) {
      case DataObject data -> argument(data);
      case NameString name -> name(name);
      case Undecoded undecoded -> out.putBytes(undecoded.bytes());
    }
  }

  private void elements(List<PackageElement> elements) {
    for (int i = elements.size() - 1; i >= 0; i--) {
      switch (elements.get(i)) {
        case DataRefObject object -> dataRef(object);
        case TermArg argument -> argument(argument);
      }
    }
  }

  private void data(DataObject data) {
    int before = out.size();
    switch (data) {
      case IntegerConst integer -> integer(integer);
      case StringConst(var value) -> {
        out.putByte(0);
        out.putText(value);
        opcode(Opcode.STRING_PREFIX);
      }
      case Revision _ -> opcode(Opcode.REVISION_OP);
      case Buffer(var size, var initializer, var width) -> {
        out.putBytes(initializer);
        argument(size);
        packageHead(Opcode.BUFFER_OP, before, width);
      }
      case PackageObj(int count, var elements, var width) -> {
        elements(elements);
        out.putByte(count);
        packageHead(Opcode.PACKAGE_OP, before, width);
      }
      case VarPackage(var count, var elements, var width) -> {
        elements(elements);
        argument(count);
        packageHead(Opcode.VAR_PACKAGE_OP, before, width);
      }
    }
  }

  private void integer(IntegerConst integer) {
    switch (integer.encoding()) {
      case ZERO -> opcode(Opcode.ZERO_OP);
      case ONE -> opcode(Opcode.ONE_OP);
      case ONES -> opcode(Opcode.ONES_OP);
      case BYTE -> {
        out.putByte((int) integer.value());
        opcode(Opcode.BYTE_PREFIX);
      }
      case WORD -> {
        out.putWord((int) integer.value());
        opcode(Opcode.WORD_PREFIX);
      }
      case DWORD -> {
        out.putDword((int) integer.value());
        opcode(Opcode.DWORD_PREFIX);
      }
      case QWORD -> {
        out.putQword(integer.value());
        opcode(Opcode.QWORD_PREFIX);
      }
    }
  }
}
