package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.memslot.machine.MemoryAccessException.Cause;

/**
 * Accesses of any length, piece by piece: a piece is what one range of a view answers. Memory is
 * copied whole; devices get the widest aligned accesses; holes give ones. All pieces are of the
 * view of the beginning.
 */
final class Bulk {
  private final AddressSpace space;
  private final Transfer transfer;
  private final Faults faults;

  Bulk(AddressSpace space, Transfer transfer, Faults faults) {
    this.space = space;
    this.transfer = transfer;
    this.faults = faults;
  }

  void read(long address, byte[] target, int offset, int length) {
    FlatView view = space.view();
    int done = 0;
    while (done < length) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      int piece = (int) piece(view, range, address, at, length - done);
      long host = host(range, at);
      if (host != 0) {
        MemorySegment.copy(Host.MEMORY, ValueLayout.JAVA_BYTE, host, target, offset + done, piece);
        if (hasVanished(range)) {
          view = space.view();
          piece = 0;
        }
      } else if (range == null) {
        faults.read(at, 1, reason(address, at));
        Arrays.fill(target, offset + done, offset + done + piece, (byte) -1);
      } else {
        piece = width(range, at, piece);
        spread(transfer.load(at, piece), piece, target, offset + done);
      }
      done += piece;
    }
    Host.keep(view);
  }

  void read(long address, MemorySegment target) {
    long length = target.byteSize();
    FlatView view = space.view();
    long done = 0;
    while (done < length) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      long piece = piece(view, range, address, at, length - done);
      long host = host(range, at);
      if (host != 0) {
        MemorySegment.copy(Host.MEMORY, host, target, done, piece);
        if (hasVanished(range)) {
          view = space.view();
          piece = 0;
        }
      } else if (range == null) {
        faults.read(at, 1, reason(address, at));
        target.asSlice(done, piece).fill((byte) -1);
      } else {
        piece = width(range, at, piece);
        long value = transfer.load(at, (int) piece);
        for (int i = 0; i < piece; i++) {
          target.set(ValueLayout.JAVA_BYTE, done + i, (byte) (value >>> (i * 8)));
        }
      }
      done += piece;
    }
    Host.keep(view);
  }

  void write(long address, byte[] source, int offset, int length) {
    FlatView view = space.view();
    int done = 0;
    while (done < length) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      int piece = (int) piece(view, range, address, at, length - done);
      if (range != null && range.region() instanceof RamRegion ram) {
        MemorySegment.copy(
            source, offset + done, Host.MEMORY, ValueLayout.JAVA_BYTE, host(range, at), piece);
        Transfer.written(ram, range.offsetOf(at), piece);
      } else if (range == null) {
        faults.write(at, piece, reason(address, at));
      } else {
        piece = width(range, at, piece);
        transfer.store(at, piece, gather(source, offset + done, piece));
      }
      done += piece;
    }
    Host.keep(view);
  }

  void write(long address, MemorySegment source) {
    long length = source.byteSize();
    FlatView view = space.view();
    long done = 0;
    while (done < length) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      long piece = piece(view, range, address, at, length - done);
      if (range != null && range.region() instanceof RamRegion ram) {
        MemorySegment.copy(source, done, Host.MEMORY, host(range, at), piece);
        Transfer.written(ram, range.offsetOf(at), piece);
      } else if (range == null) {
        faults.write(at, piece, reason(address, at));
      } else {
        piece = width(range, at, piece);
        long value = 0;
        for (int i = 0; i < piece; i++) {
          value |= (source.get(ValueLayout.JAVA_BYTE, done + i) & 0xffL) << (i * 8);
        }
        transfer.store(at, (int) piece, value);
      }
      done += piece;
    }
    Host.keep(view);
  }

  void fill(long address, long length, byte value) {
    FlatView view = space.view();
    long done = 0;
    while (Long.compareUnsigned(done, length) < 0) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      long piece = piece(view, range, address, at, length - done);
      if (range != null && range.region() instanceof RamRegion ram) {
        Host.MEMORY.asSlice(host(range, at), piece).fill(value);
        Transfer.written(ram, range.offsetOf(at), piece);
      } else if (range == null) {
        faults.write(at, piece, reason(address, at));
      } else {
        piece = width(range, at, piece);
        transfer.store(at, (int) piece, (value & 0xffL) * 0x0101_0101_0101_0101L);
      }
      done += piece;
    }
    Host.keep(view);
  }

  /** The index of the first byte that differs, -1 when all are equal. */
  long mismatch(long address, MemorySegment other) {
    long length = other.byteSize();
    FlatView view = space.view();
    long done = 0;
    while (done < length) {
      long at = address + done;
      FlatRange range = lookup(view, address, at);
      long host = host(range, at);
      long piece = host == 0 ? 1 : piece(view, range, address, at, length - done);
      long differs =
          host == 0
              ? ((byte) transfer.load(at, 1) == other.get(ValueLayout.JAVA_BYTE, done) ? -1 : 0)
              : MemorySegment.mismatch(Host.MEMORY, host, host + piece, other, done, done + piece);
      if (hasVanished(range)) {
        view = space.view();
      } else if (differs >= 0) {
        return done + differs;
      } else {
        done += piece;
      }
    }
    Host.keep(view);
    return -1;
  }

  /**
   * How far from {@code at} one answer goes, at most {@code left} bytes (unsigned) and not past the
   * end of the space.
   */
  private static long piece(
      FlatView view, @Nullable FlatRange range, long address, long at, long left) {
    if (wrapped(address, at)) {
      return left;
    }
    long beyond = range == null ? view.holeEnd(at) - at : range.range().last() - at;
    return Long.compareUnsigned(beyond, left - 1) < 0 ? beyond + 1 : left;
  }

  private static @Nullable FlatRange lookup(FlatView view, long address, long at) {
    return wrapped(address, at) ? null : view.lookup(at);
  }

  private static boolean wrapped(long address, long at) {
    return Long.compareUnsigned(at, address) < 0;
  }

  private static Cause reason(long address, long at) {
    return wrapped(address, at) ? Cause.END_OF_SPACE : Cause.UNASSIGNED;
  }

  /** Where in the host an address is, 0 when it is not memory. */
  private static long host(@Nullable FlatRange range, long at) {
    if (range == null) {
      return 0;
    }
    return switch (range.region()) {
      case RamRegion ram -> ram.hostAddress() + range.offsetOf(at);
      case RomRegion rom -> rom.hostAddress() + range.offsetOf(at);
      case DeviceRegion _, AliasRegion _, ContainerRegion _ -> 0;
    };
  }

  /**
   * Whether memory that was just read had been given back, so that the piece is to be read again on
   * the new view.
   */
  private static boolean hasVanished(@Nullable FlatRange range) {
    VarHandle.acquireFence();
    return range != null && range.region() instanceof RamRegion ram && ram.isClosed();
  }

  /**
   * The widest naturally aligned access that a device takes at an address, at most {@code left}
   * bytes.
   */
  private static int width(FlatRange range, long at, long left) {
    int aligned = (int) Math.min(Long.lowestOneBit(at | 8), Long.highestOneBit(Math.min(left, 8)));
    return range.region() instanceof DeviceRegion device
        ? Math.min(aligned, device.widths().acceptedMax())
        : aligned;
  }

  private static void spread(long value, int width, byte[] target, int offset) {
    for (int i = 0; i < width; i++) {
      target[offset + i] = (byte) (value >>> (i * 8));
    }
  }

  private static long gather(byte[] source, int offset, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (source[offset + i] & 0xffL) << (i * 8);
    }
    return value;
  }
}
