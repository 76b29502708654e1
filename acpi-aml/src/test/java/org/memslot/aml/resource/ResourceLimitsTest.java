package org.memslot.aml.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;

class ResourceLimitsTest {
  @Test
  void minimumAboveMaximumIsRefused() {
    refused("_MIN", () -> window(true, true, 0, 2, 1, 0));
    refused("_MIN", () -> new IoPorts(IoDecode.DECODE_16, 2, 1, 1, 1));
    refused("_MIN", () -> new Memory32(MemoryAccess.READ_WRITE, 0x2000, 0x1000, 1, 1));
    refused("_MIN", () -> window(false, false, 0, -1, 1, 0));
  }

  @Test
  void fixedWindowNeedsExactlyItsLength() {
    refused("_LEN", () -> window(true, true, 0, 0x1000, 0x1FFF, 0xFFF));
    refused("_LEN", () -> window(true, true, 0, 0x1000, 0x1FFF, 0x1001));
    refused("_LEN", () -> window(true, true, 0, 0x1000, 0x1FFF, 0));
    refused("_GRA", () -> window(true, true, 0xFFF, 0x1000, 0x1FFF, 0x1000));
    assertThat(window(true, true, 0, 0x1000, 0x1FFF, 0x1000).length()).isEqualTo(0x1000);
  }

  @Test
  void wholeSpaceIsNoFixedWindow() {
    refused("_LEN", () -> window(true, true, 0, 0, -1, 0));
    refused("_LEN", () -> AddressWindow.fixed(0, 0));
    assertThat(AddressWindow.fixed(1, -1).maximum()).isEqualTo(-1);
  }

  @Test
  void windowPastTheEndOfTheSpaceIsRefused() {
    refused("_MIN", () -> AddressWindow.fixed(-1, 2));
    assertThat(AddressWindow.fixed(-1, 1).maximum()).isEqualTo(-1);
  }

  @Test
  void lengthWithOneFixedBoundIsRefused() {
    refused("_LEN", () -> window(true, false, 0, 0, 0xFF, 1));
    refused("_LEN", () -> window(false, true, 0, 0, 0xFF, 1));
  }

  @Test
  void granularityIsAPowerOfTwoMinusOneThatTheBoundsKeep() {
    refused("_GRA", () -> window(false, false, 0x1000, 0, 0xFFFF, 0x1000));
    refused("_LEN", () -> window(false, false, 0xFFF, 0, 0xFFFF, 0x1800));
    refused("_MIN", () -> window(true, false, 0xFFF, 0x800, 0xFFFF, 0));
    refused("_MAX", () -> window(false, true, 0xFFF, 0, 0xFFFE, 0));
    assertThat(window(false, true, 0xFFF, 0, 0xFFFF, 0).granularity()).isEqualTo(0xFFF);
  }

  @Test
  void addressesFitTheirWidth() {
    refused(
        "_MAX",
        () ->
            AddressSpace.of(
                AddressWidth.WORD, WindowKind.Io.ENTIRE, AddressWindow.fixed(0xFFFF, 2)));
    refused(
        "_MIN",
        () ->
            AddressSpace.of(
                AddressWidth.DWORD,
                WindowKind.Memory.CACHEABLE,
                AddressWindow.fixed(0x1_0000_0000L, 1)));
    refused("_BAS", () -> new Memory32Fixed(MemoryAccess.READ_WRITE, 0x1_0000_0000L, 1));
    refused("_LEN", () -> new Memory32Fixed(MemoryAccess.READ_WRITE, 0xFFFF_FFFFL, 2));
  }

  @Test
  void addressesKeepTheAlignment() {
    refused("_MIN", () -> new IoPorts(IoDecode.DECODE_16, 1, 16, 8, 1));
    refused("_MAX", () -> new IoPorts(IoDecode.DECODE_16, 0, 17, 8, 1));
    refused("_MIN", () -> new Memory24(MemoryAccess.READ_ONLY, 1, 0x100, 0, 1));
    refused("_MAX", () -> new Memory32(MemoryAccess.READ_ONLY, 0, 1, 2, 1));
  }

  @Test
  void numbersOutsideTheirFieldAreRefused() {
    refused("line", () -> Irq.noFlags(16));
    refused("_INT", () -> new Irq(0x10000, Optional.empty()));
    refused("_DMA", () -> Dma.of(DmaType.TYPE_A, false, DmaTransfer.TRANSFER_8, 8));
    refused("_LL", () -> irq(InterruptPolarity.ACTIVE_BOTH));
    refused("_ASZ", () -> new GenericRegister(0, 8, 0, 0, 5));
    refused("_RBW", () -> new GenericRegister(0, 256, 0, 0, 0));
    refused("_RT", () -> new WindowKind.Vendor(0xBF, 0));
    refused("_PPI", () -> new PinPull(4));
    refused("PinConfigType", () -> new PinSetting(0x0E, 0));
    refused("performance priority", () -> new StartDependentFunctions.Priority(0, 3));
    refused("ResourceSourceIndex", () -> new ResourceLink(256, Optional.empty()));
    refused("FrequencyDivisor", () -> clock(0));
    refused("revision", () -> serial(3, false));
    refused("_SHR", () -> serial(1, true));
    refused("ResourceSource", () -> ResourceSource.of("\u00e9"));
    refused("VendorShort length", () -> new VendorShort(ByteList.of(new byte[8])));
  }

  @Test
  void listsHaveLimits() {
    refused("interrupt count", () -> interrupts(0));
    refused("interrupt count", () -> interrupts(256));
    assertThat(interrupts(255).encode()).hasSize(3 + 2 + 255 * 4);
    refused("GPIO pins", () -> GpioLines.of("A"));
    refused("VendorLong", () -> new VendorLong(ByteList.of(new byte[0x10000])));
    assertThat(new VendorLong(ByteList.of(new byte[0xFFFF])).encode()).hasSize(3 + 0xFFFF);
    refused("PinGroup", () -> group(Collections.nCopies(0x7FFF, 1)));
  }

  @Test
  void opaqueItemAgreesWithItsHeadAndIsNoEndTag() {
    refused("item", () -> new OpaqueDescriptor(Goldens.bytes(0x0A, 1)));
    refused("item", () -> new OpaqueDescriptor(Goldens.bytes(0x79, 0)));
    assertThat(new OpaqueDescriptor(Goldens.bytes(0x0A, 1, 2)).encode()).containsExactly(10, 1, 2);
  }

  @Test
  void messageNamesFieldValueAndLimit() {
    assertThatExceptionOfType(ResourceException.class)
        .isThrownBy(() -> window(true, true, 0, 0x1000, 0x1FFF, 0xFFF))
        .withMessage("_LEN: 0xfff is not the length of the fixed window 0x1000..0x1fff");
  }

  private static void refused(String field, ThrowingCallable building) {
    assertThatExceptionOfType(ResourceException.class)
        .isThrownBy(building)
        .extracting(ResourceException::field)
        .isEqualTo(field);
  }

  private static AddressWindow window(
      boolean minFixed, boolean maxFixed, long granularity, long min, long max, long length) {
    return new AddressWindow(
        ResourceUsage.CONSUMER,
        AddressDecode.POSITIVE,
        minFixed,
        maxFixed,
        granularity,
        min,
        max,
        0,
        length);
  }

  private static Irq irq(InterruptPolarity polarity) {
    return Irq.of(new Irq.Flags(InterruptMode.EDGE, polarity, Sharing.EXCLUSIVE), 1);
  }

  private static ExtendedInterrupt interrupts(int count) {
    return new ExtendedInterrupt(
        ResourceUsage.CONSUMER,
        InterruptMode.EDGE,
        InterruptPolarity.ACTIVE_HIGH,
        Sharing.EXCLUSIVE,
        Optional.empty(),
        Collections.nCopies(count, 7));
  }

  private static ClockInput clock(int divisor) {
    return new ClockInput(ClockMode.FIXED, ClockScale.HERTZ, divisor, 1, Optional.empty());
  }

  private static PinGroup group(List<Integer> pins) {
    return new PinGroup(ResourceUsage.PRODUCER, "g", ByteList.EMPTY, pins);
  }

  private static SerialBusConnection serial(int revision, boolean shared) {
    return new SerialBusConnection(
        revision,
        new SerialBus.I2c(1, 1, I2cAddressing.BITS_7),
        SerialInitiator.CONTROLLER,
        ResourceUsage.CONSUMER,
        shared,
        ResourceSource.of("A"),
        ByteList.EMPTY);
  }
}
