/**
 * Resource templates: the memory, ports, interrupts and connections that a device uses (ACPI 6.5,
 * section 6.4).
 *
 * <p>A {@link org.memslot.aml.resource.ResourceTemplate} is a list of descriptors. Each {@link
 * org.memslot.aml.resource.ResourceDescriptor} is an immutable record. Values that the
 * specification does not allow are rejected when the record is created.
 *
 * {@snippet id="PackageExamplesTest.resources" :
 * ResourceTemplate crs =
 *     ResourceTemplate.of(
 *         r ->
 *             r.ioPorts(0xCF8, 8)
 *                 .irq(4)
 *                 .memory(0x1_0000_0000L, 0x2000_0000L)
 *                 .with(
 *                     new GpioInterrupt(
 *                         InterruptMode.EDGE,
 *                         InterruptPolarity.ACTIVE_BOTH,
 *                         GpioLines.of("\\_SB.GPI0", 12))));
 * byte[] bytes = crs.encode();
 * String text = crs.asl().orElseThrow();
 * }
 *
 * <p>{@link org.memslot.aml.resource.ResourceTemplate#decode} decodes any template without loss. A
 * descriptor that it does not know becomes an {@link org.memslot.aml.resource.OpaqueDescriptor}.
 * The descriptor type is sealed, so it can be matched with patterns:
 *
 * {@snippet id="PackageExamplesTest.descriptors" :
 * List<String> ranges = new ArrayList<>();
 * for (ResourceDescriptor descriptor : ResourceTemplate.decode(bytes).descriptors()) {
 *   switch (descriptor) {
 *     case AddressSpace(var width, WindowKind.Memory _, var window, _) ->
 *         ranges.add("%s memory at 0x%x".formatted(width, window.minimum()));
 *     case IoPorts ports -> ranges.add("ports at 0x%x".formatted(ports.minimum()));
 *     default -> {}
 *   }
 * }
 * }
 */
@NullMarked
package org.memslot.aml.resource;

import org.jspecify.annotations.NullMarked;
