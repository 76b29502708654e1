package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;

/**
 * The side of fw_cfg that firmware has: finds and reads items through I/O ports, and knows nothing
 * of the device but what the ports say.
 *
 * <pre>{@code
 * FwCfgClient fwCfg = new FwCfgClient(ports);
 * if (fwCfg.isPresent()) {
 *   Optional<Bytes> map = fwCfg.readFile("etc/e820");
 * }
 * }</pre>
 */
public final class FwCfgClient {
  /** The most bytes of a file that a client reads: no firmware file comes near it. */
  public static final int MAX_FILE_SIZE = 64 << 20;

  private static final int DMA_FEATURE = 2;

  private final AddressSpace ports;
  private final Optional<DmaBuffer> dma;

  /** Guest memory that transfers go through. */
  private record DmaBuffer(AddressSpace memory, AddressRange range) {}

  private FwCfgClient(AddressSpace ports, Optional<DmaBuffer> dma) {
    this.ports = ports;
    this.dma = dma;
  }

  /**
   * A client that reads byte by byte.
   *
   * @param ports the bus the device is on
   */
  public FwCfgClient(AddressSpace ports) {
    this(ports, Optional.empty());
  }

  /**
   * A client that lets the device write to memory, and can write files itself. Without the device's
   * DMA feature it reads byte by byte.
   *
   * @param ports the bus the device is on
   * @param memory the bus the buffer is on
   * @param buffer RAM that is the client's own, for descriptor and data: 17 bytes or more
   * @throws IllegalArgumentException if the buffer is too small
   */
  public static FwCfgClient withDma(AddressSpace ports, AddressSpace memory, AddressRange buffer) {
    if (Long.compareUnsigned(buffer.length(), FwCfgDma.DESCRIPTOR_SIZE) <= 0) {
      throw new IllegalArgumentException(
          "DMA buffer %s: a descriptor has %d bytes, then comes the data"
              .formatted(buffer, FwCfgDma.DESCRIPTOR_SIZE));
    }
    FwCfgClient bytewise = new FwCfgClient(ports);
    boolean able = bytewise.isPresent() && (bytewise.readU32(FwCfgKey.ID) & DMA_FEATURE) != 0;
    return able ? new FwCfgClient(ports, Optional.of(new DmaBuffer(memory, buffer))) : bytewise;
  }

  /** Whether a device answers with the signature. */
  public boolean isPresent() {
    return read(FwCfgKey.SIGNATURE.key(), 4).equals(ByteList.ascii("QEMU"));
  }

  /** The first {@code length} bytes under a key; zeros where it has none. */
  public ByteList read(int key, int length) {
    select(key);
    return next(length);
  }

  /** Starts at the first byte of a key's item. */
  public void select(int key) {
    ports.write16(FwCfg.SELECTOR_PORT, key);
  }

  /**
   * The next bytes of the selected item; zeros after its end.
   *
   * @throws FirmwareDataException if the device reports that a DMA transfer failed
   */
  public ByteList next(int length) {
    byte[] content = new byte[length];
    if (dma.isPresent()) {
      transfer(dma.get(), FwCfgDma.READ, content);
      return ByteList.of(content);
    }
    for (int i = 0; i < length; i++) {
      content[i] = (byte) ports.read8(FwCfg.DATA_PORT);
    }
    return ByteList.of(content);
  }

  /**
   * Writes into a file that the device lets be written, by DMA.
   *
   * @param name of the file
   * @param offset of the first byte
   * @return false when there is no such file, the device has no DMA, or it refuses
   * @throws FirmwareDataException if the directory is malformed
   */
  public boolean writeFile(String name, int offset, ByteList content) {
    Optional<FwCfgFile> file = find(name);
    if (dma.isEmpty() || file.isEmpty()) {
      return false;
    }
    select(file.get().key());
    return start(dma.get(), FwCfgDma.SKIP, offset)
        && transferAll(dma.get(), FwCfgDma.WRITE, content.toArray());
  }

  private void transfer(DmaBuffer buffer, int control, byte[] content) {
    if (!transferAll(buffer, control, content)) {
      throw new FirmwareDataException(
          "fw_cfg", 0, "DMA of %d bytes through %s failed".formatted(content.length, buffer.range));
    }
  }

  private boolean transferAll(DmaBuffer buffer, int control, byte[] content) {
    long data = buffer.range.first() + FwCfgDma.DESCRIPTOR_SIZE;
    long room = buffer.range.length() - FwCfgDma.DESCRIPTOR_SIZE;
    int most = (int) Math.min(Integer.MAX_VALUE, room > 0 ? room : Integer.MAX_VALUE);
    for (int done = 0; done < content.length; done += most) {
      int piece = Math.min(most, content.length - done);
      if (control == FwCfgDma.WRITE) {
        buffer.memory.write(data, content, done, piece);
      }
      if (!start(buffer, control, piece)) {
        return false;
      }
      if (control == FwCfgDma.READ) {
        buffer.memory.read(data, content, done, piece);
      }
    }
    return true;
  }

  /** Hands the device one descriptor; whether it succeeded. */
  private boolean start(DmaBuffer buffer, int control, int length) {
    long descriptor = buffer.range.first();
    byte[] content =
        ByteBuffer.allocate(FwCfgDma.DESCRIPTOR_SIZE)
            .putInt(control)
            .putInt(length)
            .putLong(descriptor + FwCfgDma.DESCRIPTOR_SIZE)
            .array();
    buffer.memory.write(descriptor, content, 0, content.length);
    ports.write32(FwCfg.DMA_PORT, Integer.reverseBytes((int) (descriptor >>> 32)));
    ports.write32(FwCfg.DMA_PORT + 4, Integer.reverseBytes((int) descriptor));
    return buffer.memory.read32(descriptor) == 0;
  }

  /** The next u64 of the selected item, little-endian; zero after its end. */
  public long nextU64() {
    if (dma.isPresent()) {
      return littleEndian(next(8)).getLong();
    }
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      value |= (long) ports.read8(FwCfg.DATA_PORT) << shift;
    }
    return value;
  }

  /** The u16 under a key, little-endian; zero where it has none. */
  public int readU16(FwCfgKey key) {
    return Short.toUnsignedInt(littleEndian(read(key.key(), 2)).getShort());
  }

  /** The u32 under a key, little-endian; zero where it has none. */
  public long readU32(FwCfgKey key) {
    return Integer.toUnsignedLong(littleEndian(read(key.key(), 4)).getInt());
  }

  /** The u64 under a key, little-endian; zero where it has none. */
  public long readU64(FwCfgKey key) {
    return littleEndian(read(key.key(), 8)).getLong();
  }

  /**
   * All files.
   *
   * @throws FirmwareDataException if the directory is malformed
   */
  public List<FwCfgFile> directory() {
    int count = FwCfgDirectory.count(read(FwCfgKey.FILE_DIR.key(), 4));
    List<FwCfgFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(FwCfgDirectory.entry(i, next(FwCfgFile.ENTRY_SIZE)));
    }
    return List.copyOf(files);
  }

  /**
   * A file by name; empty when there is none.
   *
   * @throws FirmwareDataException if the directory is malformed
   */
  public Optional<FwCfgFile> find(String name) {
    return directory().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /**
   * A whole file; empty when there is none of that name.
   *
   * @throws FirmwareDataException if the directory is malformed
   * @throws FirmwareLimitException if the file has more than {@link #MAX_FILE_SIZE} bytes
   */
  public Optional<ByteList> readFile(String name) {
    return find(name).map(this::readFile);
  }

  /**
   * A whole file.
   *
   * @param file an entry of the {@link #directory}
   * @throws FirmwareLimitException if the file has more than {@link #MAX_FILE_SIZE} bytes
   */
  public ByteList readFile(FwCfgFile file) {
    if (file.size() > MAX_FILE_SIZE) {
      throw new FirmwareLimitException(
          "bytes of fw_cfg file " + file.name(),
          file.size(),
          MAX_FILE_SIZE,
          "no file that firmware reads is so long");
    }
    return read(file.key(), (int) file.size());
  }

  private static ByteBuffer littleEndian(ByteList content) {
    return ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
