package org.memslot.bios.smbios;

import static com.google.common.base.Preconditions.checkArgument;

import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;

/**
 * One structure of the table (DSP0134, chapter 7): type, length and handle, fields, strings. A text
 * has no zero byte; an empty one is not stored.
 */
public sealed interface SmbiosStructure {
  /** Bytes of type, length and handle. */
  int HEAD_SIZE = 4;

  /** A handle for what there is none of. */
  int NO_HANDLE = 0xfffe;

  /** The number of its kind. */
  int type();

  /** What others refer to it by, 16 bits. */
  int handle();

  /** Its bytes with its strings, in an array of the caller's own. */
  byte[] content();

  /** Its bytes with its strings. */
  default ByteList encode() {
    return ByteList.of(content());
  }

  /**
   * BIOS Information, type 0. It says that the machine is a virtual one.
   *
   * @param handle of the structure
   * @param vendor of the firmware
   * @param version of the firmware
   * @param releaseDate {@code mm/dd/yyyy}
   */
  record BiosInformation(int handle, String vendor, String version, String releaseDate)
      implements SmbiosStructure {
    private static final int VIRTUAL_MACHINE = 0x10;
    private static final int CHARACTERISTICS_UNSUPPORTED = 8;

    /** Checks the values. */
    public BiosInformation {
      Limits.check(handle, vendor, version, releaseDate);
    }

    @Override
    public int type() {
      return 0;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle)
          .string(vendor)
          .string(version)
          .u16(0)
          .string(releaseDate)
          .u8(0)
          .u64(CHARACTERISTICS_UNSUPPORTED)
          .u8(0)
          .u8(VIRTUAL_MACHINE)
          .u8(0)
          .u8(0)
          .u8(0xff)
          .u8(0xff)
          .structure();
    }
  }

  /**
   * System Information, type 1.
   *
   * @param handle of the structure
   * @param manufacturer of the machine
   * @param product its name
   * @param uuid 16 bytes as they are stored; zeros when the machine has none
   */
  record SystemInformation(int handle, String manufacturer, String product, ByteList uuid)
      implements SmbiosStructure {
    /** Bytes of the UUID. */
    public static final int UUID_SIZE = 16;

    private static final int POWER_SWITCH = 6;

    /**
     * @throws IllegalArgumentException if the UUID has another length, or a value does not fit
     */
    public SystemInformation {
      Limits.check(handle, manufacturer, product);
      checkArgument(uuid.length() == UUID_SIZE, "UUID of %s bytes, must be 16", uuid.length());
    }

    @Override
    public int type() {
      return 1;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle)
          .string(manufacturer)
          .string(product)
          .string("")
          .string("")
          .bytes(uuid)
          .u8(POWER_SWITCH)
          .string("")
          .string("")
          .structure();
    }
  }

  /**
   * Physical Memory Array, type 16: system memory on the system board.
   *
   * @param handle of the structure
   * @param capacity bytes that may ever be in it
   * @param devices slots and sockets that it has
   */
  record PhysicalMemoryArray(int handle, long capacity, int devices) implements SmbiosStructure {
    private static final int SYSTEM_BOARD = 3;
    private static final int SYSTEM_MEMORY = 3;
    private static final int NO_CORRECTION = 3;

    /** In place of the kilobytes, says that the capacity is in the last field, in bytes. */
    private static final long EXTENDED = 0x8000_0000L;

    /** Checks the values. */
    public PhysicalMemoryArray {
      Limits.check(handle);
      Limits.u16("Number of Memory Devices", devices);
    }

    @Override
    public int type() {
      return 16;
    }

    @Override
    public byte[] content() {
      boolean whole = capacity % 1024 == 0 && capacity >>> 10 < EXTENDED;
      return new StructureWriter(type(), handle)
          .u8(SYSTEM_BOARD)
          .u8(SYSTEM_MEMORY)
          .u8(NO_CORRECTION)
          .u32(whole ? capacity >>> 10 : EXTENDED)
          .u16(NO_HANDLE)
          .u16(devices)
          .u64(whole ? 0 : capacity)
          .structure();
    }
  }

  /**
   * Memory Device, type 17: a slot, with or without memory.
   *
   * @param handle of the structure
   * @param array handle of the array that it belongs to
   * @param megabytes in it, up to 2^31 - 1; 0 when it is empty
   * @param locator which one it is
   * @param bank where it is
   */
  record MemoryDevice(int handle, int array, long megabytes, String locator, String bank)
      implements SmbiosStructure {
    private static final int UNKNOWN_WIDTH = 0xffff;

    /** In place of the size, says that it is in the extended field. */
    private static final int EXTENDED = 0x7fff;

    private static final int DIMM = 9;
    private static final int RAM = 7;
    private static final int DETAIL_OTHER = 2;

    /** Checks the values. */
    public MemoryDevice {
      Limits.check(handle, locator, bank);
      Limits.u16("Physical Memory Array Handle", array);
      if (megabytes < 0 || megabytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "memory device of %d MB, must be 0 to %d".formatted(megabytes, Integer.MAX_VALUE));
      }
    }

    @Override
    public int type() {
      return 17;
    }

    @Override
    public byte[] content() {
      boolean extended = megabytes >= EXTENDED;
      return new StructureWriter(type(), handle)
          .u16(array)
          .u16(NO_HANDLE)
          .u16(UNKNOWN_WIDTH)
          .u16(UNKNOWN_WIDTH)
          .u16(extended ? EXTENDED : (int) megabytes)
          .u8(DIMM)
          .u8(0)
          .string(locator)
          .string(bank)
          .u8(RAM)
          .u16(DETAIL_OTHER)
          .u16(0)
          .string("")
          .string("")
          .string("")
          .string("")
          .u8(0)
          .u32(extended ? megabytes : 0)
          .u16(0)
          .u16(0)
          .u16(0)
          .u16(0)
          .structure();
    }
  }

  /**
   * Memory Array Mapped Address, type 19: where memory of an array lies.
   *
   * @param handle of the structure
   * @param range guest-physical
   * @param array handle of the array
   */
  record MemoryArrayMappedAddress(int handle, AddressRange range, int array)
      implements SmbiosStructure {
    /** Checks the values. */
    public MemoryArrayMappedAddress {
      Limits.check(handle);
      Limits.u16("Memory Array Handle", array);
    }

    @Override
    public int type() {
      return 19;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle)
          .mapped(range)
          .u16(array)
          .u8(1)
          .extended(range)
          .structure();
    }
  }

  /**
   * Memory Device Mapped Address, type 20: where a device's memory lies.
   *
   * @param handle of the structure
   * @param range guest-physical
   * @param device handle of the memory device
   * @param mappedArray handle of the mapped address of its array
   */
  record MemoryDeviceMappedAddress(int handle, AddressRange range, int device, int mappedArray)
      implements SmbiosStructure {
    private static final int ROW_UNKNOWN = 0xff;

    /** Checks the values. */
    public MemoryDeviceMappedAddress {
      Limits.check(handle);
      Limits.u16("Memory Device Handle", device);
      Limits.u16("Memory Array Mapped Address Handle", mappedArray);
    }

    @Override
    public int type() {
      return 20;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle)
          .mapped(range)
          .u16(device)
          .u16(mappedArray)
          .u8(ROW_UNKNOWN)
          .u8(0)
          .u8(0)
          .extended(range)
          .structure();
    }
  }

  /**
   * System Boot Information, type 32: no errors detected.
   *
   * @param handle of the structure
   */
  record SystemBootInformation(int handle) implements SmbiosStructure {
    /** Checks the values. */
    public SystemBootInformation {
      Limits.check(handle);
    }

    @Override
    public int type() {
      return 32;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle).bytes(ByteList.of(new byte[7])).structure();
    }
  }

  /**
   * End-of-Table, type 127.
   *
   * @param handle of the structure
   */
  record EndOfTable(int handle) implements SmbiosStructure {
    /** Checks the values. */
    public EndOfTable {
      Limits.check(handle);
    }

    @Override
    public int type() {
      return 127;
    }

    @Override
    public byte[] content() {
      return new StructureWriter(type(), handle).structure();
    }
  }

  /**
   * A structure that says something else than those above can.
   *
   * @param bytes all of it: head, fields, strings
   */
  record Other(ByteList bytes) implements SmbiosStructure {
    /**
     * @throws IllegalArgumentException if it has no head
     */
    public Other {
      checkArgument(bytes.length() >= HEAD_SIZE, "SMBIOS structure of %s bytes", bytes.length());
    }

    @Override
    public int type() {
      return bytes.get(0);
    }

    @Override
    public int handle() {
      return bytes.get(2) | bytes.get(3) << 8;
    }

    @Override
    public byte[] content() {
      return bytes.toArray();
    }
  }
}
