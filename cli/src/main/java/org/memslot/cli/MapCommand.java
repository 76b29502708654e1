package org.memslot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.memslot.cli.console.Streams;
import org.memslot.cli.map.MapText;
import org.memslot.cli.map.MemoryMap;
import org.memslot.cli.map.SvgMap;
import org.memslot.cli.words.MachineWords;
import org.memslot.cli.words.SlotWords;
import org.memslot.hotplug.ResetMode;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code memslot map}: shows the physical address map of a machine as it is when its guest starts.
 */
final class MapCommand implements Callable<Integer> {
  private final Streams streams;
  private final Host host;

  private final MachineOptions machine = new MachineOptions();

  private final OptionSpec svg =
      Options.optional("--svg", "FILE", Path.class)
          .description("Draw it to this file, too.")
          .build();

  MapCommand(Streams streams, Host host) {
    this.streams = streams;
    this.host = host;
  }

  CommandSpec spec() {
    CommandSpec command = Options.command("map", this);
    command
        .usageMessage()
        .customSynopsis("memslot map MACHINE [--svg FILE]")
        .description(
            "Show a machine's physical address map: RAM, holes, PCI windows, devices and slots; warn of"
                + " slots that a guest may be unable to use.");
    machine.addTo(command);
    return command.addOption(svg);
  }

  @Override
  public Integer call() throws IOException {
    MachineConfig config = machine.machine(ResetMode.KEEP);
    Optional<Path> drawing = svg.getValue();
    drawing.ifPresent(file -> OutputFiles.checkFile("--svg", file));
    try (PcBoard board = new PcBoard(config, host)) {
      board.powerOn();
      MemoryMap map = MemoryMap.of(board);
      streams.out().println(MapText.of(map));
      board.advice().forEach(advice -> streams.out().println("warning: " + SlotWords.line(advice)));
      if (drawing.isPresent()) {
        OutputFiles.write(drawing.get(), SvgMap.draw(title(config), map));
      }
      return Memslot.DONE;
    } catch (BoardException e) {
      throw new RunFailedException(MachineWords.line(e), e);
    }
  }

  private static String title(MachineConfig config) {
    return "%s of boot memory, %d slots, --hotplug %s"
        .formatted(config.memory(), config.slotPlans().size(), config.hotplug().name());
  }
}
