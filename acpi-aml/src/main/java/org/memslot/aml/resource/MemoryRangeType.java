package org.memslot.aml.resource;

/** What the system address map calls a memory window: field _MTP. */
public enum MemoryRangeType implements Keyword {
  /** Usable memory. */
  MEMORY("AddressRangeMemory", 0),
  /** Reserved by the platform. */
  RESERVED("AddressRangeReserved", 1),
  /** ACPI tables; usable once they were read. */
  ACPI("AddressRangeACPI", 2),
  /** Memory that firmware keeps across sleep. */
  NVS("AddressRangeNVS", 3);

  private final String asl;
  private final int value;

  MemoryRangeType(String asl, int value) {
    this.asl = asl;
    this.value = value;
  }

  @Override
  public String asl() {
    return asl;
  }

  @Override
  public int value() {
    return value;
  }
}
