package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.memslot.machine.MemoryAccessException.Cause;

/**
 * Accesses of any length, piece by piece: a piece is what one section of a view answers. Memory is
 * copied whole; devices get the widest aligned accesses; holes give ones. All pieces are of one
 * view: a read that met memory which had been given back meanwhile is begun anew on the next view,
 * unless a device took part, which would see it twice.
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
    Objects.checkFromIndexSize(offset, length, target.length);
    FlatView view = space.view();
    long entry = AddressSpace.entry(view, address);
    if (entry != 0 && isInPage(address, length)) {
      Host.copy(PageTable.host(entry, address), target, offset, length);
      VarHandle.acquireFence();
      if (view == space.view()) {
        return;
      }
    }
    readPieces(address, target, offset, length);
  }

  private void readPieces(long address, byte[] target, int offset, int length) {
    FlatView view = space.view();
    boolean device = false;
    int done = 0;
    while (done < length) {
      long at = address + done;
      Section section = lookup(view, address, at);
      int piece = (int) piece(view, section, address, at, length - done);
      if (section == null) {
        faults.read(at, 1, reason(address, at));
        Arrays.fill(target, offset + done, offset + done + piece, (byte) -1);
      } else if (section.isMemory()) {
        Host.copy(section.host(at), target, offset + done, piece);
        if (hasVanished(section)) {
          view = space.view();
          piece = device ? 0 : -done;
        }
      } else {
        piece = width(section, at, piece);
        spread(transfer.load(view, at, piece), piece, target, offset + done);
        device = true;
      }
      done += piece;
    }
    Host.keep(view);
  }

  void read(long address, MemorySegment target) {
    long length = target.byteSize();
    FlatView view = space.view();
    boolean device = false;
    long done = 0;
    while (done < length) {
      long at = address + done;
      Section section = lookup(view, address, at);
      long piece = piece(view, section, address, at, length - done);
      if (section == null) {
        faults.read(at, 1, reason(address, at));
        target.asSlice(done, piece).fill((byte) -1);
      } else if (section.isMemory()) {
        MemorySegment.copy(Host.MEMORY, section.host(at), target, done, piece);
        if (hasVanished(section)) {
          view = space.view();
          piece = device ? 0 : -done;
        }
      } else {
        piece = width(section, at, piece);
        long value = transfer.load(view, at, (int) piece);
        for (int i = 0; i < piece; i++) {
          target.set(ValueLayout.JAVA_BYTE, done + i, (byte) (value >>> (i * 8)));
        }
        device = true;
      }
      done += piece;
    }
    Host.keep(view);
  }

  void write(long address, byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    FlatView view = space.view();
    long entry = AddressSpace.entry(view, address);
    if ((entry & (PageTable.WRITE | PageTable.LOGGED)) == PageTable.WRITE
        && isInPage(address, length)) {
      Host.copy(source, offset, PageTable.host(entry, address), length);
      VarHandle.releaseFence();
      if (view != space.view()) {
        Transfer.writtenDuringChange(view, address);
      }
    } else {
      writePieces(view, address, source, offset, length);
    }
  }

  private void writePieces(FlatView view, long address, byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      long at = address + done;
      Section section = lookup(view, address, at);
      int piece = (int) piece(view, section, address, at, length - done);
      if (section == null) {
        faults.write(at, piece, reason(address, at));
      } else if (section.region instanceof RamRegion ram) {
        Host.copy(source, offset + done, section.host(at), piece);
        Transfer.written(ram, section.offset(at), piece);
      } else {
        piece = width(section, at, piece);
        transfer.store(view, at, piece, gather(source, offset + done, piece));
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
      Section section = lookup(view, address, at);
      long piece = piece(view, section, address, at, length - done);
      if (section == null) {
        faults.write(at, piece, reason(address, at));
      } else if (section.region instanceof RamRegion ram) {
        MemorySegment.copy(source, done, Host.MEMORY, section.host(at), piece);
        Transfer.written(ram, section.offset(at), piece);
      } else {
        piece = width(section, at, piece);
        long value = 0;
        for (int i = 0; i < piece; i++) {
          value |= (source.get(ValueLayout.JAVA_BYTE, done + i) & 0xffL) << (i * 8);
        }
        transfer.store(view, at, (int) piece, value);
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
      Section section = lookup(view, address, at);
      long piece = piece(view, section, address, at, length - done);
      if (section == null) {
        faults.write(at, piece, reason(address, at));
      } else if (section.region instanceof RamRegion ram) {
        Host.MEMORY.asSlice(section.host(at), piece).fill(value);
        Transfer.written(ram, section.offset(at), piece);
      } else {
        piece = width(section, at, piece);
        transfer.store(view, at, (int) piece, (value & 0xffL) * 0x0101_0101_0101_0101L);
      }
      done += piece;
    }
    Host.keep(view);
  }

  /** The index of the first byte that differs, -1 when all are equal. */
  long mismatch(long address, MemorySegment other) {
    long length = other.byteSize();
    FlatView view = space.view();
    boolean device = false;
    long done = 0;
    while (done < length) {
      long at = address + done;
      Section section = lookup(view, address, at);
      long piece = 1;
      long differs;
      if (section != null && section.isMemory()) {
        piece = piece(view, section, address, at, length - done);
        long host = section.host(at);
        differs =
            MemorySegment.mismatch(Host.MEMORY, host, host + piece, other, done, done + piece);
        if (hasVanished(section)) {
          view = space.view();
          done = device ? done : 0;
          continue;
        }
      } else {
        differs =
            byteAt(view, section, address, at) == other.get(ValueLayout.JAVA_BYTE, done) ? -1 : 0;
        device |= section != null;
      }
      if (differs >= 0) {
        return done + differs;
      }
      done += piece;
    }
    Host.keep(view);
    return -1;
  }

  private byte byteAt(FlatView view, @Nullable Section section, long address, long at) {
    return (byte)
        (section == null ? faults.read(at, 1, reason(address, at)) : transfer.load(view, at, 1));
  }

  private static boolean isInPage(long address, int length) {
    return (address & (DirtyPages.PAGE_SIZE - 1)) + length <= DirtyPages.PAGE_SIZE;
  }

  /**
   * How far from {@code at} one answer goes, at most {@code left} bytes (unsigned) and not past the
   * end of the space.
   */
  private static long piece(
      FlatView view, @Nullable Section section, long address, long at, long left) {
    if (wrapped(address, at)) {
      return left;
    }
    long beyond = section == null ? view.holeEnd(at) - at : section.last - at;
    return Long.compareUnsigned(beyond, left - 1) < 0 ? beyond + 1 : left;
  }

  private static @Nullable Section lookup(FlatView view, long address, long at) {
    return wrapped(address, at) ? null : view.lookup(at);
  }

  private static boolean wrapped(long address, long at) {
    return Long.compareUnsigned(at, address) < 0;
  }

  private static Cause reason(long address, long at) {
    return wrapped(address, at) ? Cause.END_OF_SPACE : Cause.UNASSIGNED;
  }

  /** Whether memory that was just read had been given back. */
  private static boolean hasVanished(Section section) {
    VarHandle.acquireFence();
    return section.region instanceof RamRegion ram && ram.isClosed();
  }

  /**
   * The widest naturally aligned access that a device takes at an address, at most {@code left}
   * bytes (unsigned).
   */
  private static int width(Section section, long at, long left) {
    long most = Long.compareUnsigned(left, 8) < 0 ? Long.highestOneBit(left) : 8;
    int aligned = (int) Math.min(Long.lowestOneBit(at | 8), most);
    return section.region instanceof DeviceRegion device
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
