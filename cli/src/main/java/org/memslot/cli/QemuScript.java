package org.memslot.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memslot.bios.firmware.FirmwareFiles;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.linker.LinkerScript;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.device.PmBlock;

/**
 * A shell script beside the files of {@code memslot tables}, which starts QEMU's PC so that SeaBIOS
 * installs them. QEMU makes no tables of its own then, and has no memory devices: slots are
 * described, and stay empty.
 *
 * @param text of the script
 */
record QemuScript(String text) {
  /** Its name in the folder. */
  static final String NAME = "qemu.sh";

  private static final List<String> FILES =
      Stream.concat(FirmwareFiles.FILES.stream(), Stream.of(LinkerScript.FILE)).toList();

  /** The registers of general purpose events, a byte each. */
  private static final List<Integer> GPE0 =
      IntStream.range(GpeBlock.PORT, GpeBlock.PORT + GpeBlock.SIZE).boxed().toList();

  private static final String HEAD =
      """
      #!/bin/sh
      # Starts QEMU's PC with SeaBIOS, which places and links the tables of this folder. Words are
      # passed on to QEMU: sh qemu.sh -kernel vmlinuz -initrd initrd -append console=ttyS0 -nographic
      """;

  /** The script for a machine whose firmware has run. */
  static QemuScript of(MachineConfig machine, FirmwareResult firmware) {
    return new QemuScript(
        HEAD + (firmware.enabledSlots().isEmpty() ? command(machine) : refusal(firmware)));
  }

  private static String command(MachineConfig machine) {
    // QEMU reads a comma in a file's name doubled.
    return """
    here=$(cd "$(dirname "$0")" && pwd | sed 's/,/,,/g') || exit 1
    # Without ACPI tables of its own QEMU has no power management, and ports without a device read as
    # ones: every event at once. Others stand in, so that a system finds registers at rest: an ISA
    # disk controller, whose task file keeps what is written as PM1 enable and control registers do,
    # and ports of debug consoles, which read as zeros, for the general purpose events.
    power="-device isa-ide,id=pm1,iobase=0x%1$x,iobase2=0x60e,irq=15 -blockdev null-co,node-name=pm1 -device ide-hd,bus=pm1.0,drive=pm1"
    for port in %2$s; do
      power="$power -chardev null,id=gpe$port -device isa-debugcon,iobase=$port,readback=0,chardev=gpe$port"
    done
    exec qemu-system-x86_64 -machine pc,acpi=off,max-ram-below-4g=3G -m %3$dM -smp %4$d,sockets=%4$d $power \\
    %5$s
      "$@"
    """
        .formatted(
            PmBlock.PORT,
            GPE0.stream().map("0x%x"::formatted).collect(Collectors.joining(" ")),
            machine.memory().bytes() >>> 20,
            machine.cpus(),
            FILES.stream()
                .map("  -fw_cfg name=%1$s,file=\"$here/fw_cfg/%1$s\" \\"::formatted)
                .collect(Collectors.joining("\n")));
  }

  private static String refusal(FirmwareResult firmware) {
    return """
    echo "qemu.sh: QEMU has no memory for slots that it does not describe itself: %s" >&2
    exit 1
    """
        .formatted(
            firmware.enabledSlots().stream()
                .sorted()
                .map(slot -> "slot " + slot + " has memory at the start")
                .collect(Collectors.joining(", ")));
  }
}
