package org.memslot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.memslot.cli.console.Streams;
import org.memslot.cli.monitor.ExecScript;
import org.memslot.cli.monitor.Monitor;
import org.memslot.cli.monitor.MonitorConsole;
import org.memslot.cli.monitor.MonitorConsole.ExecResult;
import org.memslot.cli.monitor.MonitorServer;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.cli.words.MachineWords;
import org.memslot.cli.words.SlotWords;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.Guest;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.KvmGuest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.OspmGuest;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.device.SerialInput;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a machine, all words of which are right. */
final class Run implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final Streams streams;
  private final Host host;
  private final Plan plan;
  private final CompletableFuture<Integer> quit = new CompletableFuture<>();

  /**
   * What the user wants.
   *
   * @param saved the file whose state the machine has, instead of a fresh one
   */
  record Plan(
      MachineConfig config,
      GuestChoice choice,
      Optional<Path> saved,
      MonitorTarget target,
      ExecScript script) {}

  Run(Streams streams, Host host, Plan plan) {
    this.streams = streams;
    this.host = host;
    this.plan = plan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    switch (plan.target()) {
      case MonitorTarget.Stdio(), MonitorTarget.None() -> {
        return run(Optional.empty());
      }
      case MonitorTarget.Unix(var path) -> {
        try (MonitorServer server = new MonitorServer(path)) {
          return run(Optional.of(server));
        }
      }
    }
  }

  private int run(Optional<MonitorServer> server) throws IOException, InterruptedException {
    return switch (plan.choice()) {
      case GuestChoice.Ospm(var touch) ->
          run(server, board -> new OspmGuest(board, new VirtualClock(), touch));
      case GuestChoice.OnKvm onKvm -> {
        try (KvmSetup setup = new KvmSetup(onKvm, streams.out())) {
          yield run(server, setup::guest);
        }
      }
    };
  }

  private int run(Optional<MonitorServer> server, Function<PcBoard, Guest> guest)
      throws IOException, InterruptedException {
    try (PcBoard board = board()) {
      Guest attached = guest.apply(board);
      board.attach(attached);
      if (attached instanceof KvmGuest onKvm) {
        warn(onKvm);
      }
      board.powerOn();
      Monitor monitor = new Monitor(board, MonitorCommands.STANDARD);
      server.ifPresent(socket -> socket.serve(monitor, () -> quit.complete(Memslot.DONE)));
      Optional<SerialInput> typed = typedInput(attached);
      boolean interactive = plan.target() instanceof MonitorTarget.Stdio || typed.isPresent();
      if (!interactive && plan.script().commands().isEmpty()) {
        return await(board);
      }
      try (MonitorConsole console =
          new MonitorConsole(board, monitor, streams, interactive, typed)) {
        return run(board, console, interactive);
      }
    } catch (BoardException e) {
      throw new RunFailedException(MachineWords.line(e), e);
    }
  }

  /** What an operator should know of the machine and this host before a real system boots. */
  private void warn(KvmGuest guest) {
    Stream.concat(
            guest
                .addressWidth()
                .advice()
                .map(_ -> MachineWords.advice(guest.addressWidth()))
                .stream(),
            plan.config().advice().stream().map(SlotWords::line))
        .forEach(advice -> streams.err().println("memslot run: warning: " + advice));
  }

  /** The guest's serial port, where standard input is for it. */
  private Optional<SerialInput> typedInput(Guest guest) {
    return plan.choice() instanceof GuestChoice.OnKvm onKvm
            && onKvm.serial() instanceof SerialTarget.Stdio
            && guest instanceof KvmGuest onBoard
        ? Optional.of(onBoard.serialInput())
        : Optional.empty();
  }

  private PcBoard board() {
    return plan.saved()
        .map(file -> PcBoard.restore(plan.config(), host, file))
        .orElseGet(() -> new PcBoard(plan.config(), host));
  }

  private int run(PcBoard board, MonitorConsole console, boolean interactive)
      throws InterruptedException {
    ExecResult result = console.execute(plan.script());
    if (result.quit()) {
      return result.failed() ? Memslot.FAILED : Memslot.DONE;
    }
    if (interactive) {
      // A read of standard input cannot be interrupted: the thread ends with the process.
      Thread.ofPlatform().name("monitor-stdio").daemon().start(() -> converse(console));
    }
    int status = await(board);
    return result.failed() ? Memslot.FAILED : status;
  }

  private void converse(MonitorConsole console) {
    boolean wanted = plan.target() instanceof MonitorTarget.Stdio;
    try {
      wanted |= console.converse();
    } catch (IOException | RuntimeException | Error e) {
      LOG.warn("standard input failed", e);
    }
    if (wanted) {
      quit.complete(Memslot.DONE);
    }
  }

  /** Waits until the user quits or the guest turns the machine off, which may give a status. */
  private int await(PcBoard board) throws InterruptedException {
    try {
      return quit.applyToEither(board.off(), status -> status).get();
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      String way =
          switch (plan.choice()) {
            case GuestChoice.Ospm _ -> "";
            case GuestChoice.OnKvm _ -> "%n%s".formatted(KvmSetup.OTHER_GUEST);
          };
      String why =
          cause instanceof BoardException failure
              ? MachineWords.line(failure)
              : String.valueOf(cause.getMessage());
      throw new RunFailedException(why + way, e);
    }
  }
}
