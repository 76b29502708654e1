package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.NameSeg;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * Initializes the devices of the namespace: \_INI, \_SB._INI, then _REG where a region handler
 * became available, then _STA and _INI from the root down (ACPI 6.5, 6.5.1 and 6.5.4); and finds
 * the memory devices.
 */
final class DeviceInitializer {
  private static final String MEMORY_DEVICE = "PNP0C80";

  /** PNP0C80 as EISAID packs it (ACPI 6.5, 19.3.4). */
  private static final long MEMORY_DEVICE_EISA = 0x800C_D041L;

  private static final long CONNECTED = 1;

  private final AmlInterpreter interpreter;
  private final DeviceMethods methods;
  private final List<NamespaceNode> memoryDevices = new ArrayList<>();

  DeviceInitializer(AmlInterpreter interpreter, DeviceMethods methods) {
    this.interpreter = interpreter;
    this.methods = methods;
  }

  /** Initializes all devices and returns the memory devices, present or not. */
  List<NamespaceNode> run() {
    NamespaceNode root = interpreter.namespace().root();
    methods.evaluate(root, "_INI");
    root.child(NameSeg.of("_SB")).ifPresent(bus -> methods.evaluate(bus, "_INI"));
    interpreter.namespace().walk(root, this::connectRegions);
    visitChildren(root);
    return memoryDevices;
  }

  /** Memory and ports are always there; of the other spaces firmware wants to be told. */
  private void connectRegions(NamespaceNode device) {
    if (!methods.has(device, "_REG")) {
      return;
    }
    device.children().stream()
        .map(NamespaceNode::object)
        .filter(AmlNamed.Region.class::isInstance)
        .map(region -> ((AmlNamed.Region) region).space())
        .distinct()
        .filter(interpreter.handledSpaces()::contains)
        .filter(DeviceInitializer::isAnnounced)
        .forEach(space -> methods.evaluate(device, "_REG", new long[] {space.value(), CONNECTED}));
  }

  private static boolean isAnnounced(RegionSpace space) {
    return !space.equals(RegionSpace.SYSTEM_MEMORY) && !space.equals(RegionSpace.SYSTEM_IO);
  }

  private void visitChildren(NamespaceNode scope) {
    for (NamespaceNode child : scope.children()) {
      boolean own = child.parent().filter(scope::equals).isPresent();
      if (own && child.object() instanceof AmlNamed.Device) {
        visit(child);
      }
    }
  }

  private void visit(NamespaceNode device) {
    if (isMemoryDevice(device)) {
      memoryDevices.add(device);
    }
    long status = methods.status(device);
    if ((status & (DeviceMethods.PRESENT | DeviceMethods.FUNCTIONAL)) == 0) {
      return;
    }
    boolean systemBus = device.path().equals("\\_SB_");
    if ((status & DeviceMethods.PRESENT) != 0 && !systemBus) {
      methods.evaluate(device, "_INI");
    }
    visitChildren(device);
  }

  private boolean isMemoryDevice(NamespaceNode device) {
    return List.of("_HID", "_CID").stream()
        .anyMatch(name -> methods.evaluate(device, name).filter(this::names).isPresent());
  }

  private boolean names(AmlObject id) {
    return switch (id) {
      case AmlInteger(long eisa) -> eisa == MEMORY_DEVICE_EISA;
      case AmlString text -> text.value().equals(MEMORY_DEVICE);
      case AmlPackage list ->
          list.elements().stream()
              .anyMatch(element -> !(element instanceof AmlPackage) && names(element));
      default -> false;
    };
  }
}
