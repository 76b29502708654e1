package org.memslot.aml.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a {@link ResourceTemplate} in order. Every method ends in {@link #with}, which takes any
 * descriptor; the others are shorter words for the most common ones.
 */
public final class ResourceTemplateBuilder {
  private final List<ResourceDescriptor> descriptors = new ArrayList<>();

  ResourceTemplateBuilder() {}

  /** Adds a descriptor. */
  public ResourceTemplateBuilder with(ResourceDescriptor descriptor) {
    descriptors.add(descriptor);
    return this;
  }

  /** Adds IRQ lines, 0..15: edge, active high, not shared. */
  public ResourceTemplateBuilder irq(int... lines) {
    return with(Irq.noFlags(lines));
  }

  /** Adds I/O ports at a fixed place. */
  public ResourceTemplateBuilder ioPorts(int first, int length) {
    return with(IoPorts.at(first, length));
  }

  /** Adds writable memory at a fixed place below 4 GiB. */
  public ResourceTemplateBuilder memory32Fixed(long base, long length) {
    return with(new Memory32Fixed(MemoryAccess.READ_WRITE, base, length));
  }

  /** Adds the memory of a memory device: see {@link AddressSpace#memory}. */
  public ResourceTemplateBuilder memory(long base, long length) {
    return with(AddressSpace.memory(base, length));
  }

  /** Adds a window that a bridge hands on to its children. */
  public ResourceTemplateBuilder window(
      AddressWidth width, WindowKind kind, long base, long length) {
    return with(
        AddressSpace.of(width, kind, AddressWindow.fixed(ResourceUsage.PRODUCER, base, length)));
  }

  /** Adds global system interrupts of the device's own. */
  public ResourceTemplateBuilder interrupt(
      InterruptMode mode, InterruptPolarity polarity, Sharing sharing, Integer... numbers) {
    return with(
        new ExtendedInterrupt(
            ResourceUsage.CONSUMER, mode, polarity, sharing, Optional.empty(), List.of(numbers)));
  }

  /** Returns the template, with an end tag as ASL compilers write it. */
  public ResourceTemplate build() {
    return new ResourceTemplate(descriptors, ResourceTemplate.EndTag.ZERO);
  }
}
