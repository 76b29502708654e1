package org.memslot.ospm.interpreter;

import org.memslot.aml.RegionSpace;

/** Objects that exist only under a name: they are declared, never computed. */
public sealed interface AmlNamed extends AmlObject {
  /** A device or bus. */
  record Device() implements AmlNamed {
    @Override
    public AmlObjectType type() {
      return AmlObjectType.DEVICE;
    }
  }

  /** A thermal zone. */
  record ThermalZone() implements AmlNamed {
    @Override
    public AmlObjectType type() {
      return AmlObjectType.THERMAL_ZONE;
    }
  }

  /**
   * A processor in the form before ACPI 6.0.
   *
   * @param id the processor's number in the MADT
   * @param blockAddress the address of its register block, a port
   * @param blockLength the length of that block in bytes, 0 when there is none
   */
  record Processor(int id, long blockAddress, int blockLength) implements AmlNamed {
    @Override
    public AmlObjectType type() {
      return AmlObjectType.PROCESSOR;
    }
  }

  /**
   * A power resource.
   *
   * @param systemLevel the lowest sleep state in which it must stay on
   * @param resourceOrder its place in the order of switching on
   */
  record PowerResource(int systemLevel, int resourceOrder) implements AmlNamed {
    @Override
    public AmlObjectType type() {
      return AmlObjectType.POWER_RESOURCE;
    }
  }

  /** A control method. */
  final class Method implements AmlNamed {
    private final MethodCode code;

    Method(MethodCode code) {
      this.code = code;
    }

    /** Returns the number of arguments the method takes, 0 to 7. */
    public int argumentCount() {
      return code.argumentCount();
    }

    MethodCode code() {
      return code;
    }

    @Override
    public AmlObjectType type() {
      return AmlObjectType.METHOD;
    }
  }

  /** A mutex. */
  final class Mutex implements AmlNamed {
    private final AmlMutex mutex;

    Mutex(AmlMutex mutex) {
      this.mutex = mutex;
    }

    AmlMutex mutex() {
      return mutex;
    }

    @Override
    public AmlObjectType type() {
      return AmlObjectType.MUTEX;
    }
  }

  /** An event: a counter of signals. */
  final class Event implements AmlNamed {
    private long signals;

    Event() {}

    void signal() {
      signals++;
    }

    boolean consume() {
      if (signals == 0) {
        return false;
      }
      signals--;
      return true;
    }

    void reset() {
      signals = 0;
    }

    @Override
    public AmlObjectType type() {
      return AmlObjectType.EVENT;
    }
  }

  /** An operation region. */
  final class Region implements AmlNamed {
    private final OperationRegion region;

    Region(OperationRegion region) {
      this.region = region;
    }

    /** Returns the region's address space. */
    public RegionSpace space() {
      return region.space();
    }

    OperationRegion region() {
      return region;
    }

    @Override
    public AmlObjectType type() {
      return AmlObjectType.OPERATION_REGION;
    }
  }
}
