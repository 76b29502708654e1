package org.memslot.cli.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.memslot.cli.monitor.MonitorConsole.ExecResult;
import org.memslot.cli.monitor.command.Answer;
import org.memslot.cli.monitor.command.MonitorLine;
import org.memslot.hypervisor.BoardEvent;

/**
 * Carries out the commands of {@code --exec} one after the other. Each waits for {@linkplain
 * org.memslot.cli.monitor.command.MonitorAction#end the event that ends what it started} and then
 * until the guest has nothing left to do, so that the next command sees what came of it. Neither
 * wait is longer than a limit. That a guest refuses is an outcome like others; a command that could
 * not be carried out, or whose outcome did not come in time, is a failure. The commands after it
 * are carried out all the same.
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
      Optional<Predicate<BoardEvent>> end = line.action().end();
      end.ifPresent(watch::expect);
      Answer answer = monitor.execute(line.action());
      output.answer(answer.text());
      if (line.action().isQuit()) {
        return new ExecResult(true, failed);
      }
      if (answer.refused()) {
        failed = true;
      } else {
        await(line, end.isPresent());
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
}
