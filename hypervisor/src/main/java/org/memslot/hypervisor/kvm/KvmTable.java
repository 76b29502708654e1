package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * GDTR or IDTR (struct kvm_dtable).
 *
 * @param base linear address of the table
 * @param limit offset of its last byte, 16 bits
 */
public record KvmTable(long base, int limit) {
  static KvmTable read(MemorySegment struct) {
    return new KvmTable(struct.get(JAVA_LONG, 0), Short.toUnsignedInt(struct.get(JAVA_SHORT, 8)));
  }

  void write(MemorySegment struct) {
    struct.set(JAVA_LONG, 0, base);
    struct.set(JAVA_SHORT, 8, (short) limit);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "base %016x limit %04x", base, limit);
  }
}
