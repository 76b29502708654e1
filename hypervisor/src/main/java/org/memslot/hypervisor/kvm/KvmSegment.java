package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * A segment register with its hidden part (struct kvm_segment).
 *
 * @param base linear address of the segment's first byte
 * @param limit offset of its last byte
 * @param selector the visible part, 16 bits
 * @param attributes the segment descriptor's bits 40-47 and 52-55, the latter as bits 12-15 here
 *     (Intel SDM volume 3, section 25.4.1): type 0-3, S 4, DPL 5-6, P 7, AVL 12, L 13, D/B 14, G
 *     15; a segment that is not present is unusable
 */
public record KvmSegment(long base, int limit, int selector, int attributes) {
  /** 64-bit code, accessed, ring 0. */
  public static final int CODE_64 = 0xa09b;

  /** 32-bit code over 4 GiB, accessed, ring 0. */
  public static final int CODE_32 = 0xc09b;

  /** Data over 4 GiB, writable, accessed, ring 0. */
  public static final int DATA_32 = 0xc093;

  /** A busy 32-bit task state segment. */
  public static final int TSS_32 = 0x008b;

  private static final int PRESENT = 1 << 7;

  /** A flat segment: base 0, limit 4 GiB - 1. */
  public static KvmSegment flat(int selector, int attributes) {
    return new KvmSegment(0, -1, selector, attributes);
  }

  static KvmSegment read(MemorySegment struct) {
    int attributes =
        field(struct, 14)
            | field(struct, 18) << 4
            | field(struct, 16) << 5
            | field(struct, 15) << 7
            | field(struct, 21) << 12
            | field(struct, 19) << 13
            | field(struct, 17) << 14
            | field(struct, 20) << 15;
    return new KvmSegment(
        struct.get(JAVA_LONG, 0),
        struct.get(JAVA_INT, 8),
        Short.toUnsignedInt(struct.get(JAVA_SHORT, 12)),
        attributes);
  }

  private static int field(MemorySegment struct, long offset) {
    return struct.get(JAVA_BYTE, offset);
  }

  void write(MemorySegment struct) {
    struct.set(JAVA_LONG, 0, base);
    struct.set(JAVA_INT, 8, limit);
    struct.set(JAVA_SHORT, 12, (short) selector);
    bits(struct, 14, 0, 0xf);
    bits(struct, 15, 7, 1);
    bits(struct, 16, 5, 3);
    bits(struct, 17, 14, 1);
    bits(struct, 18, 4, 1);
    bits(struct, 19, 13, 1);
    bits(struct, 20, 15, 1);
    bits(struct, 21, 12, 1);
    struct.set(JAVA_BYTE, 22, (byte) ((attributes & PRESENT) == 0 ? 1 : 0));
  }

  private void bits(MemorySegment struct, long offset, int shift, int mask) {
    struct.set(JAVA_BYTE, offset, (byte) (attributes >>> shift & mask));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%04x base %016x limit %08x attributes %04x",
        selector,
        base,
        limit,
        attributes);
  }
}
