package org.memslot.ospm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.RegionSpace;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** One boot of the guest and what it does until the next: all its state goes with it. */
final class GuestRun implements AmlHost {
  /**
   * What an event method sets off can signal again; a wire that never goes down must not hang us.
   */
  private static final int MAX_ROUNDS = 64;

  private record Notification(NamespaceNode node, long value) {}

  private final AddressSpace memory;
  private final AddressSpace ports;
  private final AmlClock clock;
  private final StoppableClock amlClock;
  private final EventLog log;
  private final OnlineMemory online = new OnlineMemory();
  private final AmlInterpreter interpreter;
  private final DeviceMethods methods;
  private final MemoryDriver driver;
  private final Map<String, MemoryDevice> devices =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final Deque<Notification> notifications = new ArrayDeque<>();
  private volatile List<AcpiTable> tables = List.of();
  private Optional<FixedRegisters> registers = Optional.empty();
  private volatile Optional<GpeDispatcher> gpes = Optional.empty();
  private volatile GuestState state = GuestState.BOOTING;
  private volatile boolean stopped;

  GuestRun(
      AddressSpace memory, AddressSpace ports, AmlClock clock, MemoryTouch touch, EventLog log) {
    this.memory = memory;
    this.ports = ports;
    this.clock = clock;
    this.log = log;
    this.amlClock = new StoppableClock(clock);
    this.interpreter = new AmlInterpreter(amlClock, this, AmlLimits.DEFAULT);
    this.methods = new DeviceMethods(interpreter, log);
    this.driver =
        new MemoryDriver(new MemoryProbe(memory, touch, () -> stopped), online, methods, log);
  }

  GuestState state() {
    return state;
  }

  OnlineMemory online() {
    return online;
  }

  /** Has the run end soon: memory is not touched any further, and AML does not sleep. */
  void stop() {
    stopped = true;
    amlClock.stop();
  }

  /** Boots; {@link #state} says whether it went well. */
  void boot() {
    log.add(new GuestEvent.BootStarted());
    try {
      boot(SystemTables.find(new TableReader(memory, log)));
      log.add(new GuestEvent.BootFinished(online.total()));
      state = GuestState.RUNNING;
    } catch (SystemTables.MissingException e) {
      log.add(new GuestEvent.BootFailed(e.reason()));
      state = GuestState.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.add(new GuestEvent.BootFailed("interrupted"));
      state = GuestState.FAILED;
    }
  }

  private void boot(SystemTables found) throws SystemTables.MissingException, InterruptedException {
    List<AcpiTable> all = new ArrayList<>(List.of(found.fadt(), found.dsdt()));
    all.addAll(found.others());
    tables = List.copyOf(all);
    takeBootMemory(NodeAffinity.of(found.first("SRAT")));

    FixedRegisters hardware = new FixedRegisters(memory, ports, found.fadt());
    if (!hardware.enableAcpi(clock)) {
      throw new SystemTables.MissingException("the firmware did not hand ACPI over");
    }
    GpeDispatcher dispatcher = new GpeDispatcher(hardware, methods, log);
    dispatcher.quiet();

    load(found);
    for (NamespaceNode node : new DeviceInitializer(interpreter, methods).run()) {
      MemoryDevice device = new MemoryDevice(node);
      devices.put(node.path(), device);
      driver.attach(device);
    }
    hardware.enableFixedEvents();
    dispatcher.enable(interpreter.namespace());
    registers = Optional.of(hardware);
    gpes = Optional.of(dispatcher);
    handleNotifications();
  }

  private void takeBootMemory(NodeAffinity affinity) throws SystemTables.MissingException {
    List<AddressRange> ranges =
        MemoryMap.read(memory)
            .orElseThrow(() -> new SystemTables.MissingException("no e820 map at 0x500"));
    for (AddressRange range : ranges) {
      affinity.parts(range).forEach(part -> online.add(part.range(), part.node()));
    }
  }

  private void load(SystemTables found) {
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
    interpreter.install(RegionSpace.PCI_CONFIG, new PciConfigHandler(ports, interpreter));
    load(found.dsdt());
    found.definitionBlocks().forEach(this::load);
  }

  private void load(AcpiTable table) {
    String name = "%s at 0x%x".formatted(table.signature(), table.address());
    try {
      interpreter
          .load(table.toByteArray())
          .problems()
          .forEach(problem -> log.add(new GuestEvent.AmlFailed(name, problem)));
    } catch (AmlException e) {
      log.add(new GuestEvent.AmlFailed(name, e.getMessage()));
    }
  }

  /**
   * Answers what the SCI stands for and handles what comes of it.
   *
   * @return whether there was anything
   */
  boolean runUntilIdle() {
    boolean any = false;
    for (int round = 0; round < MAX_ROUNDS && state == GuestState.RUNNING && !stopped; round++) {
      boolean fixed = takeFixedEvents();
      boolean general = gpes.map(GpeDispatcher::dispatch).orElse(false);
      boolean notified = handleNotifications();
      if (!fixed && !general && !notified) {
        break;
      }
      any = true;
    }
    return any;
  }

  private boolean takeFixedEvents() {
    int events = registers.map(FixedRegisters::takeFixedEvents).orElse(0);
    if ((events & FixedRegisters.POWER_BUTTON) != 0) {
      log.add(new GuestEvent.PowerButton());
      shutDown();
    }
    return events != 0;
  }

  /** Switches the machine off by \_S5 (ACPI 6.5, 7.4.2). */
  private void shutDown() {
    NamespaceNode root = interpreter.namespace().root();
    Optional<AmlObject> types = methods.evaluate(root, "_S5");
    if (!(types.orElse(null) instanceof AmlPackage list)) {
      log.add(new GuestEvent.AmlFailed("\\_S5", "it is no package: the machine stays on"));
      return;
    }
    if (methods.has(root, "_PTS")) {
      methods.evaluate(root, "_PTS", new long[] {5});
    }
    state = GuestState.SHUT_DOWN;
    log.add(new GuestEvent.ShutDown());
    registers.ifPresent(hardware -> hardware.sleep(sleepType(list, 0), sleepType(list, 1)));
  }

  private static int sleepType(AmlPackage types, int index) {
    List<AmlObject> elements = types.elements();
    return index < elements.size() && elements.get(index) instanceof AmlInteger(long type)
        ? (int) type & 7
        : 0;
  }

  private boolean handleNotifications() {
    boolean any = false;
    while (!stopped) {
      Notification next;
      synchronized (notifications) {
        next = notifications.poll();
      }
      if (next == null) {
        break;
      }
      any = true;
      handle(next);
    }
    return any;
  }

  private void handle(Notification notification) {
    log.add(new GuestEvent.Notified(notification.node.path(), notification.value));
    MemoryDevice device = devices.get(notification.node.path());
    if (device != null) {
      driver.onNotify(device, notification.value);
    }
  }

  @Override
  public void onNotify(NamespaceNode node, long value) {
    synchronized (notifications) {
      notifications.add(new Notification(node, value));
    }
  }

  @Override
  public void onFatal(int type, int code, long argument) {
    log.add(
        new GuestEvent.AmlFailed(
            "the firmware", "Fatal(0x%x, 0x%x, 0x%x)".formatted(type, code, argument)));
  }

  @Override
  public Optional<byte[]> findTable(String signature, String oemId, String oemTableId) {
    return tables.stream()
        .filter(table -> table.is(signature, oemId, oemTableId))
        .findFirst()
        .map(AcpiTable::toByteArray);
  }

  /** Says yes where Linux does: firmware is tested with Windows. */
  @Override
  public boolean hasInterface(String name) {
    return name.startsWith("Windows ") || name.equals("Module Device");
  }

  /** Returns what is known now; any thread may ask. */
  GuestDescription description() {
    List<GuestDescription.MemoryDevice> shown = new ArrayList<>();
    List<MemoryDevice> known = new ArrayList<>();
    synchronized (devices) {
      known.addAll(devices.values());
    }
    for (MemoryDevice device : known) {
      MemoryDevice.State at = device.state();
      shown.add(
          new GuestDescription.MemoryDevice(
              device.path(),
              at.present(),
              at.online(),
              at.ranges().stream().findFirst(),
              at.node(),
              online.markedIn(at.ranges()).isPresent()));
    }
    List<String> signatures = tables.stream().map(AcpiTable::signature).toList();
    return new GuestDescription(
        state,
        online.total(),
        online.nodes(),
        shown,
        signatures,
        gpes.map(GpeDispatcher::enabled).orElse(List.of()));
  }
}
