package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** qsort(3) of bytes: a native function that works on a segment and calls back meanwhile. */
final class Sorting {
  private final Runnable meanwhile;

  private Sorting(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  int compare(MemorySegment a, MemorySegment b) {
    meanwhile.run();
    return Long.compare(a.address(), b.address());
  }

  @SuppressWarnings("restricted") // calls a function of the C library
  static void sort(MemorySegment bytes, Runnable meanwhile) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle sort =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("qsort"),
            FunctionDescriptor.ofVoid(
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS));
    MethodHandle compare =
        MethodHandles.lookup()
            .findVirtual(
                Sorting.class,
                "compare",
                MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class))
            .bindTo(new Sorting(meanwhile));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment function =
          linker.upcallStub(
              compare,
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
              arena);
      sort.invokeExact(bytes, bytes.byteSize(), 1L, function);
    }
  }
}
