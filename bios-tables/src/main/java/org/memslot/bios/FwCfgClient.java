package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final AddressSpace ports;

  /**
   * @param ports the bus the device is on
   */
  public FwCfgClient(AddressSpace ports) {
    this.ports = ports;
  }

  /** Whether a device answers with the signature. */
  public boolean isPresent() {
    return read(FwCfgKey.SIGNATURE.key(), 4).equals(Bytes.ascii("QEMU"));
  }

  /** The first {@code length} bytes under a key; zeros where it has none. */
  public Bytes read(int key, int length) {
    select(key);
    return next(length);
  }

  /** Starts at the first byte of a key's item. */
  public void select(int key) {
    ports.write16(FwCfg.SELECTOR_PORT, key);
  }

  /** The next bytes of the selected item; zeros after its end. */
  public Bytes next(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) ports.read8(FwCfg.DATA_PORT);
    }
    return Bytes.of(content);
  }

  /** The next u64 of the selected item, little-endian; zero after its end. */
  public long nextU64() {
    return littleEndian(next(8)).getLong();
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
  public Optional<Bytes> readFile(String name) {
    return find(name).map(this::readFile);
  }

  private Bytes readFile(FwCfgFile file) {
    if (file.size() > MAX_FILE_SIZE) {
      throw new FirmwareLimitException(
          "bytes of fw_cfg file " + file.name(),
          file.size(),
          MAX_FILE_SIZE,
          "no file that firmware reads is so long");
    }
    return read(file.key(), (int) file.size());
  }

  private static ByteBuffer littleEndian(Bytes content) {
    return ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
