package org.memslot.hypervisor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.bios.FirmwareResult;
import org.memslot.bios.InstalledTable;
import org.memslot.hypervisor.boot.BootEntry;
import org.memslot.hypervisor.boot.LinuxBoot;
import org.memslot.hypervisor.boot.LinuxLoader;
import org.memslot.hypervisor.boot.PvhLoader;
import org.memslot.hypervisor.device.LegacyDevices;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.hypervisor.kvm.Kvm;
import org.memslot.hypervisor.kvm.KvmMachine;
import org.memslot.machine.LevelInterruptLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operating system on KVM. Each start loads the kernel anew and makes new CPUs; the board's RAM,
 * its devices and the SCI are theirs from then on.
 */
public final class KvmGuest implements Guest {
  private static final Logger LOG = LoggerFactory.getLogger(KvmGuest.class);
  private static final int COM1_LINE = 4;
  private static final int SCI_LINE = 9;

  private final PcBoard board;
  private final Kvm kvm;
  private final KvmImages images;
  private final LegacyDevices devices;
  private final Map<Integer, LevelInterruptLine> lines;
  private Optional<KvmMachine> machine = Optional.empty();

  /**
   * A guest that is off; its devices are on the board from now on.
   *
   * @param kvm stays open as long as the guest; closed by its owner
   * @param console where COM1 sends
   */
  public KvmGuest(PcBoard board, Kvm kvm, KvmImages images, SerialOutput console) {
    this.board = board;
    this.kvm = kvm;
    this.images = images;
    MachineConfig config = board.config();
    devices =
        new LegacyDevices(
            new LegacyDevices.MemorySizes(
                config.memoryBelow4G(), config.memoryAbove4G(), config.cpus()),
            board.host().clock(),
            console,
            character -> LOG.trace("debug port: {}", character),
            board::requestReset);
    console.onRoom(devices.serial()::sinkReady);
    board.ports().change(devices::plug);
    lines = Map.of(COM1_LINE, devices.serialInterrupt(), SCI_LINE, board.sci());
  }

  @Override
  public synchronized void start() {
    stop();
    devices.reset();
    machine =
        Optional.of(
            KvmMachine.start(
                kvm,
                board.memory(),
                board.ports(),
                lines,
                board.config().cpus(),
                load(),
                this::stopped));
  }

  private BootEntry load() {
    FirmwareResult firmware =
        board.firmware().orElseThrow(() -> new BoardException("the firmware has not run"));
    long rsdp = firmware.table("RSDP").map(InstalledTable::address).orElse(0L);
    LinuxBoot boot =
        new LinuxBoot(images.initrd(), images.commandLine(), firmware.guestMemory(), rsdp);
    return switch (images.kernel()) {
      case KvmImages.Kernel.Linux(var image) ->
          new LinuxLoader(board.memory().checked()).load(image, boot);
      case KvmImages.Kernel.Pvh(var image) ->
          new PvhLoader(board.memory().checked()).load(image, boot);
    };
  }

  private void stopped(KvmMachine.StopReason reason) {
    if (reason.isTripleFault()) {
      LOG.info("vCPU {} triple-faulted: reset\n{}", reason.vcpu(), reason.state());
      board.requestReset();
    } else {
      board.guestFailed(
          "vCPU %d stopped: %s%n%s".formatted(reason.vcpu(), reason.outcome(), reason.state()));
    }
  }

  @Override
  public synchronized void stop() {
    machine.ifPresent(KvmMachine::close);
    machine = Optional.empty();
  }

  /** What a system on KVM still has to do is its own affair: it is idle as soon as it runs. */
  @Override
  public boolean awaitIdle(Duration limit) {
    return true;
  }

  @Override
  public synchronized List<String> describe() {
    return List.of(
        "guest on KVM: %s, %d vCPUs"
            .formatted(machine.isPresent() ? "running" : "off", board.config().cpus()));
  }

  @Override
  public void close() {
    stop();
  }
}
