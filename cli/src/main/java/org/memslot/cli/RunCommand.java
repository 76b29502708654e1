package org.memslot.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.monitor.ExecScript;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.ospm.MemoryTouch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code memslot run}: builds a machine, starts a guest on it, and lets the user give it memory and
 * take it back.
 */
final class RunCommand implements Callable<Integer> {
  private static final String BUILTIN = "builtin";

  private final Streams streams;
  private final Host host;

  private final MachineOptions machine = new MachineOptions();

  private final OptionSpec guest =
      Options.value("--guest", "ospm|kvm")
          .initialValue("ospm")
          .description("The guest: the embedded one (ospm, the default) or KVM.")
          .build();

  private final OptionSpec touch =
      Options.optional("--touch", "2M|4K", String.class)
          .description(
              "How densely the embedded guest touches added memory before using it: one word per 2M"
                  + " (default), or one per 4K page, which makes the host allocate all of it (--guest"
                  + " ospm).")
          .build();

  private final OptionSpec firmware =
      Options.value("--firmware", "builtin|FILE")
          .initialValue(BUILTIN)
          .description(
              "The firmware: the built-in one (default), or an image such as SeaBIOS (--guest kvm).")
          .build();

  private final OptionSpec kernel =
      Options.optional("--kernel", "FILE", String.class)
          .description("A kernel to boot, directly or through the firmware image (--guest kvm).")
          .build();

  private final OptionSpec initrd =
      Options.optional("--initrd", "FILE", String.class)
          .description("The kernel's initial RAM disk (--guest kvm).")
          .build();

  private final OptionSpec append =
      Options.optional("--append", "TEXT", String.class)
          .description("The kernel's command line (--guest kvm).")
          .build();

  private final OptionSpec monitor =
      Options.value("--monitor", "stdio|unix:PATH|none")
          .initialValue("stdio")
          .description("Where to offer the monitor (default stdio).")
          .build();

  private final OptionSpec serial =
      Options.value("--serial", "stdio|file:PATH|none")
          .initialValue("none")
          .description(
              "Where to connect the guest's serial port (default none). With stdio, input goes to"
                  + " the guest; Ctrl-A c starts a monitor command, Ctrl-A x quits.")
          .build();

  private final OptionSpec reboot =
      Options.value("--reboot", "keep|forget")
          .initialValue("keep")
          .description(
              "Slots after a reset: keep their memory (default), or return to what the options"
                  + " say.")
          .build();

  private final OptionSpec saved =
      Options.optional("--loadvm", "FILE", String.class)
          .description(
              "Start with the slots saved by savevm, on a machine with the same options. The guest"
                  + " boots anew.")
          .build();

  private final OptionSpec exec =
      Options.value("--exec", "\"CMD; CMD\"")
          .initialValue("")
          .description("Monitor commands to execute first.")
          .build();

  RunCommand(Streams streams, Host host) {
    this.streams = streams;
    this.host = host;
  }

  CommandSpec spec() {
    CommandSpec command = Options.command("run", this);
    command
        .usageMessage()
        .customSynopsis("memslot run MACHINE OPTION...")
        .description("Run a guest, with a monitor to control the machine.")
        .footer(
            "",
            "Each --exec command waits for its outcome, up to 120 seconds: memslot ID add until the guest",
            "has brought the memory online or declined it, memslot ID delete until it is deleted or refused,",
            "system_reset until the guest is up again, system_powerdown until it is off. A refusal by the",
            "guest is not a failure. End of input quits. The monitor command \"help\" lists all commands.",
            "",
            "Exit status: 0 after quit or a shutdown by the guest; 1 if the machine could not be built or an",
            "--exec command failed; 2 for invalid arguments, nothing was started.");
    machine.addTo(command);
    Stream.of(guest, touch, firmware, kernel, initrd, append, monitor, serial, reboot, saved, exec)
        .forEach(command::addOption);
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    GuestChoice choice = guestChoice();
    MonitorTarget target = MonitorTarget.parse(monitor.getValue());
    MachineConfig config =
        machine.machine(
            resetMode(),
            choice instanceof GuestChoice.OnKvm ? KvmSetup::addressBits : OptionalInt::empty);
    Set<String> slots =
        config.slotPlans().stream().map(SlotPlan::id).collect(Collectors.toUnmodifiableSet());
    ExecScript script = ExecScript.parse(exec.getValue(), MonitorCommands.STANDARD, slots);
    return new Run(
            streams,
            host,
            new Run.Plan(
                config, choice, given(saved).map(name -> file("--loadvm", name)), target, script))
        .call();
  }

  private GuestChoice guestChoice() {
    List<String> problems = new ArrayList<>();
    GuestChoice choice = new GuestChoice.Ospm(MemoryTouch.LARGE_PAGE);
    String who = guest.getValue();
    switch (who) {
      case "ospm" -> {
        onlyOnKvm(problems);
        choice = new GuestChoice.Ospm(touch(problems));
      }
      case "kvm" -> choice = kvmChoice(problems);
      default -> problems.add("--guest %s: no such guest; there are ospm and kvm".formatted(who));
    }
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    return choice;
  }

  private MemoryTouch touch(List<String> problems) {
    String step = given(touch).orElse("2M");
    return switch (step) {
      case "2M" -> MemoryTouch.LARGE_PAGE;
      case "4K" -> MemoryTouch.PAGE;
      default -> {
        problems.add("--touch %s: no such step; write 2M or 4K".formatted(step));
        yield MemoryTouch.LARGE_PAGE;
      }
    };
  }

  private void onlyOnKvm(List<String> problems) {
    firmwareImage().ifPresent(file -> problems.add(needsKvm("--firmware " + file)));
    given(kernel).ifPresent(file -> problems.add(needsKvm("--kernel " + file)));
    given(initrd).ifPresent(file -> problems.add(needsKvm("--initrd " + file)));
    given(append).ifPresent(text -> problems.add(needsKvm("--append " + text)));
    String target = serial.getValue();
    if (!target.equals("none")) {
      problems.add(needsKvm("--serial " + target));
    }
  }

  private static String needsKvm(String option) {
    return option + ": the embedded guest has no use for it; it goes with --guest kvm";
  }

  private static Optional<String> given(OptionSpec option) {
    return option.getValue();
  }

  private Optional<String> firmwareImage() {
    return Optional.of(firmware.<String>getValue()).filter(word -> !word.equals(BUILTIN));
  }

  private GuestChoice kvmChoice(List<String> problems) {
    given(touch)
        .ifPresent(
            step ->
                problems.add(
                    "--touch %s: only the embedded guest has a use for it; it goes with --guest ospm"
                        .formatted(step)));
    if (given(kernel).isEmpty()) {
      if (firmwareImage().isEmpty()) {
        problems.add("--guest kvm: say what is to run: --kernel FILE or --firmware FILE");
      }
      given(initrd).ifPresent(file -> problems.add(needsKernel("--initrd " + file)));
      given(append).ifPresent(text -> problems.add(needsKernel("--append " + text)));
    }
    given(append).ifPresent(text -> checkCommandLine(text, problems));
    SerialTarget target = SerialTarget.NONE;
    try {
      target = SerialTarget.parse(serial.getValue());
    } catch (WrongWordsException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return new GuestChoice.OnKvm(
        firmwareImage().map(name -> file("--firmware", name)),
        given(kernel).map(name -> file("--kernel", name)),
        given(initrd).map(name -> file("--initrd", name)),
        given(append).orElse(""),
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
    String policy = reboot.getValue();
    return switch (policy) {
      case "keep" -> ResetMode.KEEP;
      case "forget" -> ResetMode.FORGET;
      default ->
          throw new WrongWordsException(
              "--reboot %s: no such policy; write keep or forget".formatted(policy));
    };
  }
}
