package org.memslot.cli.monitor.command;

import java.util.Optional;
import java.util.function.Predicate;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/** {@code system_reset}: the reset button. */
record SystemResetCommand() implements MonitorCommand, MonitorAction {
  @Override
  public String usage() {
    return "system_reset";
  }

  @Override
  public String explanation() {
    return "Resets the machine as its reset button does. Populated slots stay or go as --reboot says.";
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    arguments.exactly(0);
    return this;
  }

  @Override
  public Answer execute(PcBoard board) {
    board.requestReset();
    return Answer.of("resetting");
  }

  @Override
  public Optional<Predicate<BoardEvent>> end() {
    return Optional.of(
        event ->
            event instanceof BoardEvent.OfSlots(SlotEvent.GuestReset _)
                || event instanceof BoardEvent.ResetFailed);
  }
}
