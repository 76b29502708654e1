package org.memslot.ospm.interpreter.execution;

import org.memslot.aml.NameSeg;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;

/**
 * Tells a {@code _REG} beside the region of a method that the region can be used, and that it goes
 * (ACPI 6.5, 6.5.4). Regions of tables are for the operating system to announce, once it has its
 * drivers.
 */
final class RegionAnnouncement {
  private static final NameSeg REG = NameSeg.of("_REG");
  private static final int ARGUMENTS = 2;

  /** The number that ACPICA gives the space of DataTableRegion; the specification gives none. */
  private static final RegionSpace DATA_TABLE = new RegionSpace(0x7E);

  private static final long CONNECTED = 1;
  private static final long DISCONNECTED = 0;

  private RegionAnnouncement() {}

  /** Announces a region that a method has declared, if somebody handles its space. */
  static void announce(NamespaceEntry region, RegionSpace space, Frame frame) {
    if (frame.runtime.handlers().handles(space)) {
      connect(region, space, frame);
    }
  }

  /** Announces a DataTableRegion that a method has declared: it needs no handler. */
  static void announceDataTable(NamespaceEntry region, Frame frame) {
    connect(region, DATA_TABLE, frame);
  }

  private static void connect(NamespaceEntry region, RegionSpace space, Frame frame) {
    NamespaceEntry scope = region.parentOrNull();
    NamespaceEntry node = scope == null ? null : scope.childOrNull(REG);
    if (node != null
        && node.object() instanceof MethodCode method
        && method.argumentCount() == ARGUMENTS) {
      tell(node, method, space, CONNECTED, frame);
      frame.atReturn(() -> tell(node, method, space, DISCONNECTED, frame));
    }
  }

  /** What _REG does wrong is no failure of the method that declares the region. */
  private static void tell(
      NamespaceEntry node, MethodCode method, RegionSpace space, long state, Frame frame) {
    AmlObject[] arguments = {AmlInteger.of(space.value()), AmlInteger.of(state)};
    try {
      frame.runtime.calls().invoke(node, method, arguments, frame.evaluation);
    } catch (AmlException e) {
      if (e.isFinal()) {
        throw e;
      }
    }
  }
}
