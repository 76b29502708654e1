package org.memslot.cli.monitor.command;

import org.memslot.hypervisor.PcBoard;

/** {@code quit}: ends the machine and the process, whatever the guest does. */
record QuitCommand() implements MonitorCommand, MonitorAction {
  @Override
  public String usage() {
    return "quit";
  }

  @Override
  public String explanation() {
    return "Ends the machine and the command at once, whatever the guest is doing.";
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    arguments.exactly(0);
    return this;
  }

  @Override
  public Answer execute(PcBoard board) {
    return Answer.of("");
  }

  @Override
  public boolean isQuit() {
    return true;
  }
}
