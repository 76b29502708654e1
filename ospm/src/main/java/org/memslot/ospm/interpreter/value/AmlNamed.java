package org.memslot.ospm.interpreter.value;

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

  /** A control method, which the interpreter makes. */
  non-sealed interface Method extends AmlNamed {
    /** Returns the number of arguments the method takes, 0 to 7. */
    int argumentCount();

    @Override
    default AmlObjectType type() {
      return AmlObjectType.METHOD;
    }
  }

  /** A mutex, which the interpreter makes. */
  non-sealed interface Mutex extends AmlNamed {
    @Override
    default AmlObjectType type() {
      return AmlObjectType.MUTEX;
    }
  }

  /** An event, which the interpreter makes. */
  non-sealed interface Event extends AmlNamed {
    @Override
    default AmlObjectType type() {
      return AmlObjectType.EVENT;
    }
  }

  /** An operation region, which the interpreter makes. */
  non-sealed interface Region extends AmlNamed {
    /** Returns the region's address space. */
    RegionSpace space();

    @Override
    default AmlObjectType type() {
      return AmlObjectType.OPERATION_REGION;
    }
  }
}
