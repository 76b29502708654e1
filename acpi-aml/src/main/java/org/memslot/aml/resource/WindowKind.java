package org.memslot.aml.resource;

/**
 * What an address window holds: the resource type and the type-specific flags of an address space
 * descriptor (ACPI 6.5, tables 6.49 to 6.51).
 */
public sealed interface WindowKind {
  /**
   * Memory: resource type 0.
   *
   * @param caching how it may be cached
   * @param access whether it can be written
   * @param type what the system address map calls it
   * @param translation whether the other side of the bridge sees I/O
   */
  record Memory(
      MemoryCaching caching, MemoryAccess access, MemoryRangeType type, Translation translation)
      implements WindowKind {
    /** Cacheable and writable memory, as a memory device has it. */
    public static final Memory CACHEABLE =
        new Memory(
            MemoryCaching.CACHEABLE,
            MemoryAccess.READ_WRITE,
            MemoryRangeType.MEMORY,
            Translation.STATIC);
  }

  /**
   * I/O ports: resource type 1.
   *
   * @param range which of the ISA aliases the window covers
   * @param translation whether the other side of the bridge sees memory
   * @param density how translated ports lie in memory
   */
  record Io(IoRange range, Translation translation, IoDensity density) implements WindowKind {
    /** All ports of a window, not translated. */
    public static final Io ENTIRE = new Io(IoRange.ENTIRE, Translation.STATIC, IoDensity.DENSE);
  }

  /** PCI bus numbers: resource type 2. */
  record BusNumber() implements WindowKind {}

  /** A platform communications channel: resource type 10, since ACPI 6.5. */
  record CommunicationChannel() implements WindowKind {}

  /**
   * A hardware vendor's own kind of resource.
   *
   * @param type resource type, 0xC0..0xFF
   * @param flags type-specific flags, 0..0xFF
   */
  record Vendor(int type, int flags) implements WindowKind {
    /** Checks the values. */
    public Vendor {
      Checks.range("_RT", type, 0xC0, 0xFF);
      Checks.unsigned("_TSF", flags, 8);
    }
  }

  /** Returns the resource type. */
  default int resourceType() {
    return switch (this) {
      case Memory memory -> 0;
      case Io io -> 1;
      case BusNumber bus -> 2;
      case CommunicationChannel channel -> 0x0A;
      case Vendor vendor -> vendor.type();
    };
  }

  /** Returns the type-specific flags. */
  default int typeSpecificFlags() {
    return switch (this) {
      case Memory m ->
          m.access().value()
              | m.caching().value() << 1
              | m.type().value() << 3
              | m.translation().value() << 5;
      case Io io -> io.range().value() | io.translation().value() << 4 | io.density().value() << 5;
      case BusNumber bus -> 0;
      case CommunicationChannel channel -> 0;
      case Vendor vendor -> vendor.flags();
    };
  }

  /**
   * Returns the kind that a resource type and its flags stand for.
   *
   * @throws ResourceException if the specification reserves the type or a value of the flags
   */
  static WindowKind of(int resourceType, int flags) {
    return switch (resourceType) {
      case 0 ->
          new Memory(
              Keyword.of(MemoryCaching.class, flags >> 1 & 3),
              Keyword.of(MemoryAccess.class, flags & 1),
              Keyword.of(MemoryRangeType.class, flags >> 3 & 3),
              Keyword.of(Translation.class, flags >> 5 & 1));
      case 1 ->
          new Io(
              Keyword.of(IoRange.class, flags & 3),
              Keyword.of(Translation.class, flags >> 4 & 1),
              Keyword.of(IoDensity.class, flags >> 5 & 1));
      case 2 -> new BusNumber();
      case 0x0A -> new CommunicationChannel();
      default -> new Vendor(resourceType, flags);
    };
  }
}
