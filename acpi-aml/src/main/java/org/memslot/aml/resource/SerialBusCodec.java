package org.memslot.aml.resource;

/** The bytes and the macros' arguments of the kinds of {@link SerialBus}. */
final class SerialBusCodec {
  static final int TYPE_REVISION = 1;

  private static final int I2C = 1;
  private static final int SPI = 2;
  private static final int UART = 3;
  private static final int CSI2 = 4;

  private SerialBusCodec() {}

  static int type(SerialBus bus) {
    return switch (bus) {
      case SerialBus.I2c i2c -> I2C;
      case SerialBus.Spi spi -> SPI;
      case SerialBus.Uart uart -> UART;
      case SerialBus.Csi2 csi2 -> CSI2;
    };
  }

  static int dataLength(SerialBus bus) {
    return switch (bus) {
      case SerialBus.I2c i2c -> 6;
      case SerialBus.Spi spi -> 9;
      case SerialBus.Uart uart -> 10;
      case SerialBus.Csi2 csi2 -> 0;
    };
  }

  static int flags(SerialBus bus) {
    return switch (bus) {
      case SerialBus.I2c i2c -> i2c.addressing().value();
      case SerialBus.Spi spi -> spi.wireMode().value() | spi.devicePolarity().value() << 1;
      case SerialBus.Uart uart ->
          uart.flowControl().value()
              | uart.stopBits().value() << 2
              | uart.dataBits().value() << 4
              | uart.endianness().value() << 7;
      case SerialBus.Csi2 csi2 -> csi2.phyType() | csi2.localPort() << 2;
    };
  }

  static void writeData(SerialBus bus, ItemWriter out) {
    switch (bus) {
      case SerialBus.I2c i2c -> out.u32(i2c.speed()).u16(i2c.address());
      case SerialBus.Spi spi ->
          out.u32(spi.speed())
              .u8(spi.dataBits())
              .u8(spi.clockPhase().value())
              .u8(spi.clockPolarity().value())
              .u16(spi.deviceSelection());
      case SerialBus.Uart uart ->
          out.u32(uart.baudRate())
              .u16(uart.receiveFifo())
              .u16(uart.transmitFifo())
              .u8(uart.parity().value())
              .u8(uart.linesInUse());
      case SerialBus.Csi2 csi2 -> {
        // all of it is in the flags
      }
    }
  }

  static SerialBus read(int type, int flags, ItemReader in) {
    return switch (type) {
      case I2C -> {
        long speed = in.u32();
        yield new SerialBus.I2c(in.u16(), speed, Keyword.of(I2cAddressing.class, flags & 1));
      }
      case SPI -> readSpi(flags, in);
      case UART -> readUart(flags, in);
      case CSI2 -> new SerialBus.Csi2(flags & 3, flags >> 2 & 0x3F);
      default -> throw new ResourceException("serial bus type", type + " is not known");
    };
  }

  private static SerialBus.Spi readSpi(int flags, ItemReader in) {
    long speed = in.u32();
    int dataBits = in.u8();
    SpiClockPhase phase = Keyword.of(SpiClockPhase.class, in.u8());
    SpiClockPolarity polarity = Keyword.of(SpiClockPolarity.class, in.u8());
    return new SerialBus.Spi(
        in.u16(),
        Keyword.of(SpiDevicePolarity.class, flags >> 1 & 1),
        Keyword.of(SpiWireMode.class, flags & 1),
        dataBits,
        speed,
        polarity,
        phase);
  }

  private static SerialBus.Uart readUart(int flags, ItemReader in) {
    long baudRate = in.u32();
    int receiveFifo = in.u16();
    int transmitFifo = in.u16();
    UartParity parity = Keyword.of(UartParity.class, in.u8());
    return new SerialBus.Uart(
        baudRate,
        Keyword.of(UartDataBits.class, flags >> 4 & 7),
        Keyword.of(UartStopBits.class, flags >> 2 & 3),
        in.u8(),
        Keyword.of(UartEndianness.class, flags >> 7 & 1),
        parity,
        Keyword.of(UartFlowControl.class, flags & 3),
        receiveFifo,
        transmitFifo);
  }

  /** Begins the macro: everything up to the resource source. */
  static MacroBuilder beginMacro(SerialBus bus, int revision, SerialInitiator initiator) {
    String suffix = revision == 1 ? "" : "V2";
    return switch (bus) {
      case SerialBus.I2c i2c ->
          new MacroBuilder("I2cSerialBus" + suffix)
              .hex(i2c.address(), 16)
              .word(initiator)
              .hex(i2c.speed(), 32)
              .word(i2c.addressing());
      case SerialBus.Spi spi ->
          new MacroBuilder("SpiSerialBus" + suffix)
              .hex(spi.deviceSelection(), 16)
              .word(spi.devicePolarity())
              .word(spi.wireMode())
              .hex(spi.dataBits(), 8)
              .word(initiator)
              .hex(spi.speed(), 32)
              .word(spi.clockPolarity())
              .word(spi.clockPhase());
      case SerialBus.Uart uart ->
          new MacroBuilder("UartSerialBus" + suffix)
              .hex(uart.baudRate(), 32)
              .word(uart.dataBits())
              .word(uart.stopBits())
              .hex(uart.linesInUse(), 8)
              .word(uart.endianness())
              .word(uart.parity())
              .word(uart.flowControl())
              .hex(uart.receiveFifo(), 16)
              .hex(uart.transmitFifo(), 16);
      case SerialBus.Csi2 csi2 ->
          new MacroBuilder("Csi2Bus")
              .word(initiator)
              .hex(csi2.phyType(), 8)
              .hex(csi2.localPort(), 8)
              .since(AslMacro.ACPI_6_4);
    };
  }
}
