package org.memslot.ospm.interpreter.execution;

import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlString;

/** The predefined names that are objects (ACPI 6.5, 5.7): \_GL, \_OS, \_OSI, \_REV. */
final class PredefinedNames {
  /** What Windows NT calls itself: what all other systems answer, so that firmware works. */
  private static final String OS_NAME = "Microsoft Windows NT";

  /** The revision of the specification that \_REV reports: ACPI 2 and later, as Linux says. */
  private static final int REVISION = 2;

  private PredefinedNames() {}

  static void declare(AmlRuntime runtime) {
    declare(runtime, "_GL", new AmlMutex(0));
    declare(runtime, "_OS", AmlString.of(OS_NAME));
    declare(runtime, "_REV", AmlInteger.of(REVISION));
    declare(runtime, "_OSI", new MethodCode(1, null, settings -> PredefinedNames::hasInterface));
  }

  private static void declare(AmlRuntime runtime, String name, AmlObject object) {
    Namespace namespace = runtime.namespace();
    namespace.declare(namespace.root(), NameString.of(name), object);
  }

  private static void hasInterface(Frame frame) {
    AmlObject name = frame.getInitialized(0);
    if (!(name instanceof AmlString string)) {
      throw Conversions.operandType("String", name);
    }
    boolean known = frame.runtime.host().hasInterface(string.value());
    frame.setNumber(Frame.RESULT, known ? frame.mask : 0);
  }
}
