package org.memslot.machine;

import java.lang.foreign.MemorySegment;

/**
 * The host's side of an {@link AddressSpace}, for firmware, loaders and debuggers: each verb throws
 * {@link MemoryAccessException} where the guest's side would give ones or drop a write. What comes
 * before the failing address has been done by then.
 */
public final class CheckedAccess implements MemoryAccess {
  private final Transfer transfer;
  private final Bulk bulk;

  CheckedAccess(AddressSpace space) {
    Faults faults = new Faults(space.name(), true);
    this.transfer = new Transfer(space, faults);
    this.bulk = new Bulk(space, transfer, faults);
  }

  private long load(long address, int width) {
    try {
      return transfer.load(address, width);
    } catch (MemoryAccessException e) {
      throw e.within(address, width);
    }
  }

  private void store(long address, int width, long value) {
    try {
      transfer.store(address, width, value);
    } catch (MemoryAccessException e) {
      throw e.within(address, width);
    }
  }

  @Override
  public int read8(long address) {
    return (int) load(address, 1);
  }

  @Override
  public int read16(long address) {
    return (int) load(address, 2);
  }

  @Override
  public int read32(long address) {
    return (int) load(address, 4);
  }

  @Override
  public long read64(long address) {
    return load(address, 8);
  }

  @Override
  public void write8(long address, int value) {
    store(address, 1, value);
  }

  @Override
  public void write16(long address, int value) {
    store(address, 2, value);
  }

  @Override
  public void write32(long address, int value) {
    store(address, 4, value);
  }

  @Override
  public void write64(long address, long value) {
    store(address, 8, value);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    try {
      bulk.read(address, target, offset, length);
    } catch (MemoryAccessException e) {
      throw e.within(address, length);
    }
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    try {
      bulk.write(address, source, offset, length);
    } catch (MemoryAccessException e) {
      throw e.within(address, length);
    }
  }

  @Override
  public void read(long address, MemorySegment target) {
    try {
      bulk.read(address, target);
    } catch (MemoryAccessException e) {
      throw e.within(address, target.byteSize());
    }
  }

  @Override
  public void write(long address, MemorySegment source) {
    try {
      bulk.write(address, source);
    } catch (MemoryAccessException e) {
      throw e.within(address, source.byteSize());
    }
  }

  @Override
  public void fill(long address, long length, byte value) {
    try {
      bulk.fill(address, length, value);
    } catch (MemoryAccessException e) {
      throw e.within(address, length);
    }
  }

  @Override
  public long mismatch(long address, MemorySegment other) {
    try {
      return bulk.mismatch(address, other);
    } catch (MemoryAccessException e) {
      throw e.within(address, other.byteSize());
    }
  }
}
