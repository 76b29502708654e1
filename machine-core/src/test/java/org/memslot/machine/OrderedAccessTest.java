package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.machine.OrderedAccess.Order;

class OrderedAccessTest {
  private final AddressSpace space = AddressSpace.memory("memory");
  private final OrderedAccess ordered = space.ordered();

  OrderedAccessTest() {
    space.change(c -> c.add(0, RamRegion.create("low", 0x1000)));
    space.change(c -> c.add(0x1000, RamRegion.create("high", 0x1000)));
  }

  @Test
  void getAndSetInEveryOrder() {
    for (Order order : Order.values()) {
      ordered.set64(0x10, 0x1122334455667788L, order);
      assertThat(ordered.get64(0x10, order)).isEqualTo(0x1122334455667788L);
      ordered.set32(0x20, 0x12345678, order);
      assertThat(ordered.get32(0x20, order)).isEqualTo(0x12345678);
      assertThat(space.read8(0x10)).as("little-endian").isEqualTo(0x88);
      ordered.set16(0x24, 0x1abcd, order);
      assertThat(ordered.get16(0x24, order)).isEqualTo(0xabcd);
      ordered.set8(0x23, 0x1fe, order);
      assertThat(ordered.get8(0x23, order)).isEqualTo(0xfe);
      assertThat(space.read64(0x20)).as("neighbours").isEqualTo(0xabcd_fe345678L);
      space.write64(0x20, 0);
    }
  }

  @Test
  void compareAndSetWritesOnlyWhatWasExpected() {
    space.write64(8, 5);
    assertThat(ordered.compareAndSet64(8, 4, 9)).isFalse();
    assertThat(ordered.compareAndExchange64(8, 5, 9)).isEqualTo(5);
    assertThat(space.read64(8)).isEqualTo(9);
    assertThat(ordered.compareAndSet32(8, 9, -1)).isTrue();
    assertThat(ordered.compareAndExchange32(8, 9, 0)).isEqualTo(-1);
    assertThat(ordered.getAndAdd64(8, 1)).isEqualTo(0xffffffffL);
    assertThat(space.read64(8)).isEqualTo(0x1_0000_0000L);
  }

  @Test
  void bytesAndWordsAreExchangedWithoutTheirNeighbours() {
    space.write64(0, 0x8877665544332211L);
    for (int i = 0; i < 8; i++) {
      int byteThere = 0x11 * (i + 1);
      assertThat(ordered.compareAndExchange8(i, 0, 1)).isEqualTo(byteThere);
      assertThat(ordered.compareAndExchange8(i, byteThere | 0x100, 0x1f0 + i)).isEqualTo(byteThere);
      assertThat(space.read8(i)).isEqualTo(0xf0 + i);
    }
    assertThat(space.read64(0)).isEqualTo(0xf7f6f5f4f3f2f1f0L);
    assertThat(ordered.compareAndExchange16(6, 0xf7f6, 0xffff)).isEqualTo(0xf7f6);
    assertThat(ordered.compareAndExchange16(4, 0, 1)).isEqualTo(0xf5f4);
    assertThat(ordered.compareAndExchange16(0xfff, 0, 0xffff)).as("split").isZero();
    assertThat(space.read16(0xfff)).isEqualTo(0xffff);
    assertThat(space.read64(0)).isEqualTo(0xfffff5f4f3f2f1f0L);
    assertThat(ordered.compareAndExchange8(0x8000, 0, 1)).isEqualTo(0xff);
    assertThat(ordered.getAndAdd32(0, 0x10)).isEqualTo(0xf3f2f1f0);
    assertThat(space.read64(0)).isEqualTo(0xfffff5f4_f3f2f200L);
  }

  @Test
  void exchangesOfNeighboursLoseNothing() throws Exception {
    Race race = new Race();
    for (int i = 0; i < 4; i++) {
      int address = i;
      race.run(
          () -> {
            for (int n = 0; n < 20_000; n++) {
              int before;
              do {
                before = ordered.get8(address, Order.VOLATILE);
              } while (ordered.compareAndExchange8(address, before, before + 1) != before);
            }
          });
    }
    race.go();
    for (int i = 0; i < 4; i++) {
      assertThat(space.read8(i)).isEqualTo(20_000 & 0xff);
    }
  }

  @Test
  void splitAccessesAndHolesHaveTheirResultToo() {
    assertThat(ordered.compareAndSet64(0xffc, 0, 0x1122334455667788L)).isTrue();
    assertThat(ordered.get64(0xffc, Order.VOLATILE)).isEqualTo(0x1122334455667788L);
    ordered.set32(0xffe, 1, Order.ACQUIRE_RELEASE);
    assertThat(ordered.get32(0xffe, Order.ACQUIRE_RELEASE)).isEqualTo(1);
    assertThat(ordered.compareAndExchange32(0x8000, 0, 1)).isEqualTo(-1);
    assertThat(ordered.get64(0x8000, Order.OPAQUE)).isEqualTo(-1);
    ordered.set64(0x8000, 1, Order.VOLATILE);
  }

  @Test
  void countersOfManyThreadsAddUp() throws Exception {
    Race race = new Race();
    for (int i = 0; i < 4; i++) {
      race.run(
          () -> {
            for (int n = 0; n < 20_000; n++) {
              ordered.getAndAdd64(0x100, 1);
              ordered.getAndAdd64(0xffc, 1); // split
            }
          });
    }
    race.go();
    assertThat(space.read64(0x100)).isEqualTo(80_000);
    assertThat(space.read64(0xffc)).isEqualTo(80_000);
  }

  /** A register that is another at each read does not keep the guest in a loop. */
  @Test
  void anAdditionToARegisterReadsOnceAndWritesOnce() {
    List<String> accesses = new ArrayList<>();
    IoHandler counter =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            accesses.add("read" + width);
            return accesses.size();
          }

          @Override
          public void write(long offset, int width, long value) {
            accesses.add("write" + width + "=" + value);
          }
        };
    space.change(c -> c.add(0x10_0000, new DeviceRegion("counter", 8, counter)));
    assertThat(space.ordered().getAndAdd64(0x10_0000, 5)).isEqualTo(1);
    assertThat(space.ordered().getAndAdd32(0x10_0000, 5)).isEqualTo(3);
    assertThat(accesses).containsExactly("read8", "write8=6", "read4", "write4=8");
  }
}
