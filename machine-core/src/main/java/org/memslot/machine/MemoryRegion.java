package org.memslot.machine;

/**
 * Something that can be placed in an {@link AddressSpace}: RAM, ROM, a device's registers, a window
 * on another region, or a container of regions.
 *
 * <p>A region knows its name and size and nothing of where it is placed: positions, priorities and
 * the enabled flag belong to the address space. Regions are compared by identity.
 */
public abstract sealed class MemoryRegion
    permits RamRegion, RomRegion, DeviceRegion, AliasRegion, ContainerRegion {
  private final String name;
  private final long size;
  private final long hostAddress;

  MemoryRegion(String name, long size) {
    this(name, size, 0);
  }

  MemoryRegion(String name, long size, long hostAddress) {
    this.name = name;
    this.size = size;
    this.hostAddress = hostAddress;
  }

  /**
   * Where the first byte is in the host, 0 for a region that is no memory. Valid for accesses that
   * keep a view which shows the region reachable.
   */
  final long hostAddress() {
    return hostAddress;
  }

  /**
   * The name that messages and memory maps show.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * The size of the region.
   *
   * @return bytes, unsigned; 0 stands for 2<sup>64</sup>, which only a {@link ContainerRegion} can
   *     have
   */
  public final long size() {
    return size;
  }

  /** The addresses of a region placed at {@code base}. */
  final AddressRange rangeAt(long base) {
    return size == 0 && base == 0 ? AddressRange.ALL : AddressRange.of(base, size);
  }

  static long positive(long size, String name) {
    if (size == 0) {
      throw new AddressRangeException(0, 0, "region " + name + " has length 0");
    }
    return size;
  }

  @Override
  public final String toString() {
    return name + " (0x" + Long.toHexString(size) + " bytes)";
  }
}
