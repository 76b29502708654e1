package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.bios.device.Devices;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.testing.Seeds;

/** ACPI 6.5, section 4.8.4.1: general-purpose event register blocks. */
class GpeBlockTest {
  private static final long BASE = 0xafe0;

  private final LevelInterruptLine sci = new LevelInterruptLine("SCI");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final GpeBlock gpe = new GpeBlock(sci);

  @BeforeEach
  void map() {
    new Devices(List.of(gpe)).plug(AddressSpace.memory("memory"), ports);
  }

  @Test
  void anEventThatIsNotEnabledIsPendingWithoutAnInterrupt() {
    gpe.raise(3);
    assertThat(ports.read8(BASE)).isEqualTo(8);
    assertThat(sci.isAsserted()).isFalse();
  }

  @Test
  void theInterruptIsALevelOfPendingAndEnabled() {
    ports.write8(BASE + 2, 8);
    gpe.raise(3);
    assertThat(sci.isAsserted()).isTrue();
    ports.write8(BASE + 2, 0);
    assertThat(sci.isAsserted()).isFalse();
    ports.write8(BASE + 2, 8);
    assertThat(sci.isAsserted()).isTrue();
    ports.write8(BASE, 8);
    assertThat(sci.isAsserted()).isFalse();
  }

  @Test
  void statusBitsAreClearedByWritingOnes() {
    gpe.raise(0);
    gpe.raise(3);
    gpe.raise(15);
    ports.write8(BASE, 8);
    assertThat(ports.read16(BASE)).isEqualTo(0x8001);
    ports.write8(BASE, 0);
    assertThat(ports.read16(BASE)).isEqualTo(0x8001);
    ports.write16(BASE, 0xffff);
    assertThat(ports.read16(BASE)).isZero();
  }

  @Test
  void aWriteOfFourBytesIsStatusAndEnable() {
    gpe.raise(3);
    gpe.raise(4);
    ports.write32(BASE, 0x0018_0008);
    assertThat(ports.read32(BASE)).isEqualTo(0x0018_0010);
    assertThat(gpe.status()).isEqualTo(0x10);
    assertThat(gpe.enabled()).isEqualTo(0x18);
  }

  @Test
  void resetClearsEverything() {
    ports.write16(BASE + 2, 0xffff);
    gpe.raise(3);
    gpe.reset();
    assertThat(ports.read32(BASE)).isZero();
    assertThat(sci.isAsserted()).isFalse();
  }

  @Test
  void thereAreSixteenEvents() {
    assertThatThrownBy(() -> gpe.raise(16)).hasMessage("GPE 16; the block has events 0 to 15");
    assertThatThrownBy(() -> gpe.raise(-1)).hasMessage("GPE -1; the block has events 0 to 15");
  }

  @Test
  void aBlockOfSixteenBytesHasSixtyFourEvents() {
    GpeBlock wide = new GpeBlock(sci, 0x620, 16);
    new Devices(List.of(wide)).plug(AddressSpace.memory("memory"), ports);
    ports.write8(0x620 + 8 + 7, 0x80);
    wide.raise(63);
    assertThat(ports.read8(0x620 + 7)).isEqualTo(0x80);
    assertThat(sci.isAsserted()).isTrue();
    ports.write32(0x620 + 4, -1);
    assertThat(sci.isAsserted()).isFalse();
    assertThatThrownBy(() -> wide.raise(64)).hasMessage("GPE 64; the block has events 0 to 63");
    assertThatThrownBy(() -> new GpeBlock(sci, 0x620, 6))
        .hasMessage("GPE block of 6 bytes; it can have 2, 4, 8 or 16");
  }

  @Test
  void accessesOfAnyWidthActOnTheBytesTheyTouch() {
    Random random = Seeds.random("GpeBlockTest");
    int[] model = new int[GpeBlock.SIZE];
    for (int step = 0; step < 100_000; step++) {
      int width = 1 << random.nextInt(3);
      int offset = random.nextInt(GpeBlock.SIZE - width + 1);
      if (random.nextInt(3) == 0) {
        int event = random.nextInt(GpeBlock.EVENTS);
        gpe.raise(event);
        model[event / 8] |= 1 << event % 8;
      } else if (random.nextBoolean()) {
        long value = random.nextLong();
        ports.write(BASE + offset, width, value);
        for (int i = 0; i < width; i++) {
          int octet = (int) (value >>> (8 * i)) & 0xff;
          int at = offset + i;
          model[at] = at < 2 ? model[at] & ~octet : octet;
        }
      }
      long expected = 0;
      for (int i = 0; i < width; i++) {
        expected |= (long) model[offset + i] << (8 * i);
      }
      assertThat(ports.read(BASE + offset, width)).isEqualTo(expected);
      boolean level = (model[0] & model[2]) != 0 || (model[1] & model[3]) != 0;
      assertThat(sci.isAsserted()).isEqualTo(level);
    }
  }

  @Test
  void aGuestInterruptedOnTheSpotCanUseTheBlock() {
    List<Integer> seen = new ArrayList<>();
    sci.addListener(
        asserted -> {
          if (asserted) {
            seen.add(ports.read8(BASE));
            ports.write8(BASE, 0xff);
          }
        });
    ports.write8(BASE + 2, 8);
    gpe.raise(3);
    gpe.raise(3);
    assertThat(seen).containsExactly(8, 8);
    assertThat(sci.isAsserted()).isFalse();
  }

  @Test
  void manyThreadsLeaveTheLineWhereTheRegistersSay() throws InterruptedException {
    ports.write16(BASE + 2, 0xffff);
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      int event = n;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 20_000; i++) {
                      gpe.raise(event);
                      ports.write16(BASE, 1 << event);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(gpe.status()).isZero();
    assertThat(sci.isAsserted()).isFalse();
  }

  /** As KVM_IRQ_LINE may be refused once. */
  @Test
  void aLineThatFailsOnceFollowsTheNextChange() {
    boolean[] fails = {true};
    List<Boolean> levels = new ArrayList<>();
    InterruptLine line =
        new InterruptLine() {
          @Override
          public void raise() {
            drive(true);
          }

          @Override
          public void lower() {
            drive(false);
          }

          private void drive(boolean level) {
            if (fails[0]) {
              fails[0] = false;
              throw new IllegalStateException("KVM_IRQ_LINE");
            }
            levels.add(level);
          }

          @Override
          public boolean isAsserted() {
            return levels.getLast();
          }
        };
    GpeBlock block = new GpeBlock(line);
    AddressSpace bus = AddressSpace.ports("bus");
    new Devices(List.of(block)).plug(AddressSpace.memory("memory"), bus);
    fails[0] = true;
    bus.write8(BASE + 2, 8);
    for (int i = 0; i < 3; i++) {
      block.raise(3);
      bus.write8(BASE, 8);
    }
    assertThat(levels).containsExactly(true, false, true, false, true, false);
  }
}
