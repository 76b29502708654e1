package org.memslot.ospm.interpreter;

import org.memslot.aml.NameString;

/** The predefined names that are objects (ACPI 6.5, 5.7): \_GL, \_OS, \_OSI, \_REV. */
final class PredefinedNames {
  /** What Windows NT calls itself: what all other systems answer, so that firmware works. */
  private static final String OS_NAME = "Microsoft Windows NT";

  private PredefinedNames() {}

  static void declare(AmlRuntime runtime) {
    declare(runtime, "_GL", new AmlNamed.Mutex(new AmlMutex(0)));
    declare(runtime, "_OS", AmlString.of(OS_NAME));
    declare(runtime, "_REV", AmlInteger.of(AmlInterpreter.REVISION));
    declare(
        runtime,
        "_OSI",
        new AmlNamed.Method(new MethodCode(1, null, settings -> PredefinedNames::hasInterface)));
  }

  private static void declare(AmlRuntime runtime, String name, AmlObject object) {
    AcpiNamespace namespace = runtime.namespace();
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
