package org.memslot.aml.resource;

import java.util.Optional;

/**
 * One descriptor of a resource template (ACPI 6.5, section 6.4): an immutable value whose
 * constructor refuses what the specification does not allow with a {@link ResourceException}.
 */
public sealed interface ResourceDescriptor
    permits AddressSpace,
        ClockInput,
        Dma,
        EndDependentFunctions,
        ExtendedAddressSpace,
        ExtendedInterrupt,
        FixedDma,
        FixedIoPorts,
        GenericRegister,
        GpioInterrupt,
        GpioIo,
        IoPorts,
        Irq,
        Memory24,
        Memory32,
        Memory32Fixed,
        OpaqueDescriptor,
        PinConfig,
        PinFunction,
        PinGroup,
        PinGroupConfig,
        PinGroupFunction,
        SerialBusConnection,
        StartDependentFunctions,
        VendorLong,
        VendorShort {
  /** Returns the descriptor's bytes, head included, little-endian. */
  byte[] encode();

  /**
   * Returns the ASL macro that compiles to the same bytes, or nothing where ASL has none: an opaque
   * descriptor, a combination that bytes can hold and no macro can say.
   */
  Optional<AslMacro> macro();
}
