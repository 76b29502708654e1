package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The host's side of an {@link AddressSpace}, for firmware, loaders and debuggers: each verb throws
 * {@link MemoryAccessException} where the guest's side would give ones or drop a write.
 */
public final class CheckedAccess implements MemoryAccess {
  private final AddressSpace space;

  CheckedAccess(AddressSpace space) {
    this.space = space;
  }

  @Override
  public int read8(long address) {
    return (int) space.load(address, 1, true);
  }

  @Override
  public int read16(long address) {
    return (int) space.load(address, 2, true);
  }

  @Override
  public int read32(long address) {
    return (int) space.load(address, 4, true);
  }

  @Override
  public long read64(long address) {
    return space.load(address, 8, true);
  }

  @Override
  public void write8(long address, int value) {
    space.store(address, 1, value, true);
  }

  @Override
  public void write16(long address, int value) {
    space.store(address, 2, value, true);
  }

  @Override
  public void write32(long address, int value) {
    space.store(address, 4, value, true);
  }

  @Override
  public void write64(long address, long value) {
    space.store(address, 8, value, true);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    read(address, MemorySegment.ofArray(target).asSlice(offset, length));
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    write(address, MemorySegment.ofArray(source).asSlice(offset, length));
  }

  @Override
  public void read(long address, MemorySegment target) {
    for (long i = 0; i < target.byteSize(); i++) {
      target.set(ValueLayout.JAVA_BYTE, i, (byte) space.load(address + i, 1, true));
    }
  }

  @Override
  public void write(long address, MemorySegment source) {
    for (long i = 0; i < source.byteSize(); i++) {
      space.store(address + i, 1, source.get(ValueLayout.JAVA_BYTE, i), true);
    }
  }

  @Override
  public void fill(long address, long length, byte value) {
    for (long i = 0; i < length; i++) {
      space.store(address + i, 1, value, true);
    }
  }
}
