package org.memslot.ospm.interpreter.host;

import org.memslot.machine.AddressSpace;

/** Handles SystemMemory or SystemIO regions: the addresses are those of a bus. */
public final class BusRegionHandler implements RegionHandler {
  private final Access access;

  /**
   * Creates a handler.
   *
   * @param bus the memory or the port space
   */
  public BusRegionHandler(AddressSpace bus) {
    this.access = new BusAccess(bus);
  }

  @Override
  public Access open(RegionDeclaration region) {
    return access;
  }

  private record BusAccess(AddressSpace bus) implements Access {
    @Override
    public long read(long address, int width) {
      return bus.read(address, width);
    }

    @Override
    public void write(long address, int width, long value) {
      bus.write(address, width, value);
    }
  }
}
