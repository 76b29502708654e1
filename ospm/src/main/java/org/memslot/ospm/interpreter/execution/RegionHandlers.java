package org.memslot.ospm.interpreter.execution;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.RegionDeclaration;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** The address spaces somebody handles, by space. */
final class RegionHandlers {
  private final Map<RegionSpace, RegionHandler> handlers = new HashMap<>();

  void install(RegionSpace space, RegionHandler handler) {
    handlers.put(space, handler);
  }

  Set<RegionSpace> installed() {
    return Set.copyOf(handlers.keySet());
  }

  boolean handles(RegionSpace space) {
    return handlers.containsKey(space);
  }

  /**
   * Opens a region.
   *
   * @throws AmlException AE_NOT_EXIST if nobody handles its address space
   */
  RegionHandler.Access open(RegionDeclaration region) {
    RegionHandler handler = handlers.get(region.space());
    if (handler == null) {
      throw new AmlException(
          AmlStatus.AE_NOT_EXIST,
          "nobody handles address space 0x%02X of %s"
              .formatted(region.space().value(), region.path()));
    }
    return handler.open(region);
  }
}
