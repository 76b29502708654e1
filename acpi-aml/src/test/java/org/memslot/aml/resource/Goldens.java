package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.memslot.aml.ByteList;

/**
 * Every descriptor with the bytes that ACPICA's compiler makes of its macro: iasl 20200925, and for
 * the macros of ACPI 6.4 and 6.5 (Csi2Bus, ClockInput, DWordPcc), which that one does not know,
 * ACPICA's compiler 20260408.
 */
final class Goldens {
  private Goldens() {}

  /**
   * One descriptor.
   *
   * @param asl the macro as a person writes it
   * @param descriptor the same as a value
   * @param hex what the compiler makes of the macro
   */
  record Golden(String asl, ResourceDescriptor descriptor, String hex) {
    boolean isKnownToReferee() {
      return descriptor.macro().orElseThrow().since() <= AslMacro.ACPI_6_3;
    }

    @Override
    public String toString() {
      return asl;
    }
  }

  static ByteList bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteList.of(bytes);
  }

  static Stream<Golden> all() {
    return Stream.of(
        new Golden("IRQNoFlags () {3, 4}", Irq.noFlags(3, 4), "22 18 00"),
        new Golden("IRQNoFlags () {}", Irq.noFlags(), "22 00 00"),
        new Golden(
            "IRQ (Level, ActiveLow, SharedAndWake) {5}",
            Irq.of(
                new Irq.Flags(
                    InterruptMode.LEVEL, InterruptPolarity.ACTIVE_LOW, Sharing.SHARED_AND_WAKE),
                5),
            "23 20 00 38"),
        new Golden(
            "IRQ (Edge, ActiveHigh, Exclusive) {0, 15}",
            Irq.of(
                new Irq.Flags(InterruptMode.EDGE, InterruptPolarity.ACTIVE_HIGH, Sharing.EXCLUSIVE),
                0,
                15),
            "23 01 80 01"),
        new Golden(
            "DMA (Compatibility, NotBusMaster, Transfer8) {1, 2}",
            Dma.of(DmaType.COMPATIBILITY, false, DmaTransfer.TRANSFER_8, 1, 2),
            "2a 06 00"),
        new Golden(
            "DMA (TypeF, BusMaster, Transfer16) {7}",
            Dma.of(DmaType.TYPE_F, true, DmaTransfer.TRANSFER_16, 7), "2a 80 66"),
        new Golden(
            "DMA (TypeA, BusMaster, Transfer8_16) {}",
            Dma.of(DmaType.TYPE_A, true, DmaTransfer.TRANSFER_8_16),
            "2a 00 25"),
        new Golden(
            "FixedDMA (1, 2)", new FixedDma(1, 2, FixedDmaWidth.WIDTH_32), "55 01 00 02 00 02"),
        new Golden(
            "FixedDMA (0x1234, 0x5678, Width256bit)",
            new FixedDma(0x1234, 0x5678, FixedDmaWidth.WIDTH_256),
            "55 34 12 78 56 05"),
        new Golden(
            "IO (Decode16, 0x0CF8, 0x0CF8, 0x01, 0x08)",
            IoPorts.at(0xCF8, 8),
            "47 01 f8 0c f8 0c 01 08"),
        new Golden(
            "IO (Decode10, 0x0100, 0x0300, 0x10, 0x20)",
            new IoPorts(IoDecode.DECODE_10, 0x100, 0x300, 0x10, 0x20),
            "47 00 00 01 00 03 10 20"),
        new Golden("FixedIO (0x0378, 0x08)", new FixedIoPorts(0x378, 8), "4b 78 03 08"),
        new Golden("VendorShort () {1, 2, 3}", new VendorShort(bytes(1, 2, 3)), "73 01 02 03"),
        new Golden("VendorShort () {}", new VendorShort(ByteList.EMPTY), "70"),
        new Golden(
            "VendorLong () {1, 2, 0xFF}", new VendorLong(bytes(1, 2, 0xFF)), "84 03 00 01 02 ff"),
        new Golden("VendorLong () {}", new VendorLong(ByteList.EMPTY), "84 00 00"),
        new Golden(
            "Memory24 (ReadOnly, 0x0000, 0x0100, 0x0000, 0x0010)",
            new Memory24(MemoryAccess.READ_ONLY, 0, 0x100, 0, 0x10),
            "81 09 00 00 00 00 00 01 00 00 10 00"),
        new Golden(
            "Memory32 (ReadWrite, 0x1000, 0x10000000, 0x1000, 0x2000)",
            new Memory32(MemoryAccess.READ_WRITE, 0x1000, 0x10000000, 0x1000, 0x2000),
            "85 11 00 01 00 10 00 00 00 00 00 10 00 10 00 00 00 20 00 00"),
        new Golden(
            "Memory32Fixed (ReadWrite, 0xFED00000, 0x400)",
            new Memory32Fixed(MemoryAccess.READ_WRITE, 0xFED00000L, 0x400),
            "86 09 00 01 00 00 d0 fe 00 04 00 00"),
        new Golden(
            "Register (SystemMemory, 8, 0, 0x1000, 2)",
            new GenericRegister(0, 8, 0, 0x1000, 2),
            "82 0c 00 00 08 00 02 00 10 00 00 00 00 00 00"),
        new Golden(
            "Register (FFixedHW, 0xFF, 1, 0xFEDCBA9876543210)",
            new GenericRegister(0x7F, 0xFF, 1, 0xFEDCBA9876543210L, 0),
            "82 0c 00 7f ff 01 00 10 32 54 76 98 ba dc fe"),
        new Golden(
            "Register (0x81, 32, 0, 0)",
            new GenericRegister(0x81, 32, 0, 0, 0),
            "82 0c 00 81 20 00 00 00 00 00 00 00 00 00 00"),
        new Golden(
            "WordBusNumber (ResourceProducer, MinFixed, MaxFixed, PosDecode, 0, 0, 0xFF, 0, 0x100)",
            AddressSpace.of(
                AddressWidth.WORD,
                new WindowKind.BusNumber(),
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0, 0x100)),
            "88 0d 00 02 0c 00 00 00 00 00 ff 00 00 00 00 01"),
        new Golden(
            "WordIO (ResourceProducer, MinFixed, MaxFixed, PosDecode, EntireRange, 0, 0xD00, 0xFFFF, 0, 0xF300)",
            AddressSpace.of(
                AddressWidth.WORD,
                WindowKind.Io.ENTIRE,
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0xD00, 0xF300)),
            "88 0d 00 01 0c 03 00 00 00 0d ff ff 00 00 00 f3"),
        new Golden(
            "WordIO (ResourceConsumer, MinNotFixed, MaxNotFixed, SubDecode, ISAOnlyRanges, 0xF, 0x100, 0x3FF, 0x10, 0x20, 5, \"\\\\_SB.P\", , TypeTranslation, SparseTranslation)",
            new AddressSpace(
                AddressWidth.WORD,
                new WindowKind.Io(IoRange.ISA_ONLY, Translation.TRANSLATED, IoDensity.SPARSE),
                new AddressWindow(
                    ResourceUsage.CONSUMER,
                    AddressDecode.SUBTRACTIVE,
                    false,
                    false,
                    0xF,
                    0x100,
                    0x3FF,
                    0x10,
                    0x20),
                Optional.of(ResourceLink.to("\\_SB.P", 5))),
            "88 15 00 01 03 32 0f 00 00 01 ff 03 10 00 20 00 05 5c 5f 53 42 2e 50 00"),
        new Golden(
            "WordSpace (0xC0, ResourceConsumer, PosDecode, MinFixed, MaxFixed, 0x5, 0, 0, 1, 0, 2)",
            AddressSpace.of(
                AddressWidth.WORD, new WindowKind.Vendor(0xC0, 5), AddressWindow.fixed(0, 2)),
            "88 0d 00 c0 0d 05 00 00 00 00 01 00 00 00 02 00"),
        new Golden(
            "DWordIO (ResourceProducer, MinFixed, MaxFixed, PosDecode, NonISAOnlyRanges, 0, 0, 0xFFFF, 0x80000000, 0x10000)",
            AddressSpace.of(
                AddressWidth.DWORD,
                new WindowKind.Io(IoRange.NON_ISA_ONLY, Translation.STATIC, IoDensity.DENSE),
                new AddressWindow(
                    ResourceUsage.PRODUCER,
                    AddressDecode.POSITIVE,
                    true,
                    true,
                    0,
                    0,
                    0xFFFF,
                    0x80000000L,
                    0x10000)),
            "87 17 00 01 0c 01 00 00 00 00 00 00 00 00 ff ff 00 00 00 00 00 80 00 00 01 00"),
        new Golden(
            "DWordMemory (ResourceProducer, PosDecode, MinFixed, MaxFixed, NonCacheable, ReadOnly, 0, 0xC0000000, 0xFEBFFFFF, 0, 0x3EC00000)",
            AddressSpace.of(
                AddressWidth.DWORD,
                new WindowKind.Memory(
                    MemoryCaching.NON_CACHEABLE,
                    MemoryAccess.READ_ONLY,
                    MemoryRangeType.MEMORY,
                    Translation.STATIC),
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0xC0000000L, 0x3EC00000)),
            "87 17 00 00 0c 00 00 00 00 00 00 00 00 c0 ff ff bf fe 00 00 00 00 00 00 c0 3e"),
        new Golden(
            "DWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxNotFixed, WriteCombining, ReadWrite, 0xFFF, 0x1000, 0xFFFFFFFF, 0, 0, 3)",
            new AddressSpace(
                AddressWidth.DWORD,
                new WindowKind.Memory(
                    MemoryCaching.WRITE_COMBINING,
                    MemoryAccess.READ_WRITE,
                    MemoryRangeType.MEMORY,
                    Translation.STATIC),
                new AddressWindow(
                    ResourceUsage.CONSUMER,
                    AddressDecode.POSITIVE,
                    true,
                    false,
                    0xFFF,
                    0x1000,
                    0xFFFFFFFFL,
                    0,
                    0),
                Optional.of(new ResourceLink(3, Optional.empty()))),
            "87 18 00 00 05 05 ff 0f 00 00 00 10 00 00 ff ff ff ff 00 00 00 00 00 00 00 00 03"),
        new Golden(
            "DWordSpace (0xFF, ResourceProducer, PosDecode, MinNotFixed, MaxFixed, 0xFF, 0xFF, 0, 0xFFFF, 0, 0)",
            AddressSpace.of(
                AddressWidth.DWORD,
                new WindowKind.Vendor(0xFF, 0xFF),
                new AddressWindow(
                    ResourceUsage.PRODUCER,
                    AddressDecode.POSITIVE,
                    false,
                    true,
                    0xFF,
                    0,
                    0xFFFF,
                    0,
                    0)),
            "87 17 00 ff 08 ff ff 00 00 00 00 00 00 00 ff ff 00 00 00 00 00 00 00 00 00 00"),
        new Golden(
            "QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite, 0, 0x100000000, 0x11FFFFFFF, 0, 0x20000000)",
            AddressSpace.memory(0x1_0000_0000L, 0x2000_0000L),
            "8a 2b 00 00 0d 03 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00 ff ff ff 1f 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 20 00 00 00 00"),
        new Golden(
            "QWordMemory (ResourceConsumer, PosDecode, MinNotFixed, MaxNotFixed, Prefetchable, ReadWrite, 0, 0, 0xFFFFFFFFFFFFFFFE, 0, 0xFFFFFFFFFFFFFFFF, 0xFF, \"\", , AddressRangeNVS, TypeTranslation)",
            new AddressSpace(
                AddressWidth.QWORD,
                new WindowKind.Memory(
                    MemoryCaching.PREFETCHABLE,
                    MemoryAccess.READ_WRITE,
                    MemoryRangeType.NVS,
                    Translation.TRANSLATED),
                new AddressWindow(
                    ResourceUsage.CONSUMER, AddressDecode.POSITIVE, false, false, 0, 0, -2, 0, -1),
                Optional.of(ResourceLink.to("", 0xFF))),
            "8a 2d 00 00 01 3f 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 fe ff ff ff ff ff ff ff 00 00 00 00 00 00 00 00 ff ff ff ff ff ff ff ff ff 00"),
        new Golden(
            "QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite, 0, 0, 0, 0, 0, , , TAG)",
            AddressSpace.of(
                AddressWidth.QWORD,
                WindowKind.Memory.CACHEABLE,
                new AddressWindow(
                    ResourceUsage.CONSUMER, AddressDecode.POSITIVE, true, true, 0, 0, 0, 0, 0)),
            "8a 2b 00 00 0d 03 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"),
        new Golden(
            "QWordIO (ResourceProducer, MinFixed, MaxFixed, PosDecode, EntireRange, 0, 0x1000, 0x1FFF, 0, 0x1000)",
            AddressSpace.of(
                AddressWidth.QWORD,
                WindowKind.Io.ENTIRE,
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0x1000, 0x1000)),
            "8a 2b 00 01 0c 03 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00 ff 1f 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00"),
        new Golden(
            "QWordSpace (0xC1, ResourceConsumer, PosDecode, MinFixed, MaxFixed, 0, 0, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0, 1)",
            AddressSpace.of(
                AddressWidth.QWORD, new WindowKind.Vendor(0xC1, 0), AddressWindow.fixed(-1, 1)),
            "8a 2b 00 c1 0d 00 00 00 00 00 00 00 00 00 ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00"),
        new Golden(
            "ExtendedMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite, 0, 0x1000, 0x1FFF, 0, 0x1000, 0x8000, , AddressRangeReserved)",
            new ExtendedAddressSpace(
                new WindowKind.Memory(
                    MemoryCaching.CACHEABLE,
                    MemoryAccess.READ_WRITE,
                    MemoryRangeType.RESERVED,
                    Translation.STATIC),
                AddressWindow.fixed(0x1000, 0x1000),
                0x8000),
            "8b 35 00 00 0d 0b 01 00 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00 ff 1f 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00 00 80 00 00 00 00 00 00"),
        new Golden(
            "ExtendedIO (ResourceProducer, MinFixed, MaxFixed, PosDecode, EntireRange, 0, 0x1000, 0x1FFF, 0, 0x1000, 0, , TypeTranslation, SparseTranslation)",
            new ExtendedAddressSpace(
                new WindowKind.Io(IoRange.ENTIRE, Translation.TRANSLATED, IoDensity.SPARSE),
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0x1000, 0x1000),
                0),
            "8b 35 00 01 0c 33 01 00 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00 ff 1f 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00"),
        new Golden(
            "ExtendedSpace (0xC1, ResourceConsumer, PosDecode, MinFixed, MaxFixed, 7, 0, 0, 1, 0, 2, 0x77)",
            new ExtendedAddressSpace(
                new WindowKind.Vendor(0xC1, 7), AddressWindow.fixed(0, 2), 0x77),
            "8b 35 00 c1 0d 07 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00 77 00 00 00 00 00 00 00"),
        new Golden(
            "Interrupt (ResourceConsumer, Level, ActiveLow, Shared, 1, \"\\\\_SB.FOO\") {1, 2, 0xFFFFFFFF}",
            new ExtendedInterrupt(
                ResourceUsage.CONSUMER,
                InterruptMode.LEVEL,
                InterruptPolarity.ACTIVE_LOW,
                Sharing.SHARED,
                Optional.of(ResourceLink.to("\\_SB.FOO", 1)),
                List.of(1, 2, -1)),
            "89 18 00 0d 03 01 00 00 00 02 00 00 00 ff ff ff ff 01 5c 5f 53 42 2e 46 4f 4f 00"),
        new Golden(
            "Interrupt (ResourceProducer, Edge, ActiveHigh, SharedAndWake) {1}",
            new ExtendedInterrupt(
                ResourceUsage.PRODUCER,
                InterruptMode.EDGE,
                InterruptPolarity.ACTIVE_HIGH,
                Sharing.SHARED_AND_WAKE,
                Optional.empty(),
                List.of(1)),
            "89 06 00 1a 01 01 00 00 00"),
        new Golden(
            "Interrupt (ResourceConsumer, Edge, ActiveHigh, ExclusiveAndWake, 5) {9}",
            new ExtendedInterrupt(
                ResourceUsage.CONSUMER,
                InterruptMode.EDGE,
                InterruptPolarity.ACTIVE_HIGH,
                Sharing.EXCLUSIVE_AND_WAKE,
                Optional.of(new ResourceLink(5, Optional.empty())),
                List.of(9)),
            "89 07 00 13 01 09 00 00 00 05"),
        new Golden(
            "GpioInt (Edge, ActiveBoth, ExclusiveAndWake, PullUp, 10, \"\\\\_SB.GPI0\", 0, ResourceConsumer, , RawDataBuffer () {1, 2}) {1}",
            new GpioInterrupt(
                InterruptMode.EDGE,
                InterruptPolarity.ACTIVE_BOTH,
                new GpioLines(
                    ResourceUsage.CONSUMER,
                    Sharing.EXCLUSIVE_AND_WAKE,
                    PinPull.UP,
                    10,
                    ResourceSource.of("\\_SB.GPI0"),
                    bytes(1, 2),
                    List.of(1))),
            "8c 22 00 01 00 01 00 15 00 01 00 00 0a 00 17 00 00 19 00 23 00 02 00 01 00 5c 5f 53 42 2e 47 50 49 30 00 01 02"),
        new Golden(
            "GpioInt (Level, ActiveLow, Exclusive, PullDefault, 0, \"\\\\_SB.GPI0\") {12}",
            new GpioInterrupt(
                InterruptMode.LEVEL, InterruptPolarity.ACTIVE_LOW, GpioLines.of("\\_SB.GPI0", 12)),
            "8c 20 00 01 00 01 00 02 00 00 00 00 00 00 17 00 00 19 00 23 00 00 00 0c 00 5c 5f 53 42 2e 47 50 49 30 00"),
        new Golden(
            "GpioIo (Shared, 0x80, 1, 2, IoRestrictionNoneAndPreserve, \"\", 7, ResourceProducer) {1, 2, 0xFFFF}",
            new GpioIo(
                IoRestriction.NONE_AND_PRESERVE,
                2,
                new GpioLines(
                    ResourceUsage.PRODUCER,
                    Sharing.SHARED,
                    new PinPull(0x80),
                    1,
                    new ResourceSource("", 7),
                    ByteList.EMPTY,
                    List.of(1, 2, 0xFFFF))),
            "8c 1b 00 01 01 00 00 0b 00 80 02 00 01 00 17 00 07 1d 00 1e 00 00 00 01 00 02 00 ff ff 00"),
        new Golden(
            "I2cSerialBus (0x50, ControllerInitiated, 400000, AddressingMode7Bit, \"\\\\_SB.I2C1\")",
            new SerialBusConnection(
                1,
                new SerialBus.I2c(0x50, 400000, I2cAddressing.BITS_7),
                SerialInitiator.CONTROLLER,
                ResourceUsage.CONSUMER,
                false,
                ResourceSource.of("\\_SB.I2C1"),
                ByteList.EMPTY),
            "8e 19 00 01 00 01 02 00 00 01 06 00 80 1a 06 00 50 00 5c 5f 53 42 2e 49 32 43 31 00"),
        new Golden(
            "I2cSerialBusV2 (0x350, DeviceInitiated, 100000, AddressingMode10Bit, \"\\\\_SB.I2C1\", 3, ResourceProducer, , Shared, RawDataBuffer () {1})",
            new SerialBusConnection(
                2,
                new SerialBus.I2c(0x350, 100000, I2cAddressing.BITS_10),
                SerialInitiator.DEVICE,
                ResourceUsage.PRODUCER,
                true,
                new ResourceSource("\\_SB.I2C1", 3),
                bytes(1)),
            "8e 1a 00 02 03 01 05 01 00 01 07 00 a0 86 01 00 50 03 01 5c 5f 53 42 2e 49 32 43 31 00"),
        new Golden(
            "SpiSerialBus (1, PolarityLow, FourWireMode, 8, ControllerInitiated, 1000, ClockPolarityLow, ClockPhaseFirst, \"\\\\_SB.SPI1\", , , , RawDataBuffer () {1, 2})",
            new SerialBusConnection(
                1,
                new SerialBus.Spi(
                    1,
                    SpiDevicePolarity.LOW,
                    SpiWireMode.FOUR,
                    8,
                    1000,
                    SpiClockPolarity.LOW,
                    SpiClockPhase.FIRST),
                SerialInitiator.CONTROLLER,
                ResourceUsage.CONSUMER,
                false,
                ResourceSource.of("\\_SB.SPI1"),
                bytes(1, 2)),
            "8e 1e 00 01 00 02 02 00 00 01 0b 00 e8 03 00 00 08 00 00 01 00 01 02 5c 5f 53 42 2e 53 50 49 31 00"),
        new Golden(
            "SpiSerialBusV2 (0x102, PolarityHigh, ThreeWireMode, 16, DeviceInitiated, 0xFFFFFFFF, ClockPolarityHigh, ClockPhaseSecond, \"\\\\_SB.SPI1\")",
            new SerialBusConnection(
                2,
                new SerialBus.Spi(
                    0x102,
                    SpiDevicePolarity.HIGH,
                    SpiWireMode.THREE,
                    16,
                    0xFFFFFFFFL,
                    SpiClockPolarity.HIGH,
                    SpiClockPhase.SECOND),
                SerialInitiator.DEVICE,
                ResourceUsage.CONSUMER,
                false,
                ResourceSource.of("\\_SB.SPI1"),
                ByteList.EMPTY),
            "8e 1c 00 02 00 02 03 03 00 01 09 00 ff ff ff ff 10 01 01 02 01 5c 5f 53 42 2e 53 50 49 31 00"),
        new Golden(
            "UartSerialBus (115200, DataBitsEight, StopBitsOne, 0xC0, LittleEndian, ParityTypeNone, FlowControlHardware, 32, 16, \"\\\\_SB.UAR1\")",
            new SerialBusConnection(
                1,
                new SerialBus.Uart(
                    115200,
                    UartDataBits.EIGHT,
                    UartStopBits.ONE,
                    0xC0,
                    UartEndianness.LITTLE,
                    UartParity.NONE,
                    UartFlowControl.HARDWARE,
                    32,
                    16),
                SerialInitiator.CONTROLLER,
                ResourceUsage.CONSUMER,
                false,
                ResourceSource.of("\\_SB.UAR1"),
                ByteList.EMPTY),
            "8e 1d 00 01 00 03 02 35 00 01 0a 00 00 c2 01 00 20 00 10 00 00 c0 5c 5f 53 42 2e 55 41 52 31 00"),
        new Golden(
            "UartSerialBusV2 (9600, DataBitsNine, StopBitsTwo, 0xFC, BigEndian, ParityTypeSpace, FlowControlXon, 0x100, 0x200, \"\\\\_SB.UAR1\", , , , Shared, RawDataBuffer () {9})",
            new SerialBusConnection(
                2,
                new SerialBus.Uart(
                    9600,
                    UartDataBits.NINE,
                    UartStopBits.TWO,
                    0xFC,
                    UartEndianness.BIG,
                    UartParity.SPACE,
                    UartFlowControl.XON_XOFF,
                    0x100,
                    0x200),
                SerialInitiator.CONTROLLER,
                ResourceUsage.CONSUMER,
                true,
                ResourceSource.of("\\_SB.UAR1"),
                bytes(9)),
            "8e 1e 00 02 00 03 06 ce 00 01 0b 00 80 25 00 00 00 01 00 02 04 fc 09 5c 5f 53 42 2e 55 41 52 31 00"),
        new Golden(
            "UartSerialBusV2 (9600, DataBitsFive, StopBitsOnePlusHalf, 0, LittleEndian, ParityTypeMark, FlowControlNone, 0, 0, \"A\")",
            SerialBusConnection.of(
                new SerialBus.Uart(
                    9600,
                    UartDataBits.FIVE,
                    UartStopBits.ONE_AND_HALF,
                    0,
                    UartEndianness.LITTLE,
                    UartParity.MARK,
                    UartFlowControl.NONE,
                    0,
                    0),
                "A"),
            "8e 15 00 02 00 03 02 08 00 01 0a 00 80 25 00 00 00 00 00 00 03 00 41 00"),
        new Golden(
            "PinFunction (Shared, 0x81, 1, \"\\\\_SB.GPI0\", 0, ResourceConsumer, , RawDataBuffer () {1, 2}) {1, 2}",
            new PinFunction(
                true,
                new PinPull(0x81),
                1,
                ResourceSource.of("\\_SB.GPI0"),
                bytes(1, 2),
                List.of(1, 2)),
            "8d 1f 00 01 01 00 81 01 00 12 00 00 16 00 20 00 02 00 01 00 02 00 5c 5f 53 42 2e 47 50 49 30 00 01 02"),
        new Golden(
            "PinFunction (Exclusive, PullUp, 2, \"\\\\_SB.GPI0\") {3}",
            new PinFunction(
                false, PinPull.UP, 2, ResourceSource.of("\\_SB.GPI0"), ByteList.EMPTY, List.of(3)),
            "8d 1b 00 01 00 00 01 02 00 12 00 00 14 00 1e 00 00 00 03 00 5c 5f 53 42 2e 47 50 49 30 00"),
        new Golden(
            "PinConfig (Shared, 0x0A, 0x12345678, \"\\\\_SB.GPI0\", 1, ResourceProducer, , RawDataBuffer () {1}) {1, 2}",
            new PinConfig(
                ResourceUsage.PRODUCER,
                true,
                new PinSetting(0x0A, 0x12345678),
                new ResourceSource("\\_SB.GPI0", 1),
                bytes(1),
                List.of(1, 2)),
            "8f 20 00 01 01 00 0a 78 56 34 12 14 00 01 18 00 22 00 01 00 01 00 02 00 5c 5f 53 42 2e 47 50 49 30 00 01"),
        new Golden(
            "PinGroup (\"group\", ResourceProducer) {1, 2}",
            new PinGroup(ResourceUsage.PRODUCER, "group", ByteList.EMPTY, List.of(1, 2)),
            "90 15 00 01 00 00 0e 00 12 00 18 00 00 00 01 00 02 00 67 72 6f 75 70 00"),
        new Golden(
            "PinGroup (\"group\", ResourceConsumer, , RawDataBuffer () {1, 2}) {0x1234}",
            new PinGroup(ResourceUsage.CONSUMER, "group", bytes(1, 2), List.of(0x1234)),
            "90 15 00 01 01 00 0e 00 10 00 16 00 02 00 34 12 67 72 6f 75 70 00 01 02"),
        new Golden(
            "PinGroupFunction (Shared, 0x1234, \"\\\\_SB.GPI0\", 2, \"group\", ResourceProducer, , RawDataBuffer () {1, 2})",
            new PinGroupFunction(
                0x1234,
                new PinGroupLink(
                    ResourceUsage.PRODUCER,
                    true,
                    new ResourceSource("\\_SB.GPI0", 2),
                    "group",
                    bytes(1, 2))),
            "91 20 00 01 01 00 34 12 02 11 00 1b 00 21 00 02 00 5c 5f 53 42 2e 47 50 49 30 00 67 72 6f 75 70 00 01 02"),
        new Golden(
            "PinGroupConfig (Exclusive, 0x81, 2, \"\\\\_SB.GPI0\", 0, \"group\", ResourceConsumer)",
            new PinGroupConfig(
                new PinSetting(0x81, 2),
                new PinGroupLink(
                    ResourceUsage.CONSUMER,
                    false,
                    ResourceSource.of("\\_SB.GPI0"),
                    "group",
                    ByteList.EMPTY)),
            "92 21 00 01 02 00 81 02 00 00 00 00 14 00 1e 00 24 00 00 00 5c 5f 53 42 2e 47 50 49 30 00 67 72 6f 75 70 00"),
        new Golden(
            "Csi2Bus (ControllerInitiated, 1, 2, \"\\\\_SB.CSI0\", 0, ResourceConsumer, , RawDataBuffer () {1, 2})",
            new SerialBusConnection(
                1,
                new SerialBus.Csi2(1, 2),
                SerialInitiator.CONTROLLER,
                ResourceUsage.CONSUMER,
                false,
                ResourceSource.of("\\_SB.CSI0"),
                bytes(1, 2)),
            "8e 15 00 01 00 04 02 09 00 01 02 00 01 02 5c 5f 53 42 2e 43 53 49 30 00"),
        new Golden(
            "ClockInput (0x1000, 2, KHz, Fixed)",
            new ClockInput(
                ClockMode.FIXED,
                ClockScale.KILOHERTZ,
                2,
                0x1000,
                Optional.of(new ResourceLink(0, Optional.empty()))),
            "93 0a 00 01 02 00 02 00 00 10 00 00 00"),
        new Golden(
            "ClockInput (19200000, 1, Hz, Variable, \"\\\\_SB.CLK0\", 1)",
            new ClockInput(
                ClockMode.VARIABLE,
                ClockScale.HERTZ,
                1,
                19200000,
                Optional.of(ResourceLink.to("\\_SB.CLK0", 1))),
            "93 14 00 01 01 00 01 00 00 f8 24 01 01 5c 5f 53 42 2e 43 4c 4b 30 00"),
        new Golden(
            "DWordPcc (0x12, 1, \"\\\\_SB.PCC0\")",
            new AddressSpace(
                AddressWidth.DWORD,
                new WindowKind.CommunicationChannel(),
                AddressWindow.fixed(ResourceUsage.PRODUCER, 0x12, 1),
                Optional.of(ResourceLink.to("\\_SB.PCC0", 1))),
            "87 22 00 0a 0c 00 00 00 00 00 12 00 00 00 12 00 00 00 00 00 00 00 01 00 00 00 01 5c 5f 53 42 2e 50 43 43 30 00"));
  }
}
