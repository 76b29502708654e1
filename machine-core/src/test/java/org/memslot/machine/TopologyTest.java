package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private final AddressSpace space = AddressSpace.memory("memory");
  private final RomRegion ones = rom("ones", 1);
  private final RomRegion twos = rom("twos", 2);

  private static RomRegion rom(String name, int content) {
    byte[] bytes = new byte[0x2000];
    Arrays.fill(bytes, (byte) content);
    return RomRegion.of(name, bytes);
  }

  @Test
  void theHigherPriorityIsSeenAndTheLaterOneAtEqualPriority() {
    RomRegion threes = rom("threes", 3);
    space.change(
        c -> {
          c.add(0, ones);
          c.add(0x1000, twos, 0);
          c.add(0x2000, threes, -1);
        });
    assertThat(space.read8(0xfff)).isEqualTo(1);
    assertThat(space.read8(0x1000)).isEqualTo(2);
    assertThat(space.read8(0x2fff)).isEqualTo(2);
    assertThat(space.read8(0x3000)).isEqualTo(3);
    space.change(c -> c.setEnabled(twos, false));
    assertThat(space.read8(0x1000)).isEqualTo(1);
    assertThat(space.read8(0x2000)).isEqualTo(3);
    space.change(c -> c.setEnabled(twos, true));
    assertThat(space.read8(0x1000)).isEqualTo(2);
  }

  @Test
  void holesOfAContainerShowWhatLiesBelow() {
    ContainerRegion box = new ContainerRegion("box", 0x3000);
    RomRegion small = RomRegion.of("small", new byte[] {7});
    space.change(
        c -> {
          c.add(0, ones);
          c.add(0, box, 1);
          c.add(box, 0x800, small);
        });
    assertThat(space.read16(0x800)).isEqualTo(0x0107);
    assertThat(space.read8(0x2000)).isEqualTo(0xff);
  }

  @Test
  void anAliasShowsItsTargetThroughAnotherWindow() {
    RamRegion ram = RamRegion.create("ram", 0x10000);
    AliasRegion window = new AliasRegion("window", ram, 0x8000, 0x1000);
    AliasRegion inner = new AliasRegion("inner", window, 0x800, 0x100);
    space.change(
        c -> {
          c.add(0, ram);
          c.add(0xf_0000, window);
          c.add(-0x100L, inner);
        });
    space.write8(0x8801, 0x42);
    assertThat(space.read8(0xf_0801)).isEqualTo(0x42);
    assertThat(space.read8(-0xffL)).isEqualTo(0x42);
    assertThat(space.view().find(0xf_0801)).get().extracting(FlatRange::region).isSameAs(ram);
    assertThatThrownBy(() -> new AliasRegion("long", ram, 0xffff, 2))
        .isInstanceOf(AddressRangeException.class)
        .hasMessageContaining("long")
        .hasMessageContaining("ram");
  }

  @Test
  void aContainerCannotShowItself() {
    ContainerRegion box = new ContainerRegion("box", 0x1000);
    AliasRegion mirror = new AliasRegion("mirror", box, 0, 0x1000);
    assertThatThrownBy(
            () ->
                space.change(
                    c -> {
                      c.add(0, box);
                      c.add(box, 0, mirror);
                    }))
        .isInstanceOf(TopologyException.class)
        .hasMessageContaining("mirror")
        .hasMessageContaining("which it shows");
  }

  @Test
  void overlapAndSecondPlacementNameBoth() {
    space.change(c -> c.add(0, ones));
    assertThatThrownBy(() -> space.change(c -> c.add(0x1fff, twos)))
        .isInstanceOf(TopologyException.class)
        .hasMessage(
            "twos (0x2000 bytes) at 0x1fff-0x3ffe overlaps ones (0x2000 bytes) at 0x0-0x1fff");
    assertThatThrownBy(() -> space.change(c -> c.add(0x8000, ones)))
        .isInstanceOf(TopologyException.class)
        .hasMessage("ones (0x2000 bytes) is placed in memory already, at 0x0-0x1fff");
    assertThatThrownBy(() -> space.change(c -> c.remove(twos)))
        .hasMessageContaining("is not placed in memory");
    assertThatThrownBy(() -> space.change(c -> c.add(-0x1000L, twos)))
        .isInstanceOf(AddressRangeException.class);
    assertThatThrownBy(() -> AddressSpace.ports("ports").change(c -> c.add(0xf000, ones)))
        .isInstanceOf(AddressRangeException.class)
        .hasMessageContaining("0x0-0xffff");
  }

  @Test
  void aRegionMayEndAtTheEndOfTheSpace() {
    space.change(c -> c.add(-0x2000L, ones));
    assertThat(space.read8(-1L)).isEqualTo(1);
    assertThat(space.read64(-8L)).isEqualTo(0x0101010101010101L);
    assertThat(space.read64(-4L)).as("nothing is wrapped around").isEqualTo(0xffffffff01010101L);
  }

  @Test
  void aDeviceMayCoverMoreThanHalfTheSpace() {
    List<Long> offsets = new ArrayList<>();
    IoHandler recorder =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            offsets.add(offset);
            return 5;
          }

          @Override
          public void write(long offset, int width, long value) {}
        };
    space.change(c -> c.add(1, new DeviceRegion("vast", -1L, recorder)));
    assertThat(space.read8(-1L)).isEqualTo(5);
    assertThat(space.read8(1L << 63)).isEqualTo(5);
    assertThat(offsets).containsExactly(-2L, (1L << 63) - 1);
    assertThat(space.read8(0)).isEqualTo(0xff);
  }

  @Test
  void aContainerMayBeHalfTheSpaceAndAnAliasToo() {
    ContainerRegion upper = new ContainerRegion("upper", 1L << 63);
    AliasRegion mirror = new AliasRegion("mirror", upper, 0, 1L << 63);
    RamRegion ram = RamRegion.create("ram", 0x2000);
    space.change(
        c -> {
          c.add(1L << 63, upper);
          c.add(upper, (1L << 63) - 0x2000, ram);
          c.add(0, mirror);
        });
    space.write64(-8L, 0x1122334455667788L);
    assertThat(space.read64(Long.MAX_VALUE - 7)).isEqualTo(0x1122334455667788L);
    assertThat(space.view().ranges())
        .extracting(FlatRange::range)
        .containsExactly(
            new AddressRange(Long.MAX_VALUE - 0x1fff, Long.MAX_VALUE),
            new AddressRange(-0x2000L, -1L));
    assertThatThrownBy(() -> space.change(c -> c.add(upper, 1L << 63, ones)))
        .isInstanceOf(AddressRangeException.class);
    assertThatThrownBy(() -> new AliasRegion("long", upper, 1, 1L << 63))
        .isInstanceOf(AddressRangeException.class);
    space.change(c -> c.setEnabled(mirror, false));
    assertThat(space.read64(Long.MAX_VALUE - 7)).isEqualTo(-1);
  }

  @Test
  void aChangeThatFailsLeavesNothing() {
    space.change(c -> c.add(0, ones));
    FlatView before = space.view();
    assertThatThrownBy(
            () ->
                space.change(
                    c -> {
                      c.remove(ones);
                      c.add(0, twos);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(space.view()).isSameAs(before);
    space.change(c -> c.add(0x2000, twos));
    assertThat(space.view().ranges()).hasSize(2);
  }

  @Test
  void editsOutsideAndInsideOfOtherChangesAreRefused() {
    List<TopologyChange> kept = new ArrayList<>();
    space.change(kept::add);
    assertThatThrownBy(() -> kept.getFirst().add(0, ones)).isInstanceOf(TopologyException.class);
    assertThatThrownBy(() -> space.change(_ -> space.change(c -> c.add(0, ones))))
        .isInstanceOf(TopologyException.class)
        .hasMessageContaining("within a change");
  }

  private static final class Recorder implements TopologyListener {
    private final List<String> told = new ArrayList<>();
    private boolean veto;

    @Override
    public void prepare(TopologyDelta delta) {
      told.add("prepare " + text(delta));
      if (veto) {
        throw new TopologyException("no");
      }
    }

    @Override
    public void commit(TopologyDelta delta) {
      told.add("commit " + text(delta));
    }

    @Override
    public void rollback(TopologyDelta delta) {
      told.add("rollback " + text(delta));
    }

    private static String text(TopologyDelta delta) {
      return "-%s +%s".formatted(text(delta.removed()), text(delta.added()));
    }

    private static String text(List<FlatRange> ranges) {
      return ranges.stream().map(r -> r.region().name() + "@" + r.range()).toList().toString();
    }
  }

  @Test
  void listenersGetExactlyTheDifferences() {
    Recorder recorder = new Recorder();
    space.change(c -> c.add(0, ones));
    space.addListener(recorder);
    assertThat(recorder.told)
        .containsExactly("prepare -[] +[ones@0x0-0x1fff]", "commit -[] +[ones@0x0-0x1fff]");
    recorder.told.clear();
    space.change(c -> c.add(0x1000, twos, 1));
    String delta = "-[ones@0x0-0x1fff] +[ones@0x0-0xfff, twos@0x1000-0x2fff]";
    assertThat(recorder.told).containsExactly("prepare " + delta, "commit " + delta);
    recorder.told.clear();
    space.change(c -> c.setEnabled(twos, false));
    assertThat(recorder.told.getLast())
        .isEqualTo("commit -[ones@0x0-0xfff, twos@0x1000-0x2fff] +[ones@0x0-0x1fff]");
    recorder.told.clear();
    space.change(c -> c.setEnabled(twos, false));
    assertThat(recorder.told).as("nothing changed").isEmpty();
    space.removeListener(recorder);
    space.change(c -> c.remove(ones));
    assertThat(recorder.told).isEmpty();
  }

  @Test
  void aVetoRollsTheWholeChangeBack() {
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    space.addListener(first);
    space.addListener(second);
    first.told.clear();
    second.told.clear();
    second.veto = true;
    RamRegion ram = RamRegion.create("ram", 0x1000);
    assertThatThrownBy(() -> space.change(c -> c.add(0, ram))).hasMessage("no");
    String delta = "-[] +[ram@0x0-0xfff]";
    assertThat(first.told).containsExactly("prepare " + delta, "rollback " + delta);
    assertThat(second.told).containsExactly("prepare " + delta);
    assertThat(space.view().ranges()).isEmpty();
    ram.close();
  }

  @Test
  void aListenerThatFailsAfterThePublicationUndoesNothing() {
    space.addListener(
        new TopologyListener() {
          @Override
          public void prepare(TopologyDelta delta) {}

          @Override
          public void commit(TopologyDelta delta) {
            throw new LinkageError("too late");
          }
        });
    Recorder other = new Recorder();
    space.addListener(other);
    space.change(c -> c.add(0, ones));
    assertThat(other.told.getLast()).isEqualTo("commit -[] +[ones@0x0-0x1fff]");
    space.change(c -> c.remove(ones));
    assertThat(space.view().ranges()).isEmpty();
  }

  @Test
  void aListenerThatFailsToRollBackDoesNotKeepTheOthersFromIt() {
    Recorder first = new Recorder();
    TopologyListener broken =
        new TopologyListener() {
          @Override
          public void prepare(TopologyDelta delta) {}

          @Override
          public void rollback(TopologyDelta delta) {
            throw new IllegalStateException("cannot");
          }
        };
    Recorder vetoes = new Recorder();
    List.of(first, broken, vetoes).forEach(space::addListener);
    vetoes.veto = true;
    assertThatThrownBy(() -> space.change(c -> c.add(0, ones)))
        .hasMessage("no")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(first.told.getLast()).isEqualTo("rollback -[] +[ones@0x0-0x1fff]");
    assertThat(space.view().ranges()).isEmpty();
  }

  @Test
  void listenersComeAndGoBetweenChangesOnly() {
    Recorder late = new Recorder();
    TopologyListener meddler =
        new TopologyListener() {
          @Override
          public void prepare(TopologyDelta delta) {
            if (!delta.added().isEmpty()) {
              space.addListener(late);
            }
          }
        };
    space.addListener(meddler);
    assertThatThrownBy(() -> space.change(c -> c.add(0, ones)))
        .isInstanceOf(TopologyException.class)
        .hasMessageContaining("a listener added within a change of memory");
    assertThatThrownBy(() -> space.change(_ -> space.removeListener(meddler)))
        .isInstanceOf(TopologyException.class);
    space.removeListener(meddler);
    late.veto = true;
    assertThatThrownBy(() -> space.addListener(late)).hasMessage("no");
    late.told.clear();
    space.change(c -> c.add(0, ones));
    assertThat(late.told).as("one that refused is not added").isEmpty();
  }

  /** The difference is computed by then: an edit more would be neither seen nor undone. */
  @Test
  void aListenerCannotEditTheChangeThatItIsAskedOf() {
    AddressSpace own = AddressSpace.memory("own");
    List<TopologyChange> leaked = new ArrayList<>();
    List<Throwable> refused = new ArrayList<>();
    RamRegion late = RamRegion.create("late", 0x1000);
    own.addListener(
        new TopologyListener() {
          @Override
          public void prepare(TopologyDelta delta) {
            for (TopologyChange change : leaked) {
              try {
                change.add(0x8000, late);
              } catch (TopologyException e) {
                refused.add(e);
              }
            }
          }

          @Override
          public void commit(TopologyDelta delta) {}
        });
    own.change(
        c -> {
          leaked.add(c);
          c.add(0, RamRegion.create("ram", 0x1000));
        });
    assertThat(refused).hasSize(1);
    own.change(c -> c.add(0x8000, late));
    assertThat(own.view().ranges()).hasSize(2);
  }
}
