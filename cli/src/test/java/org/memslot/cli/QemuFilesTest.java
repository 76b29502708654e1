package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.acpi.Hmat;
import org.memslot.bios.acpi.Rsdp;
import org.memslot.bios.acpi.Slit;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.Xsdt;
import org.memslot.bios.firmware.FirmwareFiles;
import org.memslot.bios.linker.LinkedFile;
import org.memslot.bios.linker.LinkerCommand;
import org.memslot.bios.linker.LinkerHost;
import org.memslot.bios.linker.LinkerInterpreter;
import org.memslot.bios.linker.LinkerScript;

/** What {@code memslot tables} writes for QEMU and real firmware. */
class QemuFilesTest {
  private static final long ANYWHERE = 0x40_0000;

  @TempDir private Path folder;

  private Path tables(String words) {
    Path target = folder.resolve("tables");
    List<String> all = new ArrayList<>(List.of("tables"));
    all.addAll(List.of(words.split(" ", -1)));
    all.addAll(List.of("-o", target.toString()));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return target;
  }

  /** Firmware that has the files, and memory without end. */
  private record Firmware(Path files) implements LinkerHost {
    @Override
    public Optional<ByteList> file(String name) {
      return Optional.of(read(files.resolve(name)));
    }

    @Override
    public Optional<Long> allocate(
        String file, int length, int alignment, LinkerCommand.Zone zone) {
      long place = (1 + FirmwareFiles.FILES.indexOf(file)) * ANYWHERE;
      return Optional.of(place - place % alignment);
    }

    @Override
    public boolean write(String file, long offset, ByteList content) {
      return false;
    }
  }

  private static ByteList read(Path file) {
    try {
      return ByteList.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void firmwareThatRunsTheScriptFindsEveryTableFromTheRootPointerOn() {
    Path files = tables("-m 256M -memslot id=a,size=128M").resolve("fw_cfg");

    List<LinkedFile> linked =
        LinkerInterpreter.run(
            LinkerScript.decode(read(files.resolve("etc/table-loader"))), new Firmware(files));

    Rsdp root = Rsdp.decode(at(linked, name(linked, "etc/acpi/rsdp").address()));
    ByteList list = table(linked, root.xsdtAddress());
    assertThat(TableLint.check("list", list)).isEmpty();
    assertThat(
            Xsdt.decode(list).tables().stream()
                .map(address -> AcpiTables.decode(table(linked, address))))
        .extracting(structure -> structure.signature())
        .containsExactly("FACP", "SSDT", "HPET", "APIC", "SRAT", "MSCT", "WAET");
  }

  private static LinkedFile name(List<LinkedFile> linked, String name) {
    return linked.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  /** All bytes of the file from that address on. */
  private static ByteList at(List<LinkedFile> linked, long address) {
    return linked.stream()
        .filter(file -> address >= file.address())
        .filter(file -> address < file.address() + file.content().length())
        .findFirst()
        .map(
            file -> {
              int offset = (int) (address - file.address());
              return file.content().slice(offset, file.content().length() - offset);
            })
        .orElseThrow();
  }

  private static ByteList table(List<LinkedFile> linked, long address) {
    ByteList rest = at(linked, address);
    int length = AcpiTables.decode(rest).encode().length();
    return rest.slice(0, length);
  }

  @Test
  void theScriptGivesQemuTheMachineAndTheFilesWhereverTheFolderIs() throws Exception {
    Path target = tables("-m 4G -smp 2 -memslot id=a,size=128M");
    Path moved = Files.move(target, folder.resolve("with spaces, and commas"));
    Path qemu =
        Files.writeString(
            folder.resolve("qemu-system-x86_64"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(qemu.toFile().setExecutable(true)).isTrue();

    Process script =
        new ProcessBuilder(
                "sh",
                "-c",
                "PATH=%s:$PATH sh '%s' -kernel 'vm linuz'"
                    .formatted(folder, moved.resolve("qemu.sh")))
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

    assertThat(said)
        .startsWith(
            "-machine", "pc,acpi=off,max-ram-below-4g=3G", "-m", "4096M", "-smp", "2,sockets=2")
        .endsWith("-kernel", "vm linuz");
    String files = moved.toString().replace(",", ",,") + "/fw_cfg/";
    for (String name :
        List.of("etc/acpi/facs", "etc/acpi/tables", "etc/acpi/rsdp", "etc/table-loader")) {
      assertThat(said).contains("name=%s,file=%s%1$s".formatted(name, files));
      assertThat(moved.resolve("fw_cfg").resolve(name)).isNotEmptyFile();
    }
  }

  @Test
  void slotsWithMemoryAtTheStartAreNotToBeHadInQemu() throws Exception {
    Path target = tables("-m 256M -memslot id=a,size=128M -memslot id=b,size=128M,populated=on");

    assertThat(target.resolve("qemu.sh"))
        .content()
        .contains("slot 1 has memory at the start")
        .contains("exit 1")
        .doesNotContain("exec");
  }

  @Test
  void theUpgradeOfQemuSTablesIsAnArchiveOfTheDefinitionBlocks() throws Exception {
    Path target = tables("--hotplug qemu -m 256M,slots=2,maxmem=1G");

    byte[] archive = Files.readAllBytes(target.resolve("qemu-upgrade.cpio"));
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    assertThat(archive.length % 4).isZero();
    assertThat(text).startsWith("070701").contains("kernel/firmware/acpi/DSDT0.aml\0");
    int at = text.indexOf("DSDT", text.indexOf(".aml"));
    DefinitionBlock block =
        DefinitionBlock.decode(ByteList.of(archive).slice(at, archive.length - at));
    assertThat(TableLint.check("block", block.encode())).isEmpty();
    assertThat(block.origin()).isEqualTo(new TableOrigin("BOCHS ", "BXPC    ", 2, "MSLT", 1));
    assertThat(block.aml())
        .isEqualTo(DefinitionBlock.decode(read(target.resolve("DSDT.aml"))).aml());
    assertThat(at % 4).isZero();
    assertThat(text.indexOf("TRAILER!!!")).isGreaterThan(at + block.encode().length());
  }

  @Test
  void distancesAndSpeedsOfNodesAreInSlitAndHmat() {
    Path target =
        tables(
            "-m 512M -numa node,nodeid=0,mem=256M,cpus=0 -numa node,nodeid=1,mem=256M -numa"
                + " dist,src=0,dst=1,val=21 -numa"
                + " hmat-lb,initiator=0,target=0,hierarchy=memory,data-type=access-latency,latency=10"
                + " -numa"
                + " hmat-lb,initiator=0,target=1,hierarchy=memory,data-type=access-latency,latency=20"
                + " -numa"
                + " hmat-lb,initiator=0,target=0,hierarchy=memory,data-type=access-bandwidth,bandwidth=10G"
                + " -numa"
                + " hmat-lb,initiator=0,target=1,hierarchy=memory,data-type=access-bandwidth,bandwidth=5G");

    assertThat(Slit.decode(read(target.resolve("SLIT.aml"))).rows())
        .containsExactly(List.of(10, 21), List.of(21, 10));
    Hmat hmat = Hmat.decode(read(target.resolve("HMAT.aml")));
    assertThat(hmat.view().fields())
        .filteredOn(field -> field.name().equals("Entry"))
        .extracting(field -> (int) field.number())
        .containsExactly(10, 20, 10240, 5120);
  }
}
