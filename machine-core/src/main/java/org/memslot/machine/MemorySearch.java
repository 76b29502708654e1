package org.memslot.machine;

import java.lang.invoke.VarHandle;
import java.util.OptionalLong;

/** Searches the memory of a view for a pattern. */
final class MemorySearch {
  private MemorySearch() {}

  /** Searches the view of the beginning, again when memory of it was given back meanwhile. */
  static OptionalLong find(AddressSpace space, AddressRange where, byte[] pattern, long step) {
    if (pattern.length == 0 || step <= 0) {
      throw new IllegalArgumentException(
          "pattern of %d bytes, step %d: want both above 0".formatted(pattern.length, step));
    }
    while (true) {
      FlatView view = space.view();
      OptionalLong found = find(view, where, pattern, step);
      VarHandle.acquireFence();
      if (view == space.view() || !hasVanished(view, widened(where, pattern.length))) {
        return found;
      }
    }
  }

  /** All addresses that a match may reach. */
  private static AddressRange widened(AddressRange where, int length) {
    long last = where.last() + (length - 1);
    boolean wraps = Long.compareUnsigned(last, where.last()) < 0;
    return new AddressRange(where.first(), wraps ? -1L : last);
  }

  private static boolean hasVanished(FlatView view, AddressRange searched) {
    return view.overlapping(searched).stream()
        .anyMatch(range -> range.region() instanceof RamRegion ram && ram.isClosed());
  }

  private static OptionalLong find(FlatView view, AddressRange where, byte[] pattern, long step) {
    for (FlatRange range : view.overlapping(where)) {
      Section section = view.lookup(range.range().first());
      OptionalLong found =
          section != null && section.isMemory()
              ? findIn(view, section, where, pattern, step)
              : OptionalLong.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong findIn(
      FlatView view, Section section, AddressRange where, byte[] pattern, long step) {
    AddressRange seen = section.range.range().intersection(where).orElseThrow();
    long into = Long.remainderUnsigned(seen.first() - where.first(), step);
    long skip = into == 0 ? 0 : step - into;
    long left = seen.last() - seen.first();
    while (Long.compareUnsigned(skip, left) <= 0) {
      long at = seen.first() + skip;
      if (Host.load(section.host(at), 1) == (pattern[0] & 0xff) && matches(view, at, pattern)) {
        return OptionalLong.of(at);
      }
      long next = skip + step;
      if (Long.compareUnsigned(next, skip) < 0) {
        break;
      }
      skip = next;
    }
    return OptionalLong.empty();
  }

  private static boolean matches(FlatView view, long address, byte[] pattern) {
    for (int i = 0; i < pattern.length; i++) {
      Section section =
          Long.compareUnsigned(address + i, address) < 0 ? null : view.lookup(address + i);
      if (section == null
          || !section.isMemory()
          || Host.load(section.host(address + i), 1) != (pattern[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}
