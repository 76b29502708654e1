package org.memslot.aml.resource;

/** Whether a device uses a resource or hands it on to its children (ACPI 6.5, section 6.4.3.5). */
public enum ResourceUsage implements Keyword {
  /** The device provides the resource to its children. */
  PRODUCER("ResourceProducer", 0),
  /** The device uses the resource. */
  CONSUMER("ResourceConsumer", 1);

  private final String asl;
  private final int value;

  ResourceUsage(String asl, int value) {
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
