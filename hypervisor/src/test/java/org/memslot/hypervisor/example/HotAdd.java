package org.memslot.hypervisor.example;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.OspmGuest;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** A machine whose guest is given memory while it runs. */
final class HotAdd {
  private HotAdd() {}

  /** Gives a guest 512M more than it booted with; answers the events that tell of it. */
  static List<String> run() throws InterruptedException {
    // snippet
    List<String> events = new CopyOnWriteArrayList<>();
    MachineConfig config =
        MachineConfig.of(ByteSize.parse("512M"), SlotOptions.parse("id=hot1,size=512M,start=auto"));
    try (PcBoard board = new PcBoard(config, Host.system())) {
      board.addEventListener(event -> events.add(event.line()));
      board.attach(new OspmGuest(board, new VirtualClock()));
      board.powerOn();
      board.slots().add("hot1");
      board.awaitIdle(Duration.ofMinutes(1));
      board.guest().ifPresent(guest -> guest.describe().forEach(System.out::println));
    }
    // end snippet
    return events;
  }
}
