package org.memslot.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.memslot.cli.monitor.ExecScript;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.SlotPlan;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code memslot run}: builds a machine, starts a guest on it, and lets the user give it memory and
 * take it back.
 */
@Command(
    name = "run",
    description = "Start a guest on a machine and command it at the monitor.",
    sortOptions = false,
    customSynopsis = "memslot run MACHINE OPTION...",
    usageHelpWidth = 100,
    footer = {
      "",
      "Each command of --exec waits until what it started has ended, at most 120 seconds: memslot ID"
          + " add",
      "until the memory is online or refused, memslot ID delete until it is deleted or refused,",
      "system_reset until the guest is up again, system_powerdown until it is off. That the guest",
      "refuses is an outcome like others. The end of standard input is a quit. The monitor's own"
          + " help",
      "lists its commands.",
      "",
      "Exit status: 0 after quit or the guest's shutdown; 1 when the machine could not be built or"
          + " a",
      "command of --exec could not be carried out; 2 when the words are wrong and nothing was"
          + " started."
    })
final class RunCommand implements Callable<Integer> {
  private final Streams streams;
  private final Host host;

  @Mixin private final MachineOptions machine = new MachineOptions();

  @Option(
      names = {"--guest", "-guest"},
      paramLabel = "ospm|kvm",
      description = "Who runs on the machine (default ospm: the embedded guest).")
  private String guest = "ospm";

  @Option(
      names = {"--firmware", "-firmware"},
      paramLabel = "builtin|FILE",
      description =
          "What sets the machine up (default builtin): the built-in firmware, or an image such as"
              + " SeaBIOS (--guest kvm).")
  private String firmware = "builtin";

  @Option(
      names = {"--kernel", "-kernel"},
      paramLabel = "FILE",
      description = "A kernel to start, directly or by the firmware FILE (--guest kvm).")
  private Optional<String> kernel = Optional.empty();

  @Option(
      names = {"--initrd", "-initrd"},
      paramLabel = "FILE",
      description = "Its initial RAM disk (--guest kvm).")
  private Optional<String> initrd = Optional.empty();

  @Option(
      names = {"--append", "-append"},
      paramLabel = "TEXT",
      description = "Its command line (--guest kvm).")
  private Optional<String> append = Optional.empty();

  @Option(
      names = {"--monitor", "-monitor"},
      paramLabel = "stdio|unix:PATH|none",
      description = "Where the monitor is (default stdio).")
  private String monitor = "stdio";

  @Option(
      names = {"--serial", "-serial"},
      paramLabel = "stdio|file:PATH|none",
      description =
          "Where the guest's serial port goes (default none). On stdio what is typed goes to the"
              + " guest; Ctrl-A c begins a line for the monitor, Ctrl-A x ends the machine.")
  private String serial = "none";

  @Option(
      names = {"--reboot", "-reboot"},
      paramLabel = "keep|forget",
      description =
          "What a reset does to slots (default keep: those with memory keep it; forget: they are as"
              + " the options have them).")
  private String reboot = "keep";

  @Option(
      names = {"--loadvm", "-loadvm"},
      paramLabel = "FILE",
      description =
          "Start with the slots that savevm wrote; the guest boots. MACHINE must be that of the"
              + " saved one.")
  private Optional<String> saved = Optional.empty();

  @Option(
      names = {"--exec", "-exec"},
      paramLabel = "\"CMD; CMD\"",
      description = "Monitor commands to carry out first.")
  private String exec = "";

  RunCommand(Streams streams, Host host) {
    this.streams = streams;
    this.host = host;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    GuestChoice choice = guestChoice();
    MonitorTarget target = MonitorTarget.parse(monitor);
    MachineConfig config = machine.machine(resetMode());
    Set<String> slots =
        config.slotPlans().stream().map(SlotPlan::id).collect(Collectors.toUnmodifiableSet());
    ExecScript script = ExecScript.parse(exec, slots);
    return new Run(
            streams,
            host,
            config,
            choice,
            saved.map(name -> file("--loadvm", name)),
            target,
            script)
        .call();
  }

  private GuestChoice guestChoice() {
    List<String> problems = new ArrayList<>();
    GuestChoice choice = GuestChoice.OSPM;
    switch (guest) {
      case "ospm" -> onlyOnKvm(problems);
      case "kvm" -> choice = kvmChoice(problems);
      default -> problems.add("--guest %s: no such guest; there are ospm and kvm".formatted(guest));
    }
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    return choice;
  }

  private void onlyOnKvm(List<String> problems) {
    firmwareImage().ifPresent(file -> problems.add(needsKvm("--firmware " + file)));
    kernel.ifPresent(file -> problems.add(needsKvm("--kernel " + file)));
    initrd.ifPresent(file -> problems.add(needsKvm("--initrd " + file)));
    append.ifPresent(text -> problems.add(needsKvm("--append " + text)));
    if (!serial.equals("none")) {
      problems.add(needsKvm("--serial " + serial));
    }
  }

  private static String needsKvm(String option) {
    return option + ": the embedded guest has no use for it; it goes with --guest kvm";
  }

  private Optional<String> firmwareImage() {
    return Optional.of(firmware).filter(word -> !word.equals("builtin"));
  }

  private GuestChoice kvmChoice(List<String> problems) {
    if (kernel.isEmpty()) {
      if (firmwareImage().isEmpty()) {
        problems.add("--guest kvm: say what is to run: --kernel FILE or --firmware FILE");
      }
      initrd.ifPresent(file -> problems.add(needsKernel("--initrd " + file)));
      append.ifPresent(text -> problems.add(needsKernel("--append " + text)));
    }
    append.ifPresent(text -> checkCommandLine(text, problems));
    SerialTarget target = SerialTarget.NONE;
    try {
      target = SerialTarget.parse(serial);
    } catch (WrongWordsException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return new GuestChoice.OnKvm(
        firmwareImage().map(name -> file("--firmware", name)),
        kernel.map(name -> file("--kernel", name)),
        initrd.map(name -> file("--initrd", name)),
        append.orElse(""),
        target);
  }

  private static String needsKernel(String option) {
    return option + ": there is no kernel that it belongs to; write --kernel FILE";
  }

  private static void checkCommandLine(String text, List<String> problems) {
    text.chars()
        .filter(c -> c < ' ' || c > '~')
        .findFirst()
        .ifPresent(
            c ->
                problems.add(
                    "--append: the character U+%04X: a command line is printable ASCII"
                        .formatted(c)));
  }

  private static Path file(String option, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new WrongWordsException("%s %s: not a file's name: %s".formatted(option, name, e));
    }
  }

  private ResetMode resetMode() {
    return switch (reboot) {
      case "keep" -> ResetMode.KEEP;
      case "forget" -> ResetMode.FORGET;
      default ->
          throw new WrongWordsException(
              "--reboot %s: no such policy; write keep or forget".formatted(reboot));
    };
  }
}
