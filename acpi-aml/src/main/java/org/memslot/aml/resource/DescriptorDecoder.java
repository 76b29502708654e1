package org.memslot.aml.resource;

import java.util.Arrays;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * Turns one item's bytes into a descriptor. A typed descriptor is used only if it encodes to the
 * very bytes it came from; everything else stays opaque, so that nothing is ever lost.
 */
final class DescriptorDecoder {
  private DescriptorDecoder() {}

  /** Decodes a whole item whose length agrees with its head, and which is not an end tag. */
  static ResourceDescriptor decode(byte[] item) {
    try {
      Optional<ResourceDescriptor> typed =
          ItemTag.of(item[0]).flatMap(tag -> typed(tag, new ItemReader(item)));
      if (typed.isPresent() && Arrays.equals(typed.get().encode(), item)) {
        return typed.get();
      }
    } catch (ResourceException notAllowed) {
      // reserved values and lengths that do not fit: kept as bytes below
    }
    return new OpaqueDescriptor(ByteList.of(item));
  }

  private static Optional<ResourceDescriptor> typed(ItemTag tag, ItemReader in) {
    return switch (tag) {
      case IRQ -> Optional.of(Irq.decode(in));
      case DMA -> Optional.of(Dma.decode(in));
      case START_DEPENDENT -> Optional.of(StartDependentFunctions.decode(in));
      case END_DEPENDENT -> Optional.of(new EndDependentFunctions());
      case IO -> Optional.of(IoPorts.decode(in));
      case FIXED_IO -> Optional.of(FixedIoPorts.decode(in));
      case FIXED_DMA -> Optional.of(FixedDma.decode(in));
      case VENDOR_SHORT -> Optional.of(VendorShort.decode(in));
      case END -> Optional.empty();
      case MEMORY_24 -> Optional.of(Memory24.decode(in));
      case REGISTER -> Optional.of(GenericRegister.decode(in));
      case VENDOR_LONG -> Optional.of(VendorLong.decode(in));
      case MEMORY_32 -> Optional.of(Memory32.decode(in));
      case MEMORY_32_FIXED -> Optional.of(Memory32Fixed.decode(in));
      case WORD_SPACE -> Optional.of(AddressSpace.decode(AddressWidth.WORD, in));
      case DWORD_SPACE -> Optional.of(AddressSpace.decode(AddressWidth.DWORD, in));
      case QWORD_SPACE -> Optional.of(AddressSpace.decode(AddressWidth.QWORD, in));
      case INTERRUPT -> Optional.of(ExtendedInterrupt.decode(in));
      case EXTENDED_SPACE -> Optional.of(ExtendedAddressSpace.decode(in));
      case GPIO -> Optional.of(GpioLines.decode(in));
      case PIN_FUNCTION -> Optional.of(PinFunction.decode(in));
      case SERIAL_BUS -> Optional.of(SerialBusConnection.decode(in));
      case PIN_CONFIG -> Optional.of(PinConfig.decode(in));
      case PIN_GROUP -> Optional.of(PinGroup.decode(in));
      case PIN_GROUP_FUNCTION -> Optional.of(PinGroupFunction.decode(in));
      case PIN_GROUP_CONFIG -> Optional.of(PinGroupConfig.decode(in));
      case CLOCK_INPUT -> Optional.of(ClockInput.decode(in));
    };
  }
}
