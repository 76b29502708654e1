package org.memslot.bios;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.memslot.aml.ByteList;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.TopologyChange;

/**
 * QEMU's firmware configuration device: numbered items and named files that firmware and guests
 * read through ports, byte by byte or by DMA (QEMU's {@code docs/specs/fw_cfg}).
 *
 * <table>
 * <caption>Ports</caption>
 * <tr><td>0x510</td><td>selector, 16 bits, little-endian, write</td></tr>
 * <tr><td>0x511</td><td>data, 8 bits, read</td></tr>
 * <tr><td>0x514</td><td>DMA address, high half, 32 bits, big-endian</td></tr>
 * <tr><td>0x518</td><td>DMA address, low half; the write starts the transfer</td></tr>
 * </table>
 *
 * <p>Items and files may be added and replaced by the host at any time, customarily before a reset.
 * Files get keys from 0x20 on in the order of their names, so adding one can move the keys of
 * others: a guest looks them up in the directory.
 *
 * <p>Nothing that a guest does throws: an unknown key and a read past an item's end give zeros, a
 * DMA descriptor or buffer outside RAM sets the error bit. {@link #counters} says how often. All
 * methods may be called by any thread.
 */
public final class FwCfg {
  /** The selector's port, and the first of the device's. */
  public static final int SELECTOR_PORT = 0x510;

  /** The data port. */
  public static final int DATA_PORT = 0x511;

  /** The port of the DMA address' high half; the low half is four above. */
  public static final int DMA_PORT = 0x514;

  /** The most files, as QEMU's PC has it. */
  public static final int FILE_SLOTS = 0x20;

  /** Feature bits: the traditional interface, and DMA. */
  private static final int FEATURES = 3;

  /** What reading the DMA port gives: "QEMU CFG". */
  private static final long DMA_SIGNATURE = 0x51454d5520434647L;

  private final DeviceRegion itemPorts =
      new DeviceRegion("fw-cfg", 4, new ItemPorts(), AccessWidths.accepting(1, 4));
  private final DeviceRegion dmaPorts =
      new DeviceRegion("fw-cfg-dma", 8, new DmaPorts(), AccessWidths.accepting(1, 4));
  private final Object lock = new Object();
  private final Map<Integer, FwCfgItem> numbered = new HashMap<>();
  private final TreeMap<String, FwCfgItem> files = new TreeMap<>();
  private final FwCfgTally tally = new FwCfgTally();
  private final FwCfgSelection selection = new FwCfgSelection(tally);
  private final FwCfgDma dma;

  /** Numbered items, directory and files, by key. */
  private Map<Integer, FwCfgItem> byKey = Map.of();

  /** The half of a DMA address that has been written. */
  private long dmaAddress;

  /**
   * A device with the signature and the feature word, and no files.
   *
   * @param memory the guest's memory, for DMA
   */
  public FwCfg(AddressSpace memory) {
    this.dma = new FwCfgDma(memory, selection, key -> selection.select(key, byKey), tally);
    add(FwCfgKey.SIGNATURE, ByteList.ascii("QEMU"));
    addU32(FwCfgKey.ID, FEATURES);
    reset();
  }

  /** Puts {@code content} under a numbered key, in place of what was there. */
  public void add(FwCfgKey key, ByteList content) {
    checkArgument(key != FwCfgKey.FILE_DIR, "fw_cfg key 0x19 is the directory, made of the files");
    synchronized (lock) {
      numbered.put(key.key(), FwCfgItem.readOnly(content));
      publish();
    }
  }

  /** Puts a u16, little-endian, under a numbered key. */
  public void addU16(FwCfgKey key, int value) {
    add(key, littleEndian(value, 2));
  }

  /** Puts a u32, little-endian, under a numbered key. */
  public void addU32(FwCfgKey key, long value) {
    add(key, littleEndian(value, 4));
  }

  /** Puts a u64, little-endian, under a numbered key. */
  public void addU64(FwCfgKey key, long value) {
    add(key, littleEndian(value, 8));
  }

  /**
   * Puts a read-only file, in place of one with that name.
   *
   * @throws FirmwareLimitException if the name is too long or there are {@link #FILE_SLOTS} files
   * @throws IllegalArgumentException if the name is empty or not printable ASCII
   */
  public void addFile(String name, ByteList content) {
    putFile(name, FwCfgItem.readOnly(content));
  }

  /**
   * Puts a file that the guest may write by DMA, in whole or part.
   *
   * @param written gets the whole content after each write, in the thread of the guest's access
   * @throws FirmwareLimitException as {@link #addFile}
   * @throws IllegalArgumentException as {@link #addFile}
   */
  public void addWritableFile(String name, ByteList content, Consumer<ByteList> written) {
    putFile(name, FwCfgItem.writable(content, written));
  }

  private void putFile(String name, FwCfgItem item) {
    FwCfgFile.checkName(name);
    synchronized (lock) {
      if (!files.containsKey(name) && files.size() == FILE_SLOTS) {
        throw new FirmwareLimitException(
            "fw_cfg files", files.size() + 1L, FILE_SLOTS, "there is no place for " + name);
      }
      files.put(name, item);
      publish();
    }
  }

  /** Takes a file away; nothing happens when there is none of that name. */
  public void removeFile(String name) {
    synchronized (lock) {
      files.remove(name);
      publish();
    }
  }

  /** The directory as the guest finds it now. */
  public List<FwCfgFile> directory() {
    synchronized (lock) {
      List<FwCfgFile> directory = new ArrayList<>();
      int key = FwCfgKey.FILE_FIRST;
      for (Map.Entry<String, FwCfgItem> file : files.entrySet()) {
        directory.add(new FwCfgFile(file.getKey(), key++, file.getValue().length()));
      }
      return List.copyOf(directory);
    }
  }

  /** A file's content, with what the guest has written to it. */
  public Optional<ByteList> file(String name) {
    synchronized (lock) {
      return Optional.ofNullable(files.get(name)).map(FwCfgItem::bytes);
    }
  }

  /** The content under a numbered key. */
  public Optional<ByteList> item(FwCfgKey key) {
    synchronized (lock) {
      return Optional.ofNullable(byKey.get(key.key())).map(FwCfgItem::bytes);
    }
  }

  /** Puts the device on a bus of ports. */
  public void attach(TopologyChange ports) {
    ports.add(SELECTOR_PORT, itemRegion());
    ports.add(DMA_PORT, dmaRegion());
  }

  /** The registers for {@link #SELECTOR_PORT} and on: selector and data. */
  public DeviceRegion itemRegion() {
    return itemPorts;
  }

  /** The registers for {@link #DMA_PORT} and on. */
  public DeviceRegion dmaRegion() {
    return dmaPorts;
  }

  /** What a machine reset does: item 0 is selected, a half-written DMA address is forgotten. */
  public void reset() {
    synchronized (lock) {
      selection.select(FwCfgKey.SIGNATURE.key(), byKey);
      dmaAddress = 0;
    }
  }

  /** What the guest has made of the device, to be kept. */
  public FwCfgState state() {
    synchronized (lock) {
      Map<String, ByteList> written = new TreeMap<>();
      files.forEach(
          (name, file) -> {
            if (file.isWritable()) {
              written.put(name, file.bytes());
            }
          });
      return new FwCfgState(selection.selector(), selection.offset(), dmaAddress, written);
    }
  }

  /**
   * Takes back what {@link #state} kept, in a device that has the same items and files: all of it
   * or nothing. Who hears of a file that is written hears of it.
   *
   * @throws FirmwareDataException if a file that was written is not here, or is not as long
   */
  public void restore(FwCfgState state) {
    synchronized (lock) {
      state.written().forEach(this::checkWritten);
      state.written().forEach((name, content) -> writable(name).rewrite(content));
      selection.select(state.selector(), byKey);
      selection.advance(state.offset());
      dmaAddress = state.dmaAddress();
    }
  }

  private void checkWritten(String name, ByteList content) {
    FwCfgItem file = files.get(name);
    if (file == null || !file.isWritable() || file.length() != content.length()) {
      throw new FirmwareDataException(
          "fw_cfg state",
          0,
          "file %s of %d bytes was written, and here is %s"
              .formatted(
                  name,
                  content.length(),
                  file == null
                      ? "none of that name"
                      : "one of %d bytes that %s be written"
                          .formatted(file.length(), file.isWritable() ? "can" : "cannot")));
    }
  }

  private FwCfgItem writable(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  /** What guests did that had no effect. */
  public FwCfgCounters counters() {
    synchronized (lock) {
      return tally.counters();
    }
  }

  private void publish() {
    Map<Integer, FwCfgItem> all = new HashMap<>(numbered);
    all.put(FwCfgKey.FILE_DIR.key(), FwCfgItem.readOnly(FwCfgDirectory.encode(directory())));
    int key = FwCfgKey.FILE_FIRST;
    for (FwCfgItem file : files.values()) {
      all.put(key++, file);
    }
    byKey = Map.copyOf(all);
  }

  private void countRefusedWrite() {
    synchronized (lock) {
      tally.countRefusedWrite();
    }
  }

  private static ByteList littleEndian(long value, int width) {
    ByteBuffer whole = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
    return ByteList.of(whole.array()).slice(0, width);
  }

  /**
   * Ports 0x510 to 0x513, of which the device has the first two: two bytes written at 0x510 select,
   * one byte read anywhere is the next of the item. An access that is not aligned is made of
   * aligned ones; any other answers nothing.
   */
  private final class ItemPorts implements IoHandler {
    private static final int PORTS = 2;

    @Override
    public long read(long offset, int width) {
      if (offset % width != 0) {
        long low = read(offset, width / 2);
        return low | read(offset + width / 2, width / 2) << (4 * width);
      }
      if (offset >= PORTS) {
        return -1L >>> (64 - 8 * width);
      }
      if (width != 1) {
        return 0;
      }
      synchronized (lock) {
        return selection.next();
      }
    }

    @Override
    public void write(long offset, int width, long value) {
      if (offset != 0 || width != 2) {
        countRefusedWrite();
        return;
      }
      synchronized (lock) {
        selection.select((int) value, byKey);
      }
    }
  }

  /** Ports 0x514 to 0x51b: the DMA address, big-endian, written in halves. */
  private final class DmaPorts implements IoHandler {
    private static final int LOW_HALF = 4;

    @Override
    public long read(long offset, int width) {
      return reverse(DMA_SIGNATURE << (8 * offset) >>> (64 - 8 * width), width);
    }

    @Override
    public void write(long offset, int width, long value) {
      if (width != 4 || offset % LOW_HALF != 0) {
        countRefusedWrite();
        return;
      }
      long half = reverse(value, width);
      synchronized (lock) {
        if (offset < LOW_HALF) {
          dmaAddress = half << 32;
          return;
        }
        long descriptor = dmaAddress | half;
        dmaAddress = 0;
        dma.run(descriptor);
      }
    }

    private static long reverse(long value, int width) {
      return Long.reverseBytes(value) >>> (64 - 8 * width);
    }
  }
}
