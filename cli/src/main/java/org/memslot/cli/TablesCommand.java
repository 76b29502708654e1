package org.memslot.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.memslot.aml.ByteList;
import org.memslot.bios.FwCfgClient;
import org.memslot.bios.FwCfgFile;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.firmware.FirmwareFiles;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.InstalledTable;
import org.memslot.bios.firmware.TableUpgrade;
import org.memslot.cli.console.Streams;
import org.memslot.cli.inspect.AmlText;
import org.memslot.cli.words.MachineWords;
import org.memslot.cli.words.SlotWords;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code memslot tables}: writes what the machine's firmware would install. */
final class TablesCommand implements Callable<Integer> {
  private static final String UPGRADE = "qemu-upgrade.cpio";

  private final Streams streams;
  private final Host host;

  private final MachineOptions machine = new MachineOptions();

  private final OptionSpec folder =
      Options.value("-o", "DIR")
          .type(Path.class)
          .required(true)
          .description("The output directory; created if missing.")
          .build();

  TablesCommand(Streams streams, Host host) {
    this.streams = streams;
    this.host = host;
  }

  CommandSpec spec() {
    CommandSpec command = Options.command("tables", this);
    command
        .usageMessage()
        .customSynopsis("memslot tables MACHINE -o DIR")
        .description("Write the ACPI tables that a machine's firmware installs.")
        .footer(
            "",
            "DIR receives NAME.aml for each table, NAME.dsl for each definition block, RSDP.bin, e820.txt,",
            "and fw_cfg/ with the files for firmware, among them etc/table-loader, the table loader script",
            "for SeaBIOS and other QEMU firmware. warnings.txt lists slots that a guest may be unable to use. sh DIR/qemu.sh",
            "starts QEMU with SeaBIOS and these tables. With --hotplug qemu there is also qemu-upgrade.cpio:",
            "placed before an initrd, it makes Linux use this DSDT instead of QEMU's.",
            "",
            "The output depends on the options alone. iasl -oa compiles each NAME.dsl to NAME.aml, except for",
            "the compiler's name and version in the header, and therefore the checksum. Other files in DIR are",
            "left alone.");
    machine.addTo(command);
    return command.addOption(folder);
  }

  @Override
  public Integer call() {
    MachineConfig config = machine.machine(ResetMode.KEEP);
    Path target = folder.getValue();
    OutputFiles.checkFolder("-o", target);
    try (PcBoard board = new PcBoard(config, host)) {
      board.powerOn();
      Map<String, byte[]> files = files(board);
      OutputFiles.writeFolder(target, files);
      streams.out().println("%d files in %s".formatted(files.size(), target));
      return Memslot.DONE;
    } catch (BoardException e) {
      throw new RunFailedException(MachineWords.line(e), e);
    }
  }

  private static Map<String, byte[]> files(PcBoard board) {
    Map<String, byte[]> files = new TreeMap<>();
    FirmwareResult firmware = board.firmware().orElseThrow();
    List<byte[]> blocks =
        firmware.tables().stream()
            .map(table -> table.content().toArray())
            .filter(AmlText::isAml)
            .toList();
    for (InstalledTable table : firmware.tables()) {
      byte[] content = table.content().toArray();
      files.put(fileName(table), content);
      AmlText.of(content, blocks).ifPresent(text -> files.put(table.name() + ".dsl", utf8(text)));
    }
    files.put("e820.txt", utf8(firmware.guestMemory() + "\n"));
    List<HotplugAdvice> advice = board.advice();
    if (!advice.isEmpty()) {
      files.put(
          "warnings.txt",
          utf8(
              advice.stream()
                  .map(said -> SlotWords.line(said) + "\n")
                  .collect(Collectors.joining())));
    }
    FirmwareFiles linkable =
        FirmwareFiles.of(MachineInformation.read(new FwCfgClient(board.ports())), board.platform());
    linkable.publish(board.fwCfg());
    for (FwCfgFile file : board.fwCfg().directory()) {
      files.put("fw_cfg/" + file.name(), board.fwCfg().file(file.name()).orElseThrow().toArray());
    }
    if (board.config().hotplug().equals(HotplugInterfaces.QEMU)) {
      files.put(UPGRADE, upgrade(firmware).toArray());
    }
    files.put(QemuScript.NAME, utf8(QemuScript.of(board.config(), firmware).text()));
    return files;
  }

  /** The definition blocks, to be put over those of QEMU's own firmware tables. */
  private static ByteList upgrade(FirmwareResult firmware) {
    List<DefinitionBlock> blocks =
        firmware.tables().stream()
            .map(InstalledTable::content)
            .filter(content -> AmlText.isAml(content.toArray()))
            .map(DefinitionBlock::decode)
            .toList();
    return new TableUpgrade(blocks).as(TableUpgrade.QEMU).archive();
  }

  /** The RSDP points to tables and is none: no compiler takes it for one by its bytes. */
  private static String fileName(InstalledTable table) {
    return table.name() + (table.name().equals("RSDP") ? ".bin" : ".aml");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
