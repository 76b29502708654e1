package org.memslot.hypervisor.example;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.LOCAL1;
import static org.memslot.aml.Asl.LOCAL2;
import static org.memslot.aml.Asl.and;
import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.equal;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.less;
import static org.memslot.aml.Asl.logicalAnd;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.shiftRight;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.memslot.aml.AccessType;
import org.memslot.aml.ByteList;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.UpdateRule;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.DeviceAml;
import org.memslot.hotplug.GuestPort;
import org.memslot.hotplug.HotplugDevice;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.OstStatus;
import org.memslot.hotplug.slot.SlotRules;
import org.memslot.hotplug.slot.SlotRules.Ranges;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

// snippet
/**
 * A register interface of one's own, with its AML: 16 bytes at port 0x900. The doorbell reads as
 * the next slot to notify plus one and the notification shifted by 8, and as 0 when there is none.
 * A slot that is written to "select" has its state in "present"; one that is written to an answer
 * register has gone, is in use, or stays.
 */
public final class DoorbellDevice implements HotplugDevice, IoHandler {
  /** What a machine has to know of it. */
  public static final HotplugInterface INTERFACE =
      new HotplugInterface(
          new SlotRules("doorbell", 64, "as its author has chosen", Ranges.FIXED, true),
          5,
          true,
          DoorbellDevice::new);

  private static final int PORT = 0x900;
  private static final int SIZE = 16;
  private static final int DOORBELL = 0;
  private static final int SELECT = 4;
  private static final int PRESENT = 5;
  private static final int EJECT = 8;
  private static final int ONLINE = 9;
  private static final int REFUSED = 10;

  private static final int DEVICE_CHECK = 1;
  private static final int EJECT_REQUEST = 3;
  private static final int EJECTION_IN_PROGRESS = 0x84;

  private final Queue<Integer> doorbell = new ConcurrentLinkedQueue<>();
  private volatile GuestPort guest = GuestPort.UNCONNECTED;
  private volatile int selected;

  @Override
  public String name() {
    return "doorbell";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            PORT, new DeviceRegion("doorbell", SIZE, this, AccessWidths.accepting(1, 4))));
  }

  @Override
  public void connect(GuestPort port) {
    guest = port;
  }

  @Override
  public void announceInsertion(int slot) {
    doorbell.add(DEVICE_CHECK << 8 | slot + 1);
  }

  @Override
  public void announceRemoval(int slot) {
    doorbell.add(EJECT_REQUEST << 8 | slot + 1);
  }

  @Override
  public void withdrawRemoval(int slot) {
    doorbell.remove(EJECT_REQUEST << 8 | slot + 1);
  }

  @Override
  public void announceEmpty(int slot) {}

  @Override
  public ByteList saveRegisters() {
    return ByteList.EMPTY;
  }

  @Override
  public boolean restoreRegisters(ByteList saved) {
    return saved.equals(ByteList.EMPTY);
  }

  @Override
  public void reset() {
    doorbell.clear();
  }

  @Override
  public long read(long offset, int width) {
    if (offset == DOORBELL) {
      Integer next = doorbell.poll();
      return next == null ? 0 : next;
    }
    return offset == PRESENT && guest.slot(selected).state().hasMemory() ? 1 : 0;
  }

  @Override
  public void write(long offset, int width, long value) {
    int slot = (int) value & 0xff;
    switch ((int) offset) {
      case SELECT -> selected = slot;
      case EJECT -> guest.eject(slot);
      case ONLINE -> guest.addSucceeded(slot);
      case REFUSED -> guest.removalRefused(slot, OstStatus.UNSPECIFIED);
      default -> {
        // Nothing is there.
      }
    }
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    List<SlotInformation> slots = machine.paravirt().slots();
    return DeviceAml.of(
        TermListBuilder.of(
            root ->
                root.scope("_SB", system -> system(system, slots))
                    .scope("_GPE", gpe -> gpe.method("_E05", 0, body -> body.call("\\_SB.RING")))));
  }

  private static void system(TermListBuilder system, List<SlotInformation> slots) {
    system.operationRegion("DBRG", RegionSpace.SYSTEM_IO, PORT, SIZE);
    system.field(
        "DBRG",
        AccessType.DWORD_ACC,
        UpdateRule.WRITE_AS_ZEROS,
        fields -> fields.field("DBEL", 32));
    system.field(
        "DBRG",
        AccessType.BYTE_ACC,
        UpdateRule.WRITE_AS_ZEROS,
        fields ->
            fields
                .offset(SELECT)
                .field("DSEL", 8)
                .field("DPRE", 8)
                .offset(EJECT)
                .field("DEJE", 8)
                .field("DONL", 8)
                .field("DREF", 8));
    for (int slot = 0; slot < slots.size(); slot++) {
      memoryDevice(system, slot, slots.get(slot));
    }
    system.serializedMethod("RING", 0, 0, body -> ring(body, slots.size()));
  }

  private static String deviceName(int slot) {
    return "D%03d".formatted(slot);
  }

  private static void memoryDevice(TermListBuilder system, int slot, SlotInformation information) {
    ResourceTemplate range =
        ResourceTemplate.of(
            AddressSpace.memory(information.range().first(), information.range().length()));
    system.device(
        deviceName(slot),
        device ->
            device
                .name("_HID", eisaId("PNP0C80"))
                .name("_UID", integer(slot))
                .name("_PXM", integer(information.node()))
                .name("_CRS", range.toBuffer())
                .serializedMethod(
                    "_STA",
                    0,
                    0,
                    sta ->
                        sta.store(integer(slot), path("DSEL"))
                            .ifTrue(path("DPRE"), there -> there.returns(integer(0xf)))
                            .returns(integer(0)))
                .method("_EJ0", 1, eject -> eject.store(integer(slot), path("DEJE")))
                .method("_OST", 3, ost -> outcome(ost, slot)));
  }

  private static void outcome(TermListBuilder ost, int slot) {
    ost.ifTrue(
        equal(ARG0, integer(DEVICE_CHECK)), added -> added.store(integer(slot), path("DONL")));
    ost.ifTrue(
        equal(ARG0, integer(EJECT_REQUEST)),
        removal ->
            removal.ifTrue(
                logicalAnd(ARG1, less(ARG1, integer(EJECTION_IN_PROGRESS))),
                kept -> kept.store(integer(slot), path("DREF"))));
  }

  /** Local0: what the doorbell says; Local1: the slot plus one; Local2: the notification. */
  private static void ring(TermListBuilder body, int slots) {
    body.store(path("DBEL"), LOCAL0)
        .whileTrue(
            LOCAL0,
            turn -> {
              turn.with(and(LOCAL0, integer(0xff), LOCAL1))
                  .with(shiftRight(LOCAL0, integer(8), LOCAL2));
              for (int slot = 0; slot < slots; slot++) {
                String device = deviceName(slot);
                turn.ifTrue(
                    equal(LOCAL1, integer(slot + 1)), match -> match.notify(path(device), LOCAL2));
              }
              turn.store(path("DBEL"), LOCAL0);
            });
  }
}
// end snippet
