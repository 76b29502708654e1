package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Debug Port Table 2 (Microsoft's specification): the ports by which a debugger reaches the system
 * before it has drivers.
 *
 * @param revision of the form
 * @param origin who made it
 * @param devices in the order of the table
 */
public record Dbg2(int revision, TableOrigin origin, List<Device> devices) implements AcpiTable {
  /** Port type of a serial port. */
  public static final int SERIAL = 0x8000;

  /** Subtype of a serial port: a 16550. */
  public static final int SUBTYPE_16550 = 0;

  /** Bytes of the header and the two numbers that follow. */
  private static final int FIXED_SIZE = AcpiTable.HEADER_SIZE + 8;

  /**
   * A run of a device's registers.
   *
   * @param address of the first
   * @param size bytes
   */
  public record Registers(GenericAddress address, long size) {
    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public Registers {
      Fits.u32("Address Size", size);
    }
  }

  /**
   * A debug port.
   *
   * @param portType {@link #SERIAL}, or another of the specification
   * @param portSubtype {@link #SUBTYPE_16550}, or another of the type
   * @param registers at most 255 runs
   * @param namepath of its device in the DSDT, {@code .} for none
   * @param oemData anything
   */
  public record Device(
      int portType, int portSubtype, List<Registers> registers, String namepath, ByteList oemData) {
    private static final int FIXED_SIZE = 22;

    /**
     * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
     */
    public Device {
      registers = List.copyOf(registers);
      Fits.u16("Port Type", portType);
      Fits.u16("Port Subtype", portSubtype);
      Fits.u8("Register Count", registers.size());
      Fits.u16(
          "Length", FIXED_SIZE + 16 * registers.size() + namepath.length() + 1 + oemData.length());
    }

    private int sizesOffset() {
      return FIXED_SIZE + GenericAddress.SIZE * registers.size();
    }

    private int nameOffset() {
      return sizesOffset() + 4 * registers.size();
    }

    private int oemOffset() {
      return nameOffset() + namepath.length() + 1;
    }

    private void write(TableWriter out) {
      out.u8(0);
      out.u16(oemOffset() + oemData.length());
      out.u8(registers.size());
      out.u16(namepath.length() + 1);
      out.u16(nameOffset());
      out.u16(oemData.length());
      out.u16(oemData.length() == 0 ? 0 : oemOffset());
      out.u16(portType);
      out.u16(portSubtype);
      out.reserved(2);
      out.u16(FIXED_SIZE);
      out.u16(sizesOffset());
      registers.forEach(run -> run.address().write(out));
      registers.forEach(run -> out.u32(run.size()));
      out.text(namepath + "\0");
      out.bytes(oemData);
    }

    private static Device read(TableReader in) {
      in.skip("Revision, Length", 3);
      int count = in.u8("Register Count");
      int nameLength = in.u16("Namepath Length");
      int nameOffset = in.u16("Namepath Offset");
      int oemLength = in.u16("OEM Data Length");
      int oemOffset = in.u16("OEM Data Offset");
      int portType = in.u16("Port Type");
      int portSubtype = in.u16("Port Subtype");
      in.skip("Reserved", 2);
      TableReader addresses =
          in.inside(
              "Base Address Register", in.u16("Base Address Offset"), GenericAddress.SIZE * count);
      TableReader sizes = in.inside("Address Size", in.u16("Address Size Offset"), 4 * count);
      List<Registers> registers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        registers.add(
            new Registers(
                GenericAddress.read(addresses, "Base Address Register"),
                sizes.u32("Address Size")));
      }
      TableReader name = in.inside("Namepath", nameOffset, nameLength);
      String namepath = name.text("Namepath", Math.max(0, nameLength - 1));
      if (name.hasMore() && name.u8("Namepath") != 0) {
        throw name.wrong(1, "Namepath without its terminator");
      }
      ByteList oemData = in.inside("OEM Data", oemOffset, oemLength).rest();
      int length = FIXED_SIZE + 16 * count + namepath.length() + 1 + oemLength;
      if (length > 0xffff) {
        throw in.wrong(0, "parts of %d bytes, apart from each other".formatted(length));
      }
      return new Device(portType, portSubtype, registers, namepath, oemData);
    }
  }

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a value does not fit its field
   */
  public Dbg2 {
    Fits.u8("Revision", revision);
    devices = List.copyOf(devices);
  }

  @Override
  public String signature() {
    return "DBG2";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u32(FIXED_SIZE);
    out.u32(devices.size());
    devices.forEach(device -> device.write(out));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Dbg2 decode(ByteList content) {
    TableHead head = TableHead.read("DBG2", content);
    TableReader in = head.body();
    long offset = in.u32("Info Offset");
    long count = in.u32("Info Count");
    if (offset < FIXED_SIZE || offset - FIXED_SIZE > in.remaining()) {
      throw in.wrong(8, "Info Offset %d is outside the table".formatted(offset));
    }
    in.skip("Info Offset", (int) offset - FIXED_SIZE);
    if (count > in.remaining() / Device.FIXED_SIZE) {
      throw in.wrong(0, "%d devices counted in %d bytes".formatted(count, in.remaining()));
    }
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = in.inside("Length", in.position() + 1 - AcpiTable.HEADER_SIZE, 2).u16("Length");
      if (length < Device.FIXED_SIZE) {
        throw in.wrong(
            -1, "Length %d of a device, must be at least %d".formatted(length, Device.FIXED_SIZE));
      }
      devices.add(Device.read(in.part("device", length)));
    }
    return new Dbg2(head.revision(), head.origin(), devices);
  }
}
