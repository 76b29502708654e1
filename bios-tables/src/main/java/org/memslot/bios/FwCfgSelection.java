package org.memslot.bios;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guest's place in the device: the selected item and the next byte of it. */
final class FwCfgSelection {
  /** The selector bit of the space of items that belong to an architecture. */
  private static final int ARCHITECTURE = 0x8000;

  /** Leaves out that bit, and the write channel of old, which selects the same item. */
  private static final int NUMBER = 0x3fff;

  private final FwCfgTally tally;
  private @Nullable FwCfgItem item;
  private int selector;
  private int offset;

  FwCfgSelection(FwCfgTally tally) {
    this.tally = tally;
  }

  void select(int written, Map<Integer, FwCfgItem> items) {
    selector = written & 0xffff;
    offset = 0;
    item = items.get(selector & (ARCHITECTURE | NUMBER));
    if (item == null) {
      tally.countUnknownKey();
    }
  }

  /** What was written to select the item. */
  int selector() {
    return selector;
  }

  /** The selected item, while bytes of it are left; null at its end and when there is none. */
  @Nullable FwCfgItem unfinished() {
    FwCfgItem current = item;
    return current != null && offset < current.length() ? current : null;
  }

  int offset() {
    return offset;
  }

  void advance(int bytes) {
    offset += bytes;
  }

  /** The next byte; what is past the end reads as zero. */
  int next() {
    FwCfgItem current = unfinished();
    if (current == null) {
      tally.countPastEnd(1);
      return 0;
    }
    return current.at(offset++);
  }
}
