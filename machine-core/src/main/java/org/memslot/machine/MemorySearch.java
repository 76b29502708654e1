package org.memslot.machine;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Searches the memory of a view for a pattern. */
final class MemorySearch {
  private MemorySearch() {}

  static OptionalLong find(FlatView view, AddressRange where, byte[] pattern, long step) {
    if (pattern.length == 0 || step <= 0) {
      throw new IllegalArgumentException(
          "pattern of %d bytes, step %d: want both above 0".formatted(pattern.length, step));
    }
    for (FlatRange range : view.overlapping(where)) {
      OptionalLong found =
          host(range) == 0 ? OptionalLong.empty() : findIn(view, range, where, pattern, step);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong findIn(
      FlatView view, FlatRange range, AddressRange where, byte[] pattern, long step) {
    AddressRange seen = range.range().intersection(where).orElseThrow();
    long shift = host(range) + range.offsetInRegion() - range.range().first();
    long into = Long.remainderUnsigned(seen.first() - where.first(), step);
    long skip = into == 0 ? 0 : step - into;
    long left = seen.last() - seen.first();
    while (Long.compareUnsigned(skip, left) <= 0) {
      long at = seen.first() + skip;
      if (Host.load(shift + at, 1) == (pattern[0] & 0xff) && matches(view, at, pattern)) {
        return OptionalLong.of(at);
      }
      long next = skip + step;
      if (Long.compareUnsigned(next, skip) < 0) {
        break;
      }
      skip = next;
    }
    Host.keep(view);
    return OptionalLong.empty();
  }

  private static boolean matches(FlatView view, long address, byte[] pattern) {
    for (int i = 0; i < pattern.length; i++) {
      FlatRange range = view.lookup(address + i);
      long host = host(range);
      if (Long.compareUnsigned(address + i, address) < 0
          || range == null
          || host == 0
          || Host.load(host + range.offsetOf(address + i), 1) != (pattern[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** Where a range's region begins in the host, 0 when it is not memory. */
  private static long host(@Nullable FlatRange range) {
    if (range == null) {
      return 0;
    }
    return switch (range.region()) {
      case RamRegion ram -> ram.hostAddress();
      case RomRegion rom -> rom.hostAddress();
      case DeviceRegion _, AliasRegion _, ContainerRegion _ -> 0;
    };
  }
}
