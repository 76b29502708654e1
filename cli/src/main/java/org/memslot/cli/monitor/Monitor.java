package org.memslot.cli.monitor;

import java.time.Duration;
import org.memslot.cli.monitor.command.Answer;
import org.memslot.cli.monitor.command.MonitorAction;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/** Carries out the monitor's commands on a board. Any number of sessions may use it at once. */
public final class Monitor {
  private final PcBoard board;
  private final MonitorCommands commands;

  /**
   * A monitor of a board.
   *
   * @param board has power
   * @param commands those that users may give
   */
  public Monitor(PcBoard board, MonitorCommands commands) {
    this.board = board;
    this.commands = commands;
  }

  MonitorCommands commands() {
    return commands;
  }

  Answer execute(MonitorAction action) {
    return action.execute(board);
  }

  /** Shows every event from now on. */
  EventFeed feed(MonitorOutput output) {
    return new EventFeed(board, new Shown(output));
  }

  /** Shows every event from now on, and then to a watch. */
  EventFeed feed(MonitorOutput output, OutcomeWatch watch) {
    return new EventFeed(
        board,
        new Shown(output) {
          @Override
          public void show(BoardEvent event) {
            super.show(event);
            watch.show(event);
          }
        });
  }

  /** Events as lines of an output. */
  private static class Shown implements EventFeed.Listener {
    private final MonitorOutput output;

    Shown(MonitorOutput output) {
      this.output = output;
    }

    @Override
    public void show(BoardEvent event) {
      output.event(event.line());
    }

    @Override
    public void lost(long count) {
      output.event(
          "%d more events were not shown: this monitor was not read in time".formatted(count));
    }
  }

  /**
   * Waits until the guest has dealt with everything so far; false when it has not within the limit.
   */
  boolean awaitIdle(Duration limit) throws InterruptedException {
    return board.awaitIdle(limit);
  }

  /** True when the guest has turned the machine off. */
  boolean isOff() {
    return board.off().isDone();
  }
}
