package org.memslot.aml.resource;

/** The bus of a serial connection and the parameters that only this kind of bus has. */
public sealed interface SerialBus {
  /**
   * I2C (ACPI 6.5, section 6.4.3.8.2.1).
   *
   * @param address the device's address, 0..0xFFFF
   * @param speed highest speed in hertz, unsigned 32-bit
   * @param addressing seven or ten bits
   */
  record I2c(int address, long speed, I2cAddressing addressing) implements SerialBus {
    /** Checks the values. */
    public I2c {
      Checks.unsigned("_ADR", address, 16);
      Checks.unsigned("_SPE", speed, 32);
    }
  }

  /**
   * SPI (ACPI 6.5, section 6.4.3.8.2.2).
   *
   * @param deviceSelection the device's select line or address, 0..0xFFFF
   * @param devicePolarity the select line's active level
   * @param wireMode three or four wires
   * @param dataBits bits in a word, 0..255
   * @param speed highest speed in hertz, unsigned 32-bit
   * @param clockPolarity the idle clock's level
   * @param clockPhase the edge on which data is valid
   */
  record Spi(
      int deviceSelection,
      SpiDevicePolarity devicePolarity,
      SpiWireMode wireMode,
      int dataBits,
      long speed,
      SpiClockPolarity clockPolarity,
      SpiClockPhase clockPhase)
      implements SerialBus {
    /** Checks the values. */
    public Spi {
      Checks.unsigned("_ADR", deviceSelection, 16);
      Checks.unsigned("_LEN", dataBits, 8);
      Checks.unsigned("_SPE", speed, 32);
    }
  }

  /**
   * A UART (ACPI 6.5, section 6.4.3.8.2.3).
   *
   * @param baudRate initial speed in bits a second, unsigned 32-bit
   * @param dataBits bits in a word
   * @param stopBits stop bits
   * @param linesInUse bit 7 RTS, 6 CTS, 5 DTR, 4 DSR, 3 RI, 2 DTD
   * @param endianness bit order
   * @param parity parity bit
   * @param flowControl flow control
   * @param receiveFifo the device's receive buffer in bytes, 0..0xFFFF
   * @param transmitFifo the device's transmit buffer in bytes, 0..0xFFFF
   */
  record Uart(
      long baudRate,
      UartDataBits dataBits,
      UartStopBits stopBits,
      int linesInUse,
      UartEndianness endianness,
      UartParity parity,
      UartFlowControl flowControl,
      int receiveFifo,
      int transmitFifo)
      implements SerialBus {
    /** Checks the values. */
    public Uart {
      Checks.unsigned("_SPE", baudRate, 32);
      Checks.unsigned("_LIN", linesInUse, 8);
      Checks.unsigned("_RXL", receiveFifo, 16);
      Checks.unsigned("_TXL", transmitFifo, 16);
    }
  }

  /**
   * CSI-2, a camera's bus (ACPI 6.5, section 6.4.3.8.2.4).
   *
   * @param phyType 0 C-PHY, 1 D-PHY; the field has two bits
   * @param localPort the device's port, 0..63
   */
  record Csi2(int phyType, int localPort) implements SerialBus {
    /** Checks the values. */
    public Csi2 {
      Checks.unsigned("_PHY", phyType, 2);
      Checks.unsigned("_PRT", localPort, 6);
    }
  }
}
