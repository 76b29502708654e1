package org.memslot.cli.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.memslot.cli.monitor.MonitorConsole.ExecResult;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hypervisor.BoardEvent;

/**
 * Carries out the commands of {@code --exec} one after the other. Each waits for the event that
 * ends what it started:
 *
 * <ul>
 *   <li>{@code memslot ID add}, {@code memslot add size=SIZE}: online, or the guest's refusal;
 *   <li>{@code memslot ID delete}: deleted, or the guest's refusal;
 *   <li>{@code system_reset}: guest reset;
 *   <li>{@code system_powerdown}: guest shutdown;
 * </ul>
 *
 * and then until the guest has nothing left to do, so that the next command sees what came of it.
 * Neither wait is longer than a limit. That a guest refuses is an outcome like others; a command
 * that could not be carried out, or whose outcome did not come in time, is a failure. The commands
 * after it are carried out all the same.
 */
final class ExecRunner {
  private final Monitor monitor;
  private final MonitorOutput output;
  private final OutcomeWatch watch;
  private final EventFeed feed;
  private final Duration limit;
  private boolean failed;

  ExecRunner(
      Monitor monitor, MonitorOutput output, OutcomeWatch watch, EventFeed feed, Duration limit) {
    this.monitor = monitor;
    this.output = output;
    this.watch = watch;
    this.feed = feed;
    this.limit = limit;
  }

  /** Carries out all commands, up to and with the first quit. */
  ExecResult run(ExecScript script) throws InterruptedException {
    if (!script.commands().isEmpty() && !monitor.awaitIdle(limit)) {
      fail("the guest is still booting after %d s".formatted(limit.toSeconds()));
    }
    for (MonitorLine.Command line : script.commands()) {
      if (monitor.isOff()) {
        break;
      }
      output.command(line.text());
      Optional<Predicate<BoardEvent>> end = end(line.command());
      end.ifPresent(watch::expect);
      Answer answer = monitor.execute(line.command());
      output.answer(answer.text());
      switch (answer.kind()) {
        case QUIT -> {
          return new ExecResult(true, failed);
        }
        case REFUSED -> failed = true;
        case DONE -> await(line, end.isPresent());
      }
    }
    return new ExecResult(false, failed);
  }

  private void await(MonitorLine.Command line, boolean hasEnd) throws InterruptedException {
    if (hasEnd && !watch.await(limit)) {
      fail("%s: no outcome within %d s".formatted(line.text(), limit.toSeconds()));
    } else if (!monitor.awaitIdle(limit)) {
      fail("%s: the guest is still busy after %d s".formatted(line.text(), limit.toSeconds()));
    }
    feed.flush();
  }

  private void fail(String reason) {
    failed = true;
    output.answer(reason);
  }

  /**
   * What ends the work that a command starts; nothing for a command that is done with its answer.
   */
  private static Optional<Predicate<BoardEvent>> end(MonitorCommand command) {
    return switch (command) {
      case MonitorCommand.AddSlot(String id) -> Optional.of(event -> endsAddition(event, id));
      // Commands are carried out one at a time, so the slot that it chooses is the one that moves.
      case MonitorCommand.AddMemory _ -> Optional.of(ExecRunner::endsAddition);
      case MonitorCommand.DeleteSlot(String id) -> Optional.of(event -> endsDeletion(event, id));
      case MonitorCommand.SystemReset() ->
          Optional.of(
              event ->
                  event instanceof BoardEvent.OfSlots(SlotEvent.GuestReset _)
                      || event instanceof BoardEvent.ResetFailed);
      case MonitorCommand.SystemPowerdown() ->
          Optional.of(
              event ->
                  event instanceof BoardEvent.GuestShutdown
                      || event instanceof BoardEvent.GuestExit);
      case MonitorCommand.ShowInfo _,
          MonitorCommand.CancelSlot _,
          MonitorCommand.SaveSlots _,
          MonitorCommand.Quit _,
          MonitorCommand.Help _,
          MonitorCommand.UseMemory _,
          MonitorCommand.ReleaseMemory _ ->
          Optional.empty();
    };
  }

  private static boolean endsAddition(BoardEvent event, String id) {
    return endsAddition(event)
        && event instanceof BoardEvent.OfSlots(SlotEvent.OfSlot slot)
        && slot.id().equals(id);
  }

  private static boolean endsAddition(BoardEvent event) {
    return event instanceof BoardEvent.OfSlots(SlotEvent.OfSlot slot)
        && (slot instanceof SlotEvent.Online || slot instanceof SlotEvent.AddRefused);
  }

  private static boolean endsDeletion(BoardEvent event, String id) {
    return event instanceof BoardEvent.OfSlots(SlotEvent.OfSlot slot)
        && slot.id().equals(id)
        && (slot instanceof SlotEvent.Deleted
            || slot instanceof SlotEvent.EjectRefused
            || slot instanceof SlotEvent.EjectFailed);
  }
}
