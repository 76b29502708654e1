package org.memslot.aml.asl;

import java.util.List;
import org.memslot.aml.AmlContext;
import org.memslot.aml.NamedObject.External;

/** Prints the Externals at the beginning of a table. */
final class ExternalPrinter {
  private final AslWriter out;
  private final AslOptions options;
  private final AmlContext context;

  ExternalPrinter(AslWriter out, AslOptions options, AmlContext context) {
    this.out = out;
    this.options = options;
    this.context = context;
  }

  /** Prints the Externals that a table has. */
  void print(List<External> externals) {
    for (External external : externals) {
      begin(external);
      if (external.objectType() == External.METHOD
          && external.argumentCount() != External.UNSPECIFIED_ARGUMENTS) {
        out.comment(arguments(external.argumentCount()));
      }
      out.end();
    }
  }

  /** Prints the Externals that a table lacks. */
  void printMissing(List<External> externals) {
    if (externals.isEmpty()) {
      return;
    }
    if (options.comments()) {
      out.line("// Used here and declared elsewhere:");
    }
    for (External external : externals) {
      begin(external);
      if (external.objectType() == External.METHOD) {
        String count = arguments(external.argumentCount());
        out.comment(context.isMethod(external.name()) ? count : count + ", guessed from its calls");
      }
      out.end();
    }
  }

  private void begin(External external) {
    out.add("External (")
        .add(ExpressionPrinter.text(external.name()))
        .add(", ")
        .add(objectType(external.objectType()))
        .add(")");
  }

  private static String arguments(int count) {
    return count + (count == 1 ? " argument" : " arguments");
  }

  private static String objectType(int type) {
    return switch (type) {
      case 1 -> "IntObj";
      case 2 -> "StrObj";
      case 3 -> "BuffObj";
      case 4 -> "PkgObj";
      case 5 -> "FieldUnitObj";
      case 6 -> "DeviceObj";
      case 7 -> "EventObj";
      case 8 -> "MethodObj";
      case 9 -> "MutexObj";
      case 10 -> "OpRegionObj";
      case 11 -> "PowerResObj";
      case 12 -> "ProcessorObj";
      case 13 -> "ThermalZoneObj";
      case 14 -> "BuffFieldObj";
      case 15 -> "DDBHandleObj";
      default -> "UnknownObj";
    };
  }
}
