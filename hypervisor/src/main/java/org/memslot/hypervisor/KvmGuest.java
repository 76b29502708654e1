package org.memslot.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.InstalledTable;
import org.memslot.hypervisor.boot.BootEntry;
import org.memslot.hypervisor.boot.LinuxBoot;
import org.memslot.hypervisor.boot.LinuxLoader;
import org.memslot.hypervisor.boot.PvhLoader;
import org.memslot.hypervisor.device.SerialInput;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.hypervisor.kvm.Kvm;
import org.memslot.hypervisor.kvm.KvmMachine;
import org.memslot.machine.RamRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operating system on KVM. Each start loads the kernel anew and makes new CPUs; the board's RAM,
 * its devices and the SCI are theirs from then on.
 */
public final class KvmGuest implements Guest {
  private static final Logger LOG = LoggerFactory.getLogger(KvmGuest.class);

  private final PcBoard board;
  private final Kvm kvm;
  private final KvmBoot start;
  private final Optional<RamRegion> firmware;
  private final KvmMachine.Wiring wiring;
  private final GuestAddressWidth width;
  private Optional<KvmMachine> machine = Optional.empty();

  /**
   * A guest that is off.
   *
   * <p>The host must be able to address all of the board's memory and slots, else this is a {@link
   * BoardException}.
   *
   * @param kvm stays open as long as the guest; closed by its owner
   * @param console where COM1 sends
   */
  public KvmGuest(PcBoard board, Kvm kvm, KvmBoot start, SerialOutput console) {
    this.board = board;
    this.kvm = kvm;
    this.start = start;
    MachineConfig config = board.config();
    width = new GuestAddressWidth(config.addressBits(), kvm.supportedCpuid().addressBits());
    width.requireAddressable(memory(config));
    board.com1().connect(console);
    firmware = plugFirmware();
    wiring =
        new KvmMachine.Wiring(
            board.memory(), board.ports(), board.interrupts(), board.deferrableWrites());
  }

  private static List<GuestAddressWidth.Memory> memory(MachineConfig config) {
    List<GuestAddressWidth.Memory> memory = new ArrayList<>();
    config
        .bootMemory()
        .forEach(range -> memory.add(new GuestAddressWidth.Memory("boot memory", range)));
    SlotLayout slots = config.slotLayout();
    slots
        .named()
        .forEach(
            slot -> memory.add(new GuestAddressWidth.Memory("memslot " + slot.id(), slot.range())));
    slots
        .area()
        .ifPresent(
            area ->
                memory.add(
                    new GuestAddressWidth.Memory("the area of anonymous slots", area.range())));
    return memory;
  }

  /** The width of physical addresses that the guest is told of. */
  public GuestAddressWidth addressWidth() {
    return width;
  }

  @Override
  public synchronized void start() {
    stop();
    machine =
        Optional.of(
            KvmMachine.start(
                kvm,
                wiring,
                new KvmMachine.Processors(board.config().cpus(), width.told(), load()),
                this::stopped));
  }

  /** Where COM1 receives from. */
  public SerialInput serialInput() {
    return board.com1().input();
  }

  private Optional<RamRegion> plugFirmware() {
    return switch (start) {
      case KvmBoot.Direct _ -> Optional.empty();
      case KvmBoot.ByFirmware(var image, _) -> {
        RamRegion region = image.region();
        board.memory().change(change -> image.plug(change, region));
        yield Optional.of(region);
      }
    };
  }

  @Override
  public boolean bringsFirmware() {
    return firmware.isPresent();
  }

  @Override
  public MemoryMapLimit memoryMapLimit() {
    return switch (start) {
      case KvmBoot.Direct(KvmBoot.Kernel.Linux _, _, _) -> MemoryMapLimit.BUILT_IN;
      case KvmBoot.Direct(KvmBoot.Kernel.Pvh _, _, _) ->
          new MemoryMapLimit(
              PvhLoader.MAP_LIMIT, MemoryMapLimit.BUILT_IN.own(), "the PVH start info");
      case KvmBoot.ByFirmware(var image, _) ->
          image.isSeaBios() ? MemoryMapLimit.SEABIOS : MemoryMapLimit.UNKNOWN_FIRMWARE;
    };
  }

  private BootEntry load() {
    return switch (start) {
      case KvmBoot.Direct direct -> load(direct);
      case KvmBoot.ByFirmware(var image, var kernel) -> {
        kernel.ifPresent(k -> k.publish(board.fwCfg(), board.config().memoryBelow4G()));
        yield image.load(board.memory().checked());
      }
    };
  }

  private BootEntry load(KvmBoot.Direct direct) {
    FirmwareResult tables =
        board.firmware().orElseThrow(() -> new BoardException("the firmware has not run"));
    long rsdp = tables.table("RSDP").map(InstalledTable::address).orElse(0L);
    LinuxBoot boot =
        new LinuxBoot(direct.initrd(), direct.commandLine(), tables.guestMemory(), rsdp);
    return switch (direct.kernel()) {
      case KvmBoot.Kernel.Linux(var image) ->
          new LinuxLoader(board.memory().checked()).load(image, boot);
      case KvmBoot.Kernel.Pvh(var image) ->
          new PvhLoader(board.memory().checked()).load(image, boot);
    };
  }

  private void stopped(KvmMachine.StopReason reason) {
    if (reason.isTripleFault()) {
      LOG.info("vCPU {} triple-faulted: reset\n{}", reason.vcpu(), reason.state());
      board.requestReset();
    } else {
      board.guestFailed(
          "this host's KVM cannot run the guest: vCPU %d stopped: %s%n%s"
              .formatted(reason.vcpu(), reason.outcome(), reason.state()));
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
