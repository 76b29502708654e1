package org.memslot.bios;

import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.FlatRange;
import org.memslot.machine.RamRegion;

/**
 * What a device that masters the bus may touch: the guest's RAM. Accesses reach RAM only; what lies
 * elsewhere stays untouched and the access says so. Work is bounded by the RAM there is, whatever
 * length is asked for.
 */
final class GuestRam {
  private final AddressSpace memory;

  GuestRam(AddressSpace memory) {
    this.memory = memory;
  }

  /** Fills {@code target} where all of the source is RAM; false, and nothing read, elsewhere. */
  boolean read(long address, byte[] target, int offset, int length) {
    Optional<AddressRange> range = range(address, length);
    if (range.isEmpty() || !isRam(range.get())) {
      return false;
    }
    memory.read(address, target, offset, length);
    return true;
  }

  /** Writes what of the target is RAM; whether that was all of it. */
  boolean write(long address, byte[] source, int offset, int length) {
    Optional<AddressRange> range = range(address, length);
    range.ifPresent(
        target ->
            pieces(target)
                .forEach(
                    piece -> {
                      int from = offset + (int) (piece.first() - address);
                      memory.write(piece.first(), source, from, (int) piece.length());
                    }));
    return range.isPresent() && isRam(range.get());
  }

  /** Zeroes what of the target is RAM; whether that was all of it. */
  boolean clear(long address, long length) {
    Optional<AddressRange> range = range(address, length);
    range.ifPresent(
        target ->
            pieces(target).forEach(piece -> memory.fill(piece.first(), piece.length(), (byte) 0)));
    return range.isPresent() && isRam(range.get());
  }

  private static Optional<AddressRange> range(long address, long length) {
    boolean whole = length != 0 && Long.compareUnsigned(address + length - 1, address) >= 0;
    return whole ? Optional.of(AddressRange.of(address, length)) : Optional.empty();
  }

  private boolean isRam(AddressRange wanted) {
    long covered = pieces(wanted).stream().mapToLong(AddressRange::length).sum();
    return covered == wanted.length();
  }

  private List<AddressRange> pieces(AddressRange wanted) {
    return memory.view().ranges().stream()
        .filter(piece -> piece.region() instanceof RamRegion)
        .map(FlatRange::range)
        .flatMap(piece -> piece.intersection(wanted).stream())
        .toList();
  }
}
