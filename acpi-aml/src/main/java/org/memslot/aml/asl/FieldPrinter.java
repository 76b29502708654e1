package org.memslot.aml.asl;

import java.util.List;
import org.memslot.aml.AccessType;
import org.memslot.aml.DataObject;
import org.memslot.aml.FieldElement;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.NameString;
import org.memslot.aml.Undecoded;

/** Prints the flags and the elements of field lists. */
final class FieldPrinter {
  private final AslWriter out;
  private final ExpressionPrinter expressions;

  FieldPrinter(AslWriter out, ExpressionPrinter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  static String flags(FieldFlags flags) {
    String update =
        switch (flags.update()) {
          case PRESERVE -> "Preserve";
          case WRITE_AS_ONES -> "WriteAsOnes";
          case WRITE_AS_ZEROS -> "WriteAsZeros";
        };
    return access(flags.access()) + ", " + (flags.lock() ? "Lock" : "NoLock") + ", " + update;
  }

  private static String access(AccessType access) {
    return switch (access) {
      case ANY_ACC -> "AnyAcc";
      case BYTE_ACC -> "ByteAcc";
      case WORD_ACC -> "WordAcc";
      case DWORD_ACC -> "DWordAcc";
      case QWORD_ACC -> "QWordAcc";
      case BUFFER_ACC -> "BufferAcc";
    };
  }

  void elements(List<FieldElement> elements) {
    out.open();
    long position = 0;
    for (int i = 0; i < elements.size(); i++) {
      FieldElement element = elements.get(i);
      position += bits(element);
      element(element, position);
      out.add(i + 1 < elements.size() ? "," : "").end();
    }
    out.close();
  }

  private static int bits(FieldElement element) {
    return switch (element) {
      case FieldElement.NamedField field -> field.bits();
      case FieldElement.ReservedField field -> field.bits();
      case FieldElement.AccessField field -> 0;
      case FieldElement.ExtendedAccessField field -> 0;
      case FieldElement.ConnectField field -> 0;
      case Undecoded undecoded -> 0;
    };
  }

  private void element(FieldElement element, long position) {
    switch (element) {
      case FieldElement.NamedField field -> {
        String name = ExpressionPrinter.text(field.name());
        out.add(name).add("    ".substring(name.length())).add(", ");
        out.add(Integer.toString(field.bits()));
      }
      case FieldElement.ReservedField field -> {
        if (position % 8 == 0) {
          out.add("Offset (").hex(position / 8, 2).add(")");
        } else {
          out.add("    , ").add(Integer.toString(field.bits()));
        }
      }
      case FieldElement.AccessField field -> {
        out.add("AccessAs (").add(access(field.accessType())).add(", ");
        out.add(attribute(field)).add(")");
      }
      case FieldElement.ExtendedAccessField field -> {
        out.add("AccessAs (").add(access(field.accessType())).add(", ");
        out.add(attribute(field)).add(" (").hex(field.length(), 2).add("))");
      }
      case FieldElement.ConnectField field -> connection(field);
      case Undecoded undecoded -> out.add(DataPrinter.undecoded(undecoded));
    }
  }

  private void connection(FieldElement.ConnectField field) {
    out.add("Connection (");
    switch (field.connection()) {
      case NameString name -> out.add(ExpressionPrinter.text(name));
      case DataObject.Buffer buffer -> expressions.data().printConnection(buffer);
    }
    out.add(")");
  }

  private static String access(int accessType) {
    AccessType[] types = AccessType.values();
    int type = accessType & 0x0F;
    return type < types.length ? access(types[type]) : "0x%02X".formatted(accessType);
  }

  private static String attribute(FieldElement.AccessField field) {
    return switch (field.attribute()) {
      case 0x02 -> "AttribQuick";
      case 0x04 -> "AttribSendReceive";
      case 0x06 -> "AttribByte";
      case 0x08 -> "AttribWord";
      case 0x0A -> "AttribBlock";
      case 0x0C -> "AttribProcessCall";
      case 0x0D -> "AttribBlockProcessCall";
      default -> "0x%02X".formatted(field.attribute());
    };
  }

  private static String attribute(FieldElement.ExtendedAccessField field) {
    return switch (field.attribute()) {
      case 0x0B -> "AttribBytes";
      case 0x0E -> "AttribRawBytes";
      case 0x0F -> "AttribRawProcessBytes";
      default -> "0x%02X".formatted(field.attribute());
    };
  }
}
