/**
 * Resource templates: what a device says about the memory, ports, interrupts and connections it
 * uses (ACPI 6.5, chapter 6.4).
 *
 * <p>A {@link org.memslot.aml.resource.ResourceTemplate} is a list of descriptors. Each {@link
 * org.memslot.aml.resource.ResourceDescriptor} is an immutable record; what the specification does
 * not allow is refused when it is built:
 *
 * {@snippet :
 * ResourceTemplate crs =
 *     ResourceTemplate.of(
 *         r -> r.ioPorts(0xCF8, 8)
 *             .irq(4)
 *             .memory(0x1_0000_0000L, 0x2000_0000L)
 *             .with(new GpioInterrupt(InterruptMode.EDGE, InterruptPolarity.ACTIVE_BOTH,
 *                 GpioLines.of("\\_SB.GPI0", 12))));
 * byte[] bytes = crs.encode();
 * String text = crs.asl().orElseThrow();
 * }
 *
 * <p>{@link org.memslot.aml.resource.ResourceTemplate#decode} reads any template back without loss;
 * what it does not know stays an {@link org.memslot.aml.resource.OpaqueDescriptor}. A consumer
 * switches over the sealed type:
 *
 * {@snippet :
 * switch (descriptor) {
 *   case AddressSpace(var width, WindowKind.Memory memory, var window, var source) -> ...
 *   case IoPorts ports -> ...
 * }
 * }
 */
@NullMarked
package org.memslot.aml.resource;

import org.jspecify.annotations.NullMarked;
