package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.RegionSpace;
import org.memslot.bios.firmware.InstalledTable;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.ByteSize;
import org.memslot.machine.FlatRange;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * The 2012 interface from both sides at once, for 1 to 255 slots: the controller's states, and what
 * the methods that the firmware installed make of its registers.
 */
class MemslotMethodsTest {
  private static final int GPE = 0xafe0;

  static IntStream counts() {
    return IntStream.rangeClosed(1, 255);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void everyStateAndBothOutcomes(int slots) {
    SlotOptions[] options =
        IntStream.range(0, slots)
            .mapToObj(slot -> SlotOptions.of("s" + slot, 128 * ByteSize.MIB))
            .toArray(SlotOptions[]::new);
    try (PcBoard board =
        new PcBoard(MachineConfig.of(ByteSize.parse("64M"), options), Host.system())) {
      board.powerOn();
      Methods methods = new Methods(board);
      for (int slot : new TreeSet<>(List.of(0, slots / 2, slots - 1))) {
        new Life(board, methods, slot).run();
      }
    }
  }

  /** The namespace of the installed tables, and what was notified. */
  private static final class Methods {
    private final List<String> notifications = new ArrayList<>();
    private final PcBoard board;
    private final AmlInterpreter interpreter;

    Methods(PcBoard board) {
      this.board = board;
      AmlHost host =
          new AmlHost() {
            @Override
            public void onNotify(NamespaceNode node, long value) {
              notifications.add(node + " " + value);
            }
          };
      interpreter = new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT);
      interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(board.memory()));
      interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(board.ports()));
      board.ports().write16(GPE + 2, 8);
      for (String name : List.of("DSDT", "SSDT")) {
        InstalledTable table = board.firmware().orElseThrow().table(name).orElseThrow();
        interpreter.load(table.content().toArray());
      }
    }

    /** What an interrupt makes an operating system do; it may look without one, too. */
    List<String> interrupt() {
      board.ports().write8(GPE, 8);
      interpreter.evaluate("\\_GPE._E03");
      List<String> told = List.copyOf(notifications);
      notifications.clear();
      return told;
    }

    void call(String path, int... arguments) {
      AmlObject[] values = new AmlObject[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = new AmlInteger(arguments[i]);
      }
      interpreter.evaluate(path, values);
    }

    long integer(String path) {
      return interpreter.evaluate(path).orElseThrow() instanceof AmlInteger(long value)
          ? value
          : -1;
    }
  }

  /** One slot's life. */
  private static final class Life {
    private final PcBoard board;
    private final Methods methods;
    private final String id;
    private final String device;
    private final List<String> events = new ArrayList<>();

    Life(PcBoard board, Methods methods, int slot) {
      this.board = board;
      this.methods = methods;
      id = "s" + slot;
      device = "\\_SB_.MP%02X".formatted(slot);
    }

    void run() {
      board.slots().addListener(event -> events.add(event.line().replace("memslot " + id, "")));
      is(SlotState.EMPTY, 0);
      comesOnline();
      isRefused();
      isAskedForAgain();
      isCancelled();
      isEjectedWhenTheLastHolderLetsGo();
      isDeclinedAndOfferedAgain();
      isTakenBackUnseen();
      refusesWhatItHasGivenBack();
    }

    private void comesOnline() {
      board.slots().add(id);
      assertThat(methods.interrupt()).containsExactly(device + " 1");
      is(SlotState.POPULATED, 0xf);
      ost(1, 0);
      is(SlotState.ONLINE, 0xf);
      told(" populated", " online");
    }

    private void isRefused() {
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      is(SlotState.EJECT_REQUESTED, 0);
      ost(3, 0x84);
      is(SlotState.EJECT_REQUESTED, 0);
      ost(3, 0x82);
      is(SlotState.ONLINE, 0xf);
      told(" eject-requested", " eject-in-progress", " eject-refused: 0x82 device busy");
      assertThat(methods.interrupt()).isEmpty();
    }

    private void isAskedForAgain() {
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      assertThat(methods.interrupt()).isEmpty();
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      assertThat(methods.interrupt()).isEmpty();
      is(SlotState.EJECT_REQUESTED, 0);
      ost(3, 0x82);
      is(SlotState.ONLINE, 0xf);
      told(" eject-requested", " eject-refused: 0x82 device busy");
    }

    private void isCancelled() {
      board.slots().delete(id);
      board.slots().cancel(id);
      assertThat(methods.interrupt()).isEmpty();
      is(SlotState.ONLINE, 0xf);
      told(" eject-requested", " eject-cancelled");
    }

    private void isEjectedWhenTheLastHolderLetsGo() {
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      try (Pin pin = ram().pin("vhost")) {
        assertThat(pin.info().holder()).isEqualTo("vhost");
        methods.call(device + "._EJ0", 1);
        is(SlotState.EJECTING, 0);
        assertThat(methods.interrupt()).isEmpty();
      }
      is(SlotState.EMPTY, 0);
      ost(3, 0);
      told(" eject-requested", " ejecting: waits for vhost", " deleted");
    }

    private void isDeclinedAndOfferedAgain() {
      board.slots().add(id);
      assertThat(methods.interrupt()).containsExactly(device + " 1");
      ost(1, 2);
      is(SlotState.POPULATED, 0);
      board.slots().add(id);
      assertThat(methods.interrupt()).containsExactly(device + " 1");
      is(SlotState.POPULATED, 0xf);
      ost(1, 2);
      board.slots().delete(id);
      is(SlotState.EMPTY, 0);
      assertThat(methods.interrupt()).isEmpty();
      String declined = " add-refused: 0x2 unrecognized notify code";
      told(" populated", declined, declined, " deleted");
    }

    private void isTakenBackUnseen() {
      board.slots().add(id);
      board.slots().delete(id);
      is(SlotState.EMPTY, 0);
      assertThat(methods.interrupt()).isEmpty();
      told(" populated", " deleted");
    }

    private RamRegion ram() {
      for (FlatRange range : board.memory().view().ranges()) {
        if (range.region() instanceof RamRegion ram && ram.name().equals("memslot " + id)) {
          return ram;
        }
      }
      throw new AssertionError("no memory of " + id);
    }

    /**
     * A guest with a queue of its own may give the memory back, and then refuse the second asking.
     */
    private void refusesWhatItHasGivenBack() {
      comesOnline();
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      methods.call(device + "._EJ0", 1);
      is(SlotState.EMPTY, 0);
      ost(3, 0x82);
      is(SlotState.EMPTY, 0);
      told(" eject-requested", " deleted");
      comesOnline();
      board.slots().delete(id);
      assertThat(methods.interrupt()).containsExactly(device + " 3");
      ost(3, 0x82);
      is(SlotState.ONLINE, 0xf);
      told(" eject-requested", " eject-refused: 0x82 device busy");
    }

    private void ost(int source, int status) {
      methods.call(device + "._OST", source, status, 0);
    }

    private void is(SlotState state, int status) {
      assertThat(board.slots().slot(id).orElseThrow().state()).as(id).isEqualTo(state);
      assertThat(methods.integer(device + "._STA")).as(device).isEqualTo(status);
    }

    private void told(String... lines) {
      assertThat(events).as(id).containsExactly(lines);
      events.clear();
    }
  }
}
