package org.memslot.ospm;

import java.util.Optional;
import java.util.OptionalLong;
import org.memslot.aml.NameSeg;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** Evaluates the objects of devices; what fails is an event. */
final class DeviceMethods {
  /** _STA: the device is there. */
  static final long PRESENT = 1;

  /** _STA: the device decodes its resources. */
  static final long ENABLED = 1 << 1;

  /** _STA: the device works. */
  static final long FUNCTIONAL = 1 << 3;

  /** What a device without _STA is (ACPI 6.5, 6.3.7). */
  private static final long STA_DEFAULT = 0xF;

  private final AmlInterpreter interpreter;
  private final EventLog log;

  DeviceMethods(AmlInterpreter interpreter, EventLog log) {
    this.interpreter = interpreter;
    this.log = log;
  }

  boolean has(NamespaceNode device, String name) {
    return device.child(NameSeg.of(name)).isPresent();
  }

  /** Runs an object of a device; empty if there is none, it failed, or it has no value. */
  Optional<AmlObject> evaluate(NamespaceNode device, String name, long... arguments) {
    return device.child(NameSeg.of(name)).flatMap(node -> evaluate(node, arguments));
  }

  /** Runs an object; empty if it failed or has no value. */
  Optional<AmlObject> evaluate(NamespaceNode node, long... arguments) {
    AmlObject[] values = new AmlObject[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = AmlInteger.of(arguments[i]);
    }
    try {
      return interpreter.evaluate(node, values);
    } catch (AmlException e) {
      log.add(new GuestEvent.AmlFailed(node.path(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** Evaluates an object that is an integer. */
  OptionalLong integer(NamespaceNode device, String name) {
    return evaluate(device, name)
        .filter(AmlInteger.class::isInstance)
        .map(value -> OptionalLong.of(((AmlInteger) value).value()))
        .orElse(OptionalLong.empty());
  }

  /** Returns the status of a device; 0 if its _STA fails. */
  long status(NamespaceNode device) {
    return has(device, "_STA") ? integer(device, "_STA").orElse(0) : STA_DEFAULT;
  }
}
