package org.memslot.cli.monitor.command;

import java.util.Optional;
import java.util.function.Predicate;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/** {@code system_powerdown}: the power button. */
record SystemPowerdownCommand() implements MonitorCommand, MonitorAction {
  @Override
  public String usage() {
    return "system_powerdown";
  }

  @Override
  public String explanation() {
    return "Presses the power button; a guest that listens shuts down, and then the command ends.";
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    arguments.exactly(0);
    return this;
  }

  @Override
  public Answer execute(PcBoard board) {
    return board.pressPowerButton()
        ? Answer.of("power button pressed")
        : Answer.refused(
            "power button pressed, but the guest does not listen to it; quit ends the machine all"
                + " the same");
  }

  @Override
  public Optional<Predicate<BoardEvent>> end() {
    return Optional.of(
        event ->
            event instanceof BoardEvent.GuestShutdown || event instanceof BoardEvent.GuestExit);
  }
}
