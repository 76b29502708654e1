package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The segment, table and control registers of a vCPU (struct kvm_sregs).
 *
 * @param apicBase the MSR IA32_APIC_BASE
 * @param interruptBitmap four words in which one bit stands for an interrupt that waits to be taken
 */
public record KvmSregs(
    KvmSegment cs,
    KvmSegment ds,
    KvmSegment es,
    KvmSegment fs,
    KvmSegment gs,
    KvmSegment ss,
    KvmSegment tr,
    KvmSegment ldt,
    KvmTable gdt,
    KvmTable idt,
    long cr0,
    long cr2,
    long cr3,
    long cr4,
    long cr8,
    long efer,
    long apicBase,
    List<Long> interruptBitmap) {
  /** CR0: protected mode. */
  public static final long CR0_PE = 1;

  /** CR0: extension type, always set. */
  public static final long CR0_ET = 1 << 4;

  /** CR0: numeric errors raise an exception. */
  public static final long CR0_NE = 1 << 5;

  /** CR0: paging. */
  public static final long CR0_PG = 1L << 31;

  /** CR4: physical address extension. */
  public static final long CR4_PAE = 1 << 5;

  /** EFER: long mode enabled. */
  public static final long EFER_LME = 1 << 8;

  /** EFER: long mode active. */
  public static final long EFER_LMA = 1 << 10;

  private static final int BITMAP_WORDS = 4;

  private static final long GDT = KvmStructs.offset(KvmStructs.SREGS, "gdt");
  private static final long IDT = KvmStructs.offset(KvmStructs.SREGS, "idt");
  private static final long CR0 = KvmStructs.offset(KvmStructs.SREGS, "cr0");
  private static final long BITMAP = KvmStructs.offset(KvmStructs.SREGS, "interrupt_bitmap");

  /** Keeps an immutable copy of the bitmap and checks its length. */
  public KvmSregs {
    interruptBitmap = List.copyOf(interruptBitmap);
    if (interruptBitmap.size() != BITMAP_WORDS) {
      throw new IllegalArgumentException(
          "an interrupt bitmap has 4 words, not " + interruptBitmap.size());
    }
  }

  /**
   * The same with other segments and descriptor table; DS, ES, FS, GS and SS all become {@code
   * data}.
   */
  public KvmSregs withSegments(KvmSegment code, KvmSegment data, KvmSegment task, KvmTable table) {
    return new KvmSregs(
        code,
        data,
        data,
        data,
        data,
        data,
        task,
        ldt,
        table,
        idt,
        cr0,
        cr2,
        cr3,
        cr4,
        cr8,
        efer,
        apicBase,
        interruptBitmap);
  }

  /** The same with other control registers. */
  public KvmSregs withControl(long newCr0, long newCr3, long newCr4, long newEfer) {
    return new KvmSregs(
        cs,
        ds,
        es,
        fs,
        gs,
        ss,
        tr,
        ldt,
        gdt,
        idt,
        newCr0,
        cr2,
        newCr3,
        newCr4,
        cr8,
        newEfer,
        apicBase,
        interruptBitmap);
  }

  /** The same with the code segment of real mode that begins at 16 times the selector. */
  public KvmSregs withRealModeCode(int selector) {
    KvmSegment code = new KvmSegment((long) selector << 4, cs.limit(), selector, cs.attributes());
    return new KvmSregs(
        code,
        ds,
        es,
        fs,
        gs,
        ss,
        tr,
        ldt,
        gdt,
        idt,
        cr0,
        cr2,
        cr3,
        cr4,
        cr8,
        efer,
        apicBase,
        interruptBitmap);
  }

  static KvmSregs read(MemorySegment struct) {
    return new KvmSregs(
        segment(struct, 0),
        segment(struct, 1),
        segment(struct, 2),
        segment(struct, 3),
        segment(struct, 4),
        segment(struct, 5),
        segment(struct, 6),
        segment(struct, 7),
        KvmTable.read(struct.asSlice(GDT)),
        KvmTable.read(struct.asSlice(IDT)),
        control(struct, 0),
        control(struct, 1),
        control(struct, 2),
        control(struct, 3),
        control(struct, 4),
        control(struct, 5),
        control(struct, 6),
        IntStream.range(0, BITMAP_WORDS)
            .mapToObj(i -> struct.get(JAVA_LONG, BITMAP + 8L * i))
            .toList());
  }

  private static KvmSegment segment(MemorySegment struct, int index) {
    return KvmSegment.read(struct.asSlice(KvmStructs.SEGMENT.byteSize() * index));
  }

  private static long control(MemorySegment struct, int index) {
    return struct.get(JAVA_LONG, CR0 + 8L * index);
  }

  void write(MemorySegment struct) {
    KvmSegment[] segments = {cs, ds, es, fs, gs, ss, tr, ldt};
    for (int i = 0; i < segments.length; i++) {
      segments[i].write(struct.asSlice(KvmStructs.SEGMENT.byteSize() * i));
    }
    gdt.write(struct.asSlice(GDT));
    idt.write(struct.asSlice(IDT));
    long[] control = {cr0, cr2, cr3, cr4, cr8, efer, apicBase};
    for (int i = 0; i < control.length; i++) {
      struct.set(JAVA_LONG, CR0 + 8L * i, control[i]);
    }
    for (int i = 0; i < BITMAP_WORDS; i++) {
      struct.set(JAVA_LONG, BITMAP + 8L * i, interruptBitmap.get(i));
    }
  }

  /** All registers, a line each for segments and tables. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        CS  %s
        DS  %s
        ES  %s
        FS  %s
        GS  %s
        SS  %s
        TR  %s
        LDT %s
        GDT %s
        IDT %s
        CR0=%x CR2=%x CR3=%x CR4=%x CR8=%x EFER=%x APIC_BASE=%x""",
        cs,
        ds,
        es,
        fs,
        gs,
        ss,
        tr,
        ldt,
        gdt,
        idt,
        cr0,
        cr2,
        cr3,
        cr4,
        cr8,
        efer,
        apicBase);
  }
}
