package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.machine.MemoryAccessException.Cause;

class AccessTest {
  private final AddressSpace space = AddressSpace.memory("memory");

  /** Registers that write down what they see; they read as their offset. */
  private static final class Recorder implements IoHandler {
    private final List<String> seen = new ArrayList<>();

    @Override
    public long read(long offset, int width) {
      seen.add("r%d@%x".formatted(width, offset));
      long value = 0;
      for (int i = 0; i < width; i++) {
        value |= (offset + i) << (i * 8);
      }
      return value;
    }

    @Override
    public void write(long offset, int width, long value) {
      seen.add("w%d@%x=%x".formatted(width, offset, value));
    }
  }

  private Recorder device(long base, long size, AccessWidths widths) {
    Recorder recorder = new Recorder();
    space.change(c -> c.add(base, new DeviceRegion("device", size, recorder, widths)));
    return recorder;
  }

  @Test
  void aDeviceSeesTheAccessAsTheGuestMadeIt() {
    Recorder device = device(0x1000, 0x10, AccessWidths.ANY);
    assertThat(space.read64(0x1008)).isEqualTo(0x0f0e0d0c0b0a0908L);
    space.write16(0x1002, 0x12345);
    assertThat(device.seen).containsExactly("r8@8", "w2@2=2345");
  }

  @Test
  void widerAccessesAreSplitLowestAddressFirst() {
    Recorder device = device(0x1000, 0x10, AccessWidths.handling(1, 2));
    assertThat(space.read64(0x1000)).isEqualTo(0x0706050403020100L);
    space.write32(0x1004, 0x11223344);
    assertThat(device.seen)
        .containsExactly("r2@0", "r2@2", "r2@4", "r2@6", "w2@4=3344", "w2@6=1122");
  }

  @Test
  void narrowerAccessesAreTakenOutOfTheUnitAroundThem() {
    Recorder device = device(0x1000, 0x10, AccessWidths.handling(4, 4));
    assertThat(space.read8(0x1006)).isEqualTo(6);
    space.write16(0x100a, 0xaabb);
    assertThat(device.seen).containsExactly("r4@4", "r4@8", "w4@8=aabb0908");
  }

  @Test
  void aDeviceNeverSeesAnAccessThatIsNotAligned() {
    Recorder device = device(0x1000, 0x10, AccessWidths.ANY);
    assertThat(space.read32(0x1003)).isEqualTo(0x06050403);
    assertThat(device.seen)
        .allMatch(s -> Long.parseLong(s.substring(3), 16) % (s.charAt(1) - '0') == 0);
  }

  @Test
  void anAccessIsCutAtTheEndOfADevice() {
    Recorder device = device(0x1000, 0x10, AccessWidths.ANY);
    assertThat(space.read64(0x100c)).isEqualTo(0xffffffff0f0e0d0cL);
    space.write32(0xffe, 0x11223344);
    assertThat(device.seen).containsExactly("r4@c", "w2@0=1122");
  }

  @Test
  void aWidthThatIsNotAcceptedIsUnclaimed() {
    Recorder device = device(0x1000, 0x10, AccessWidths.accepting(1, 4));
    assertThat(space.read64(0x1000)).isEqualTo(-1);
    space.write64(0x1000, 0);
    assertThat(device.seen).isEmpty();
    assertThat(space.counters()).isEqualTo(new AccessCounters(1, 1, 0));
    assertThatThrownBy(() -> space.checked().read64(0x1000))
        .isInstanceOfSatisfying(
            MemoryAccessException.class, e -> assertThat(e.reason()).isEqualTo(Cause.WIDTH));
  }

  @Test
  void aDeviceThatThrowsDoesNotHurtTheGuest() {
    IoHandler broken =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return space.read8(0x1000); // without end
          }

          @Override
          public void write(long offset, int width, long value) {
            throw new UnsupportedOperationException("broken");
          }
        };
    space.change(c -> c.add(0x1000, new DeviceRegion("broken", 1, broken)));
    assertThat(space.read8(0x1000)).isEqualTo(0xff);
    space.write8(0x1000, 1);
    assertThat(space.counters().deviceFaults()).isGreaterThanOrEqualTo(2);
    assertThatThrownBy(() -> space.checked().write8(0x1000, 1))
        .isInstanceOf(MemoryAccessException.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void aRomKeepsItsBytesAndHandsItsWritesOn() {
    List<String> writes = new ArrayList<>();
    RomRegion flash =
        RomRegion.of(
            "flash",
            new byte[] {1, 2, 3, 4},
            (offset, width, value) -> writes.add(offset + ":" + value));
    RomRegion plain = RomRegion.of("plain", new byte[0x1000]);
    space.change(
        c -> {
          c.add(0, flash);
          c.add(0x1000, plain);
        });
    space.write16(2, 0xf0f0);
    space.write8(0x1000, 1);
    assertThat(space.read32(0)).isEqualTo(0x04030201);
    assertThat(space.read8(0x1000)).isZero();
    assertThat(writes).containsExactly("2:61680");
    assertThat(space.counters()).isEqualTo(new AccessCounters(0, 1, 0));
    flash.update(3, (byte) 9);
    assertThat(space.read8(3)).isEqualTo(9);
    assertThatThrownBy(() -> space.checked().write8(0x1fff, 1))
        .isInstanceOfSatisfying(
            MemoryAccessException.class, e -> assertThat(e.reason()).isEqualTo(Cause.READ_ONLY));
  }

  @Test
  void aCheckedAccessSaysWhereItFailedAndWhatItWas() {
    space.change(c -> c.add(0, RamRegion.create("ram", 0x1000)));
    assertThatThrownBy(() -> space.checked().write64(0xffc, -1L))
        .isInstanceOfSatisfying(
            MemoryAccessException.class,
            e -> {
              assertThat(e.address()).isEqualTo(0x1000);
              assertThat(e.length()).isEqualTo(4);
              assertThat(e.reason()).isEqualTo(Cause.UNASSIGNED);
            })
        .hasMessage("access of 0x8 bytes at 0xffc fails at 0x1000: nothing answers (memory)");
    assertThat(space.read32(0xffc)).as("what lies below has been done").isEqualTo(-1);
    assertThatThrownBy(() -> space.checked().read(0x800, new byte[0x2000], 0, 0x2000))
        .isInstanceOfSatisfying(
            MemoryAccessException.class,
            e -> {
              assertThat(e.address()).isEqualTo(0x1000);
              assertThat(e.length()).isEqualTo(0x1800);
            });
    assertThatThrownBy(() -> space.checked().fill(-2L, 4, (byte) 0))
        .isInstanceOf(MemoryAccessException.class);
    assertThat(space.counters())
        .as("the host's faults are not the guest's")
        .isEqualTo(new AccessCounters(0, 0, 0));
  }

  @Test
  void bulkAccessesGoThroughHolesAndPastTheEndOfTheSpace() {
    space.change(c -> c.add(-0x1000L, RamRegion.create("top", 0x1000)));
    space.change(c -> c.add(0, RamRegion.create("bottom", 0x1000)));
    byte[] bytes = {1, 2, 3, 4};
    space.write(-2L, bytes, 0, 4);
    assertThat(space.read16(-2L)).isEqualTo(0x0201);
    assertThat(space.read16(0)).as("nothing is wrapped around").isZero();
    byte[] back = new byte[4];
    space.read(-2L, back, 0, 4);
    assertThat(back).containsExactly(1, 2, -1, -1);
    space.fill(0xffe, 8, (byte) 7);
    space.read(0xffe, back, 0, 4);
    assertThat(back).containsExactly(7, 7, -1, -1);
    assertThatThrownBy(() -> space.read(0, back, 1, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void segmentsAreCopiedAndCompared() {
    space.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
    space.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment source = arena.allocate(0x1800);
      source.fill((byte) 0x33);
      space.write(0x400, source);
      assertThat(space.mismatch(0x400, source)).isEqualTo(-1);
      space.write8(0x1234, 0);
      assertThat(space.mismatch(0x400, source)).isEqualTo(0x1234 - 0x400);
      MemorySegment target = arena.allocate(0x1800);
      space.read(0x400, target);
      assertThat(target.mismatch(source)).isEqualTo(0x1234 - 0x400);
    }
  }

  @Test
  void aPatternIsFoundAtItsStepAndAcrossRegions() {
    space.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
    space.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
    byte[] pattern = {'R', 'S', 'D', ' '};
    space.write(0xffe, pattern, 0, 4);
    assertThat(space.find(AddressRange.ALL, pattern, 1)).hasValue(0xffe);
    assertThat(space.find(AddressRange.ALL, pattern, 16)).isEmpty();
    assertThat(space.find(new AddressRange(0xe, 0xffff), pattern, 16)).hasValue(0xffe);
    assertThat(space.find(new AddressRange(0, 0xffd), pattern, 1)).isEmpty();
    assertThat(space.find(AddressRange.ALL, new byte[] {-1}, 1)).as("holes do not match").isEmpty();
    assertThatThrownBy(() -> space.find(AddressRange.ALL, new byte[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void portsAreSixteenBits() {
    AddressSpace ports = AddressSpace.ports("ports");
    Recorder recorder = new Recorder();
    ports.change(c -> c.add(0xfffe, new DeviceRegion("last", 2, recorder)));
    assertThat(ports.read32(0xfffe)).isEqualTo(0xffff0100);
    assertThat(ports.read8(0x1_fffe)).as("no port of that number").isEqualTo(0xff);
    assertThat(recorder.seen).containsExactly("r2@0");
  }

  @Test
  void readOnlyRegistersMayBePorts() {
    AddressSpace ports = AddressSpace.ports("ports");
    ports.change(
        c -> {
          c.add(0, RomRegion.of("first", new byte[] {1, 2, 3, 4}));
          c.add(0x1000, RomRegion.of("page", new byte[] {5, 6}));
          c.add(0xfffe, RomRegion.of("last", new byte[] {7, 8}));
        });
    assertThat(ports.read32(0)).isEqualTo(0x04030201);
    assertThat(ports.read16(0x1000)).isEqualTo(0x0605);
    assertThat(ports.read16(0xfffe)).isEqualTo(0x0807);
    for (long port : new long[] {4, 0x234, 0x1002, 0x1234, 0x3fff, 0xfffd, 0xff_ffff, -1L}) {
      assertThat(ports.read8(port)).as("port 0x%x", port).isEqualTo(0xff);
    }
  }

  @Test
  void aRegistersBytesChangeAtOnce() throws Exception {
    RomRegion rom = RomRegion.of("register", new byte[16]);
    space.change(c -> c.add(0, rom));
    new Race()
        .meanwhile(
            1,
            () -> {
              for (int i = 0; i < 100; i++) {
                long value = space.read64(8);
                Race.expect(
                    value == (value & 0xff) * 0x0101_0101_0101_0101L, "torn register: 0x%x", value);
              }
            })
        .run(
            () -> {
              byte[] bytes = new byte[8];
              for (int i = 0; i < 300_000; i++) {
                Arrays.fill(bytes, (byte) i);
                rom.update(8, bytes);
              }
            })
        .go();
  }

  /** Each read of the device moves the topology on; the access that caused it stays in its view. */
  @Test
  void aBulkAccessSeesOneTopology() {
    RamRegion before = RamRegion.create("before", 0x1000);
    RamRegion after = RamRegion.create("after", 0x1000);
    Recorder second = new Recorder();
    DeviceRegion other = new DeviceRegion("other", 0x10, second);
    List<String> seen = new ArrayList<>();
    DeviceRegion[] self = new DeviceRegion[1];
    IoHandler mover =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            if (seen.isEmpty()) {
              space.change(
                  c -> {
                    c.remove(before);
                    c.add(0x2000, after);
                    c.remove(self[0]);
                    c.add(0x1ff0, other);
                  });
            }
            seen.add("r%d@%x".formatted(width, offset));
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {}
        };
    self[0] = new DeviceRegion("mover", 0x10, mover);
    space.change(
        c -> {
          c.add(0x1ff0, self[0]);
          c.add(0x2000, before);
        });
    space.fill(0x2000, 0x1000, (byte) 7);
    byte[] bytes = new byte[0x20];
    space.read(0x1ff0, bytes, 0, 0x20);
    assertThat(seen).containsExactly("r8@0", "r8@8");
    assertThat(second.seen).isEmpty();
    assertThat(bytes[0x10]).isEqualTo((byte) 7);
    space.read(0x1ff0, bytes, 0, 0x20);
    assertThat(second.seen).containsExactly("r8@0", "r8@8");
    assertThat(bytes[0x10]).isZero();
  }

  @Test
  void anErrorOfAHandlerDoesNotReachTheGuest() {
    IoHandler broken =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            throw new LinkageError("broken");
          }

          @Override
          public void write(long offset, int width, long value) {
            throw new OutOfMemoryError("broken");
          }
        };
    space.change(
        c -> {
          c.add(0, new DeviceRegion("plain", 8, broken));
          c.add(8, new DeviceRegion("split", 8, broken, AccessWidths.handling(1, 1)));
        });
    assertThat(space.read64(0)).isEqualTo(-1);
    assertThat(space.read16(8)).isEqualTo(0xffff);
    space.write8(0, 1);
    space.write32(8, 1);
    assertThat(space.counters()).isEqualTo(new AccessCounters(0, 0, 4));
  }

  @Test
  void aFillOfMoreThanHalfTheSpaceReachesTheDevice() {
    List<Long> offsets = new ArrayList<>();
    IoHandler enough =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {
            if (offsets.size() == 3) {
              throw new IllegalStateException("enough");
            }
            offsets.add(offset);
          }
        };
    space.change(c -> c.add(0, new DeviceRegion("vast", -8L, enough)));
    assertThatThrownBy(() -> space.checked().fill(0, -1L, (byte) 1)).hasRootCauseMessage("enough");
    assertThat(offsets).containsExactly(0L, 8L, 16L);
  }

  @Test
  void aBufferThatIsTooShortIsTheCallersMistake() {
    byte[] bytes = new byte[8];
    for (int[] slice : new int[][] {{0, 9}, {1, 8}, {0, -1}, {-1, 1}, {9, 0}}) {
      assertThatThrownBy(() -> space.read(0, bytes, slice[0], slice[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> space.write(0, bytes, slice[0], slice[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void anAccessOfAnotherWidthIsTheCallersMistake() {
    assertThatThrownBy(() -> space.read(0, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> space.write(0, 16, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AccessWidths.handling(3, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new DeviceRegion("odd", 6, new Recorder(), AccessWidths.handling(4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
