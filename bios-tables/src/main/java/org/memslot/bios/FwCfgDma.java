package org.memslot.bios;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.memslot.machine.AddressSpace;

/**
 * The DMA engine of fw_cfg: carries out one descriptor, {@code u32 control, u32 length, u64
 * address}, big-endian, and leaves the outcome in its control word.
 */
final class FwCfgDma {
  static final int ERROR = 1;
  static final int READ = 2;
  static final int SKIP = 4;
  static final int SELECT = 8;
  static final int WRITE = 0x10;

  static final int DESCRIPTOR_SIZE = 16;

  private final GuestRam ram;
  private final FwCfgSelection selection;
  private final IntConsumer selector;
  private final FwCfgTally tally;

  /**
   * @param selector selects an item for {@code selection}
   */
  FwCfgDma(AddressSpace memory, FwCfgSelection selection, IntConsumer selector, FwCfgTally tally) {
    this.ram = new GuestRam(memory);
    this.selection = selection;
    this.selector = selector;
    this.tally = tally;
  }

  /** Carries out the descriptor at {@code address}. */
  void run(long address) {
    byte[] descriptor = new byte[DESCRIPTOR_SIZE];
    boolean done = ram.read(address, descriptor, 0, DESCRIPTOR_SIZE) && transfer(descriptor);
    if (!done) {
      tally.countDmaError(address);
    }
    byte[] outcome = {0, 0, 0, (byte) (done ? 0 : ERROR)};
    ram.write(address, outcome, 0, outcome.length);
  }

  private boolean transfer(byte[] descriptor) {
    ByteBuffer in = ByteBuffer.wrap(descriptor);
    int control = in.getInt();
    long length = Integer.toUnsignedLong(in.getInt());
    long address = in.getLong();
    if ((control & SELECT) != 0) {
      selector.accept(control >>> 16);
    }
    if (length == 0) {
      return true;
    }
    if ((control & READ) != 0) {
      return read(address, length);
    }
    if ((control & WRITE) != 0) {
      return write(address, length);
    }
    if ((control & SKIP) != 0) {
      selection.advance(left(length));
    }
    return true;
  }

  private boolean read(long address, long length) {
    FwCfgItem item = selection.unfinished();
    int present = left(length);
    if (item != null) {
      boolean copied = ram.write(address, item.backing(), selection.offset(), present);
      selection.advance(present);
      if (!copied) {
        return false;
      }
    }
    long absent = length - present;
    tally.countPastEnd(absent);
    return absent == 0 || ram.clear(address + present, absent);
  }

  private boolean write(long address, long length) {
    FwCfgItem item = selection.unfinished();
    int room = left(length);
    boolean allowed = item != null && item.isWritable() && room == length;
    if (item == null || !allowed) {
      selection.advance(room);
      tally.countRefusedWrite();
      return false;
    }
    boolean copied = ram.read(address, item.backing(), selection.offset(), room);
    selection.advance(room);
    if (copied) {
      item.tellWritten();
    }
    return copied;
  }

  /** How many of {@code length} bytes the selected item still has. */
  private int left(long length) {
    FwCfgItem item = selection.unfinished();
    return item == null ? 0 : (int) Math.min(length, item.length() - selection.offset());
  }
}
