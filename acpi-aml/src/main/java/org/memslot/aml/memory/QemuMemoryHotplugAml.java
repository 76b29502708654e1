package org.memslot.aml.memory;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.ARG2;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.LOCAL1;
import static org.memslot.aml.Asl.add;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.equal;
import static org.memslot.aml.Asl.greater;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.less;
import static org.memslot.aml.Asl.lessEqual;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.string;
import static org.memslot.aml.Asl.subtract;
import static org.memslot.aml.Asl.toInteger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.aml.AccessType;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.CreateSizedField.Size;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.Term;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.UpdateRule;
import org.memslot.aml.resource.AddressDecode;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.AddressWidth;
import org.memslot.aml.resource.AddressWindow;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.ResourceUsage;
import org.memslot.aml.resource.WindowKind;

/**
 * The AML of QEMU's memory-hotplug interface, whose registers {@link MemoryHotplugRegisters}
 * describes, with the names that QEMU's firmware tables give its objects.
 *
 * <p>The registers are fields of {@code \_SB.PCI0.MHPD.HPMR}. The controller {@code \_SB.MHPC}
 * holds
 *
 * <ul>
 *   <li>MLCK, the mutex that a selected slot needs;
 *   <li>MSCN(): finds what has changed, and notifies the slots; it asks {@link
 *       MemoryHotplugRegisters#NEWS_PORT} for the next of them and, where that says nothing, looks
 *       at each; a slot that is to be removed before its insertion was noticed is notified of both
 *       (QEMU's own MSCN leaves the removal to a scan that nothing causes);
 *   <li>MRST, MCRS, MPXM, MOST, MEJ0: _STA, _CRS, _PXM, _OST and _EJ0 of the slot whose _UID is
 *       their first argument;
 *   <li>a device MPnn for each slot, and MTFY(slot, event), which notifies one of them. The slots
 *       after the first 256, which QEMU itself does not have, are M100 to MFFF.
 * </ul>
 *
 * <p>{@code \_GPE._E03} calls MSCN.
 */
public final class QemuMemoryHotplugAml {
  /** As many slots as QEMU has; it numbers their devices with two digits. */
  private static final int QEMU_SLOTS = 256;

  /** With more slots MTFY finds the group first: fewer comparisons for each notification. */
  private static final int GROUP = 64;

  private static final String REGISTERS = "^^PCI0.MHPD";
  private static final IntegerConst ZERO = integer(0);
  private static final IntegerConst ONE = integer(1);
  private static final IntegerConst DEVICE_CHECK = integer(1);
  private static final IntegerConst EJECT_REQUEST = integer(3);
  private static final IntegerConst PRESENT = integer(0xf);

  /**
   * Where a QWordMemory descriptor that is the first of its template has its numbers (ACPI 6.5,
   * table 6.44).
   */
  private static final int MINIMUM = 14;

  private static final int MAXIMUM = 22;
  private static final int LENGTH = 38;

  private QemuMemoryHotplugAml() {}

  /**
   * The terms for the DSDT, in which {@code \_SB.PCI0} stands before them, with the registers at
   * their I/O ports.
   *
   * @param slots how many slots there are
   * @throws InvalidTermException for more than {@link MemoryHotplugRegisters#MAX_SLOTS}
   */
  public static List<Term> dsdtTerms(int slots) {
    return dsdtTerms(slots, QemuMemoryHotplugAml::registersAtPorts);
  }

  /**
   * The same with the registers in memory, for a platform without ports. {@link
   * MemoryHotplugRegisters#NEWS_PORT} is not used.
   *
   * @param slots how many slots there are
   * @param base the guest-physical address of the registers, below 4 GiB
   */
  public static List<Term> dsdtTermsInMemory(int slots, long base) {
    return dsdtTerms(slots, mhpd -> registersInMemory(mhpd, base));
  }

  private static List<Term> dsdtTerms(int slots, Consumer<TermListBuilder> registers) {
    if (slots < 0 || slots > MemoryHotplugRegisters.MAX_SLOTS) {
      throw new InvalidTermException(
          "memory slots",
          Integer.toString(slots),
          "from 0 to "
              + MemoryHotplugRegisters.MAX_SLOTS
              + ", for which devices have names of four characters");
    }
    return TermListBuilder.of(
        block ->
            block
                .scope("_SB.PCI0", pci -> pci.device("MHPD", registers))
                .scope("_SB", sb -> sb.device("MHPC", mhpc -> controller(mhpc, slots)))
                .scope(
                    "_GPE",
                    gpe ->
                        gpe.method(
                            MemoryHotplugRegisters.EVENT_METHOD,
                            0,
                            e03 -> e03.call("\\_SB.MHPC.MSCN"))));
  }

  private static void registersAtPorts(TermListBuilder mhpd) {
    int port = MemoryHotplugRegisters.PORT;
    int length = MemoryHotplugRegisters.LENGTH;
    int news = MemoryHotplugRegisters.NEWS_PORT;
    identity(mhpd, ResourceTemplate.of(r -> r.ioPorts(port, length).ioPorts(news, 4)));
    mhpd.operationRegion("HPNW", RegionSpace.SYSTEM_IO, news, 4)
        .field(
            "HPNW", AccessType.DWORD_ACC, UpdateRule.PRESERVE, fields -> fields.field("MNXT", 32))
        .operationRegion("HPMR", RegionSpace.SYSTEM_IO, port, length);
    fields(mhpd);
  }

  private static void registersInMemory(TermListBuilder mhpd, long base) {
    int length = MemoryHotplugRegisters.LENGTH;
    identity(mhpd, ResourceTemplate.of(r -> r.memory32Fixed(base, length)));
    mhpd.name("MNXT", ZERO).operationRegion("HPMR", RegionSpace.SYSTEM_MEMORY, base, length);
    fields(mhpd);
  }

  private static void identity(TermListBuilder mhpd, ResourceTemplate resources) {
    mhpd.name("_HID", eisaId("PNP0A06"))
        .name("_UID", string("Memory hotplug registers"))
        .name("_CRS", Buffer.of(resources.encode()));
  }

  private static void fields(TermListBuilder mhpd) {
    mhpd.field(
            "HPMR",
            AccessType.DWORD_ACC,
            UpdateRule.PRESERVE,
            fields -> {
              fields.offset(MemoryHotplugRegisters.ADDRESS_LOW).field("MRBL", 32);
              fields.offset(MemoryHotplugRegisters.ADDRESS_HIGH).field("MRBH", 32);
              fields.offset(MemoryHotplugRegisters.LENGTH_LOW).field("MRLL", 32);
              fields.offset(MemoryHotplugRegisters.LENGTH_HIGH).field("MRLH", 32);
              fields.offset(MemoryHotplugRegisters.PROXIMITY).field("MPX", 32);
            })
        .field(
            "HPMR",
            AccessType.BYTE_ACC,
            UpdateRule.WRITE_AS_ZEROS,
            fields ->
                fields
                    .offset(MemoryHotplugRegisters.FLAGS)
                    .field("MES", 1)
                    .field("MINS", 1)
                    .field("MRMV", 1)
                    .field("MEJ", 1))
        .field(
            "HPMR",
            AccessType.DWORD_ACC,
            UpdateRule.PRESERVE,
            fields -> {
              fields.offset(MemoryHotplugRegisters.SELECTOR).field("MSEL", 32);
              fields.offset(MemoryHotplugRegisters.OST_EVENT).field("MOEV", 32);
              fields.offset(MemoryHotplugRegisters.OST_STATUS).field("MOSC", 32);
            });
  }

  private static void controller(TermListBuilder mhpc, int slots) {
    mhpc.name("_HID", eisaId("PNP0A06"))
        .name("_UID", string("Memory slots"))
        .name("MDNR", integer(slots))
        .mutex("MLCK", 0)
        .method("MSCN", 0, QemuMemoryHotplugAml::scan)
        .method("MRST", 1, QemuMemoryHotplugAml::status)
        .serializedMethod("MCRS", 1, 0, QemuMemoryHotplugAml::resources)
        .method("MPXM", 1, QemuMemoryHotplugAml::proximity)
        .method("MOST", 3, QemuMemoryHotplugAml::report)
        .method("MEJ0", 2, QemuMemoryHotplugAml::eject);
    for (int slot = 0; slot < slots; slot++) {
      int index = slot;
      mhpc.device(name(slot), body -> device(body, index));
    }
    mhpc.method("MTFY", 2, body -> notifications(body, slots));
  }

  private static String name(int slot) {
    return String.format(slot < QEMU_SLOTS ? "MP%02X" : "M%03X", slot);
  }

  private static NameString register(String name) {
    return path(REGISTERS + "." + name);
  }

  private static void scan(TermListBuilder body) {
    body.acquire("MLCK")
        .store(ZERO, LOCAL0)
        .whileTrue(
            less(LOCAL0, path("MDNR")),
            turn ->
                turn.store(LOCAL0, register("MSEL"))
                    .store(register("MNXT"), LOCAL1)
                    .ifTrue(
                        greater(LOCAL1, LOCAL0),
                        later ->
                            later.ifTrue(
                                lessEqual(LOCAL1, path("MDNR")),
                                known ->
                                    known.store(LOCAL1, LOCAL0).store(LOCAL0, register("MSEL"))))
                    .ifTrue(
                        equal(register("MINS"), ONE),
                        inserting ->
                            inserting
                                .call("MTFY", LOCAL0, DEVICE_CHECK)
                                .store(ONE, register("MINS")))
                    .ifTrue(
                        equal(register("MRMV"), ONE),
                        removing ->
                            removing
                                .call("MTFY", LOCAL0, EJECT_REQUEST)
                                .store(ONE, register("MRMV")))
                    .increment(LOCAL0))
        .release("MLCK");
  }

  /**
   * Begins a method whose first argument is the _UID of a slot: takes the mutex, then selects the
   * slot.
   */
  private static TermListBuilder select(TermListBuilder body) {
    return body.acquire("MLCK").store(toInteger(ARG0), register("MSEL"));
  }

  private static void status(TermListBuilder body) {
    select(body)
        .store(ZERO, LOCAL0)
        .ifTrue(equal(register("MES"), ONE), enabled -> enabled.store(PRESENT, LOCAL0))
        .release("MLCK")
        .returns(LOCAL0);
  }

  /**
   * Adds halves of 32 bits, so that a definition block with 32-bit integers gets the carry right
   * too.
   */
  private static void resources(TermListBuilder body) {
    AddressSpace unfilled =
        new AddressSpace(
            AddressWidth.QWORD,
            WindowKind.Memory.CACHEABLE,
            new AddressWindow(
                ResourceUsage.CONSUMER, AddressDecode.POSITIVE, true, true, 0, 0, 0, 0, 0),
            Optional.empty());
    body.name("MR64", Buffer.of(ResourceTemplate.of(unfilled).encode()));
    half(body, MINIMUM, "MINL");
    half(body, MINIMUM + 4, "MINH");
    half(body, MAXIMUM, "MAXL");
    half(body, MAXIMUM + 4, "MAXH");
    half(body, LENGTH, "LENL");
    half(body, LENGTH + 4, "LENH");
    select(body)
        .store(register("MRBL"), path("MINL"))
        .store(register("MRBH"), path("MINH"))
        .store(register("MRLL"), path("LENL"))
        .store(register("MRLH"), path("LENH"))
        .release("MLCK")
        .with(add(path("MINL"), path("LENL"), path("MAXL")))
        .with(add(path("MINH"), path("LENH"), path("MAXH")))
        .ifTrue(less(path("MAXL"), path("MINL")), carry -> carry.increment(path("MAXH")))
        .ifTrue(
            equal(path("MAXL"), ZERO),
            borrow -> borrow.with(subtract(path("MAXH"), ONE, path("MAXH"))))
        .with(subtract(path("MAXL"), ONE, path("MAXL")))
        .returns(path("MR64"));
  }

  private static void half(TermListBuilder body, int offset, String name) {
    body.createField(Size.DWORD, path("MR64"), integer(offset), name);
  }

  private static void proximity(TermListBuilder body) {
    select(body).store(register("MPX"), LOCAL0).release("MLCK").returns(LOCAL0);
  }

  private static void report(TermListBuilder body) {
    select(body).store(ARG1, register("MOEV")).store(ARG2, register("MOSC")).release("MLCK");
  }

  private static void eject(TermListBuilder body) {
    select(body).store(ONE, register("MEJ")).release("MLCK");
  }

  private static void device(TermListBuilder body, int slot) {
    NameString uid = path("_UID");
    body.name("_UID", string(String.format("0x%02X", slot)))
        .name("_HID", eisaId("PNP0C80"))
        .method("_CRS", 0, crs -> crs.returns(call("MCRS", uid)))
        .method("_STA", 0, sta -> sta.returns(call("MRST", uid)))
        .method("_PXM", 0, pxm -> pxm.returns(call("MPXM", uid)))
        .method("_OST", 3, ost -> ost.call("MOST", uid, ARG0, ARG1))
        .method("_EJ0", 1, ej0 -> ej0.call("MEJ0", uid, ARG0));
  }

  private static void notifications(TermListBuilder body, int slots) {
    if (slots <= QEMU_SLOTS) {
      notifications(body, 0, slots);
      return;
    }
    for (int first = 0; first < slots; first += GROUP) {
      int from = first;
      int end = Math.min(slots, first + GROUP);
      body.ifTrue(
          less(ARG0, integer(end)),
          group -> {
            notifications(group, from, end);
            group.returns(ZERO);
          });
    }
  }

  private static void notifications(TermListBuilder body, int first, int end) {
    for (int slot = first; slot < end; slot++) {
      NameString device = path(name(slot));
      body.ifTrue(equal(ARG0, integer(slot)), match -> match.notify(device, ARG1));
    }
  }
}
