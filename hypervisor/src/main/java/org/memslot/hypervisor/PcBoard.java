package org.memslot.hypervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.Devices;
import org.memslot.bios.firmware.BuiltInFirmware;
import org.memslot.bios.firmware.FirmwareFiles;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.Platform;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.HotplugSettings;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hotplug.SlotRefusal;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hypervisor.device.CmosRtc;
import org.memslot.hypervisor.device.Com1;
import org.memslot.hypervisor.device.DebugExit;
import org.memslot.hypervisor.device.DebugPort;
import org.memslot.hypervisor.device.FwCfgDevice;
import org.memslot.hypervisor.device.HpetBlock;
import org.memslot.hypervisor.device.KeyboardController;
import org.memslot.hypervisor.device.PciHost;
import org.memslot.hypervisor.device.PciRootBridge;
import org.memslot.hypervisor.device.PmBlock;
import org.memslot.hypervisor.device.SharedInterrupt;
import org.memslot.hypervisor.device.SystemControlPort;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PC: two buses, RAM, the devices of an ACPI platform, memory slots, and firmware.
 *
 * <p>A board is built from a {@link MachineConfig} with power off. {@link #attach} puts a guest on
 * it and {@link #powerOn} runs the firmware and then the guest. The board does not depend on the
 * kind of guest.
 *
 * <p>Power-on, reset and power-off happen on one thread of the board, in the order in which they
 * were asked for; anyone, the guest on its own thread among them, can ask for them and does not
 * wait.
 */
public final class PcBoard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PcBoard.class);

  /** What firmware writes to the debug port. */
  private static final Logger FIRMWARE_LOG = LoggerFactory.getLogger("org.memslot.firmware");

  private final MachineConfig config;
  private final Host host;
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final BoardRam ram;
  private final LevelInterruptLine sci = new LevelInterruptLine("SCI");
  private final FwCfg fwCfg = new FwCfg(memory);
  private final PmBlock pm;
  private final Com1 com1 = new Com1();
  private final DebugPort debugPort = new DebugPort(line -> FIRMWARE_LOG.info("{}", line));
  private final MemoryHotplugController slots;
  private final Devices devices;
  private final Platform platform;
  private final SlotAdvisor advisor;
  private final BoardState state;

  private final List<Consumer<BoardEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService control =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("board").daemon().factory());
  private final BoardTimer timer = new BoardTimer();
  private final CompletableFuture<Integer> off = new CompletableFuture<>();
  private final AtomicBoolean resetAsked = new AtomicBoolean();
  private final AtomicBoolean offAsked = new AtomicBoolean();
  private volatile Optional<Guest> guest = Optional.empty();
  private volatile Optional<FirmwareResult> firmware = Optional.empty();
  private volatile boolean powered;
  private volatile MachineInformation told;

  /**
   * Builds a board with power off.
   *
   * @throws BoardException when the host cannot give it what it needs; nothing is kept then
   * @throws org.memslot.bios.device.DeviceConflictException when two devices claim the same
   */
  public PcBoard(MachineConfig config, Host host) {
    this(config, host, Optional.empty());
  }

  private PcBoard(MachineConfig config, Host host, Optional<Path> saved) {
    this.config = config;
    this.host = host;
    ram = new BoardRam(memory, host.memory());
    SharedInterrupt shared = new SharedInterrupt(sci);
    pm = new PmBlock(sci, shared.input(), this::turnOff, host.nanoTime());
    GpeBlock gpe = new GpeBlock(shared.input());
    SlotLayout layout = config.slotLayout();
    advisor = new SlotAdvisor(config, layout);
    slots =
        MemoryHotplugController.builder(memory, config.hotplug(), gpe)
            .slots(layout.plans())
            .anonymousSpace(layout.space())
            .allocator(host.memory())
            .settings(HotplugSettings.defaults().withUnrequestedEject(config.unrequestedEject()))
            .clock(host.clock())
            .build();
    devices =
        new Devices(
            devices(
                gpe, new BoardServices(config, host, memory, this::requestReset, shared, timer)));
    platform = PcPlatform.of(devices.list());
    state = new BoardState(slots, devices);
    slots.addListener(this::onSlotEvent);
    try {
      ram.plug(config.bootMemory());
      devices.plug(memory, ports);
      saved.ifPresentOrElse(state::restore, this::populateSlots);
      told = machineInformation();
    } catch (RuntimeException e) {
      timer.close();
      control.shutdown();
      ram.free();
      throw e;
    }
  }

  /**
   * A board with power off whose slots are as {@link #save} left them. The guest that is put on it
   * boots: a request that was pending is completed, as a reset completes it. The contents of memory
   * are checked now and loaded when they are touched, so the file must stay as it is; {@link #save}
   * may give its name to another.
   *
   * @throws BoardException when the file cannot be used, or the host cannot give what it needs;
   *     nothing is kept then
   */
  public static PcBoard restore(MachineConfig config, Host host, Path file) {
    return new PcBoard(config, host, Optional.of(file));
  }

  private void populateSlots() {
    Optional<SlotRefusal> refusal = slots.populateAtStart();
    if (refusal.isPresent()) {
      throw new BoardException(refusal.get().message());
    }
  }

  /**
   * Writes slots, their registers and the contents of their memory, and the state of devices, to a
   * file, which is the old one or the new one at every moment. The guest runs on: what it writes
   * meanwhile is saved or not.
   *
   * @throws IOException when it cannot be written; an old file is untouched then
   */
  public void save(Path file) throws IOException {
    state.save(file);
  }

  /** What an operator should know when a slot has been given memory. */
  public List<HotplugAdvice> advice(MemorySlot slot) {
    List<AddressRange> listed = told.memory().entries().stream().map(E820Entry::range).toList();
    return advisor.advice(slot, slots.slots(), listed);
  }

  /**
   * What an operator should know before anything is added: of the machine, and of each slot that
   * has a range and no memory.
   */
  public List<HotplugAdvice> advice() {
    List<HotplugAdvice> advice = new ArrayList<>(config.advice());
    for (MemorySlot slot : slots.slots()) {
      if (!slot.state().hasMemory()) {
        advice.addAll(advice(slot));
      }
    }
    return List.copyOf(advice);
  }

  /** The devices of the board, in the order of the DSDT. */
  private List<Device> devices(GpeBlock gpe, BoardServices services) {
    List<Device> all = new ArrayList<>();
    all.add(new PciHost(PmBlock.PORT, services.reset()));
    all.add(pm);
    all.add(gpe);
    all.add(new FwCfgDevice(fwCfg));
    all.add(slots.registers());
    all.add(com1);
    all.add(
        new CmosRtc(host.clock(), config.memoryBelow4G(), config.memoryAbove4G(), config.cpus()));
    all.add(new KeyboardController(services.reset()));
    all.add(new SystemControlPort(services.reset()));
    all.add(debugPort);
    all.add(new DebugExit(this::guestExit));
    all.add(new HpetBlock(host.nanoTime(), services.timer()));
    config.devices().forEach(more -> all.add(more.create(services)));
    return all;
  }

  /** What the board was built from. */
  public MachineConfig config() {
    return config;
  }

  /** What the board takes from outside. */
  public Host host() {
    return host;
  }

  /** Guest-physical memory. */
  public AddressSpace memory() {
    return memory;
  }

  /** I/O ports. */
  public AddressSpace ports() {
    return ports;
  }

  /** The system control interrupt, which the FADT gives to the guest. */
  public LevelInterruptLine sci() {
    return sci;
  }

  /** The interrupts of all devices, by the input of the interrupt controller. */
  public Map<Integer, LevelInterruptLine> interrupts() {
    return devices.interrupts();
  }

  /** Ports whose writes may come late: see {@link Claim.Ports}. */
  public List<AddressRange> deferrableWrites() {
    return devices.deferrableWrites();
  }

  /** The first serial port. */
  public Com1 com1() {
    return com1;
  }

  /** The port on which firmware writes its log: to the log of this program until connected. */
  public DebugPort debugPort() {
    return debugPort;
  }

  /** What firmware for this board knows of it. */
  public Platform platform() {
    return platform;
  }

  /** The memory slots. */
  public MemoryHotplugController slots() {
    return slots;
  }

  /** What firmware and guest can read about the machine. */
  public FwCfg fwCfg() {
    return fwCfg;
  }

  /**
   * What the built-in firmware did at the last power-on or reset; empty before the first, and where
   * the guest brings its own.
   */
  public Optional<FirmwareResult> firmware() {
    return firmware;
  }

  /** The guest on the board. */
  public Optional<Guest> guest() {
    return guest;
  }

  /** The memory windows of the PCI root bridge, as its {@code _CRS} in the DSDT declares them. */
  public List<AddressRange> pciWindows() {
    return PciRootBridge.memoryWindows(told);
  }

  /**
   * Puts a guest on the board, which has no power yet.
   *
   * @throws BoardException when the guest cannot be told of the memory that there is
   */
  public void attach(Guest newGuest) {
    if (powered || guest.isPresent()) {
      throw new IllegalStateException("a guest is attached once, before power-on");
    }
    if (config.hotplug().slots().listedAtReset()) {
      limitAdditions(newGuest.memoryMapLimit());
    }
    guest = Optional.of(newGuest);
  }

  /** Slots with memory are in the memory map at the next reset: as many as its reader can take. */
  private void limitAdditions(MemoryMapLimit limit) {
    List<AddressRange> boot = config.bootMemory();
    limit
        .problem(boot, slots.populatedRanges())
        .ifPresent(
            problem -> {
              throw new BoardException(problem);
            });
    slots.setAdditionCheck(populated -> limit.problem(boot, populated));
  }

  /** Has this listener told of events from now on, one at a time; it must not wait. */
  public void addEventListener(Consumer<BoardEvent> listener) {
    listeners.add(listener);
  }

  /** Has this listener told of nothing more. */
  public void removeEventListener(Consumer<BoardEvent> listener) {
    listeners.remove(listener);
  }

  /**
   * Runs the firmware and starts the guest; waits until both is done.
   *
   * @throws BoardException when the firmware fails; the machine is off then
   */
  public void powerOn() {
    try {
      CompletableFuture.runAsync(this::boot, control).join();
      timer.everySecond(slots::checkAnswers);
    } catch (CompletionException e) {
      throw BoardException.because(
          "the firmware failed: ", Optional.ofNullable(e.getCause()).orElse(e));
    }
  }

  /**
   * Presses the reset button. Returns at once; "guest reset" is the event that says that it was
   * done. However often it is pressed before the guest has stopped for it, that is one reset.
   */
  public void requestReset() {
    if (!resetAsked.getAndSet(true)) {
      later(this::reset);
    }
  }

  /**
   * Presses the power button.
   *
   * @return false when the guest has not enabled the button's event, so that nothing will come of
   *     it
   */
  public boolean pressPowerButton() {
    boolean heard = pm.powerButtonEnabled();
    pm.pressPowerButton();
    return heard;
  }

  /**
   * Completes when the guest has turned the machine off: with 0, or with the status that it gave to
   * {@link #guestExit}. Where a reset failed or the guest could not go on: exceptionally.
   */
  public CompletableFuture<Integer> off() {
    return off;
  }

  /**
   * Ends the machine with a status, as the debug exit port does for a guest that is a test program.
   *
   * @param status 1 to 255
   */
  public void guestExit(int status) {
    if (!offAsked.getAndSet(true)) {
      later(() -> powerOff(status, new BoardEvent.GuestExit(host.clock().instant(), status)));
    }
  }

  /**
   * Ends the machine because the guest cannot go on.
   *
   * @param why with the state that explains it
   */
  public void guestFailed(String why) {
    later(
        () -> {
          stopGuest();
          off.completeExceptionally(new BoardException(why));
        });
  }

  /**
   * Waits until everything asked of board and guest so far is dealt with.
   *
   * @return false when the guest is still busy at the end of that time
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    if (!later(reached::countDown)) {
      return true;
    }
    if (!reached.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    Optional<Guest> waitedFor = guest;
    return waitedFor.isEmpty() || off.isDone() || waitedFor.get().awaitIdle(limit);
  }

  private void boot() {
    powered = true;
    MachineInformation information = machineInformation();
    told = information;
    information.publish(fwCfg);
    if (guest.filter(Guest::bringsFirmware).isPresent()) {
      FirmwareFiles.of(information, platform).publish(fwCfg);
    } else {
      firmware = Optional.of(new BuiltInFirmware(memory, ports, platform).run());
    }
    guest.ifPresent(Guest::start);
  }

  private MachineInformation machineInformation() {
    E820Map map = MemoryMapLimit.map(config.bootMemory());
    for (AddressRange listed : listedSlots()) {
      map = map.add(listed, E820Type.RAM);
    }
    return config.machineInformation(map);
  }

  /**
   * Slots come back in the 2012 way as RAM of the map, which MEON is made of; in QEMU's way the map
   * does not have them and the guest finds them by their devices.
   */
  private List<AddressRange> listedSlots() {
    return config.hotplug().slots().listedAtReset() ? slots.populatedRanges() : List.of();
  }

  private void reset() {
    if (off.isDone()) {
      return;
    }
    try {
      try {
        guest.ifPresent(Guest::stop);
      } finally {
        resetAsked.set(false);
      }
      devices.reset();
      slots.reset(config.reboot());
      boot();
    } catch (RuntimeException | Error e) {
      LOG.warn("reset failed", e);
      tell(new BoardEvent.ResetFailed(host.clock().instant(), reason(e)));
      off.completeExceptionally(BoardException.because("a reset failed: ", e));
    }
  }

  private void turnOff() {
    if (!offAsked.getAndSet(true)) {
      later(() -> powerOff(0, new BoardEvent.GuestShutdown(host.clock().instant())));
    }
  }

  private void powerOff(int status, BoardEvent event) {
    if (off.isDone()) {
      return;
    }
    stopGuest();
    tell(event);
    off.complete(status);
  }

  /** The machine is off, whatever its guest does at that. */
  private void stopGuest() {
    try {
      guest.ifPresent(Guest::stop);
    } catch (RuntimeException | Error e) {
      LOG.error("the guest could not be stopped", e);
    }
  }

  private void onSlotEvent(SlotEvent event) {
    tell(new BoardEvent.OfSlots(event));
  }

  private void tell(BoardEvent event) {
    for (Consumer<BoardEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException | Error e) {
        LOG.error("a listener failed at event {}", event.line(), e);
      }
    }
  }

  private boolean later(Runnable work) {
    try {
      control.execute(work);
      return true;
    } catch (RejectedExecutionException closed) {
      LOG.debug("the board is closed", closed);
      return false;
    }
  }

  private static String reason(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }

  /** Ends the guest wherever it is, gives up a save under way, and gives all memory back. */
  @Override
  public void close() {
    slots.endSaves();
    timer.close();
    control.shutdown();
    try {
      control.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    guest.ifPresent(Guest::close);
    ram.free();
  }
}
