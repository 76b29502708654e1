package org.memslot.aml.memory;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.ARG2;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.LOCAL1;
import static org.memslot.aml.Asl.LOCAL2;
import static org.memslot.aml.Asl.LOCAL3;
import static org.memslot.aml.Asl.LOCAL4;
import static org.memslot.aml.Asl.and;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.element;
import static org.memslot.aml.Asl.equal;
import static org.memslot.aml.Asl.index;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.less;
import static org.memslot.aml.Asl.lessEqual;
import static org.memslot.aml.Asl.logicalAnd;
import static org.memslot.aml.Asl.logicalOr;
import static org.memslot.aml.Asl.notEqual;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.shiftRight;
import static org.memslot.aml.Asl.sizeOf;
import static org.memslot.aml.Asl.subtract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.Expression;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Device;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.UpdateRule;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.ResourceTemplate;

/**
 * The AML of the 2012 memslot interface, whose registers {@link MemslotRegisters} describes.
 *
 * <p>The DSDT holds what is the same for all machines, in {@code \_SB}:
 *
 * <ul>
 *   <li>CMST(slot): the slot's _STA;
 *   <li>MESC(): finds what has changed since it last ran and what was asked for again, and tells
 *       the operating system;
 *   <li>MPEJ(slot, arg): the slot's _EJ0;
 *   <li>MOST(source, status, slot): the slot's _OST, which reports progress and outcome;
 *   <li>{@code \_GPE._E03}: calls MESC;
 *   <li>MEJD, a byte for each slot, 1 when the operating system has given it back since MESC told
 *       of it last: what it refuses then is a second asking, and there is nothing to refuse.
 * </ul>
 *
 * <p>The SSDT holds what depends on the slots: a device MPnn for each; MTFY(slot, event), which
 * notifies one of them; and MEON, a package with a 1 for each slot that the operating system was
 * told of. Each table uses names of the other.
 */
public final class MemslotAml {
  /** The _OST source of a device check, and the notification itself. */
  private static final IntegerConst DEVICE_CHECK = integer(1);

  /** The _OST source of an eject request, and the notification itself. */
  private static final IntegerConst EJECT_REQUEST = integer(3);

  /** The _OST source of an ejection that is going on. */
  private static final IntegerConst EJECTION_PROCESSING = integer(0x103);

  /** The _OST status of an ejection that is going on. */
  private static final IntegerConst EJECTION_IN_PROGRESS = integer(0x84);

  private static final IntegerConst ZERO = integer(0);
  private static final IntegerConst ONE = integer(1);
  private static final IntegerConst BITS_OF_BYTE = integer(7);
  private static final IntegerConst BYTE_SHIFT = integer(3);
  private static final IntegerConst PRESENT = integer(0xf);
  private static final int EJECT_SETTLE_MILLISECONDS = 200;

  private static final FieldFlags BYTES =
      new FieldFlags(AccessType.BYTE_ACC, false, UpdateRule.WRITE_AS_ZEROS);

  private static final NameString MEON = path("MEON");
  private static final NameString MEJD = path("MEJD");
  private static final NameString ID = path("ID");
  private static final NameString UID = path("_UID");
  private static final NameString PXM = path("_PXM");
  private static final NameString CRS = path("_CRS");

  private static final Name HARDWARE_ID = new Name(path("_HID"), eisaId("PNP0C80"));

  /** The methods of every memory device: they know it by its ID. */
  private static final List<Term> METHODS =
      TermListBuilder.of(
          device ->
              device
                  .method("_STA", 0, sta -> sta.returns(call("CMST", ID)))
                  .method("_EJ0", 1, ej0 -> ej0.call("MPEJ", ID, ARG0))
                  .method("_OST", 3, ost -> ost.call("MOST", ARG0, ARG1, ID)));

  private MemslotAml() {}

  /** What the DSDT's terms use of the SSDT. */
  public static List<External> dsdtExternals() {
    return List.of(
        new External(path("\\_SB.MEON"), External.PACKAGE, 0),
        new External(path("\\_SB.MTFY"), External.METHOD, 2));
  }

  /** The terms for the DSDT, without {@link #dsdtExternals}. */
  public static List<Term> dsdtTerms() {
    return TermListBuilder.of(
        block -> {
          block.scope(
              "_SB",
              sb -> {
                registers(sb);
                sb.name("MEJD", Buffer.zeroed(MemslotRegisters.MAX_SLOTS));
                sb.method("CMST", 1, MemslotAml::slotStatus);
                sb.serializedMethod("MESC", 0, 0, MemslotAml::scan);
                sb.serializedMethod("MPEJ", 2, 0, MemslotAml::eject);
                sb.serializedMethod("MOST", 3, 0, MemslotAml::report);
              });
          block.scope(
              "_GPE",
              gpe -> gpe.method(MemslotRegisters.EVENT_METHOD, 0, e03 -> e03.call("\\_SB.MESC")));
        });
  }

  /**
   * The SSDT.
   *
   * @param header its header; its signature is SSDT
   * @param devices the slots; the one with index n is the nth
   * @param enabled which slots have memory that the operating system knows of from the start
   * @throws InvalidTermException for more than {@link MemslotRegisters#MAX_SLOTS} devices, or in
   *     another order
   */
  public static AmlTable ssdt(
      TableHeader header, List<MemoryDevice> devices, IntPredicate enabled) {
    requireInOrder(devices);
    List<NameString> names = devices.stream().map(device -> path(device.name())).toList();
    AmlTable table =
        AmlTable.of(
            header,
            block ->
                block.scope(
                    "_SB",
                    sb -> {
                      devices.forEach(device -> device(sb, names.get(device.index()), device));
                      sb.method("MTFY", 2, body -> notifications(body, names));
                      sb.name("MEON", states(devices, enabled));
                    }));
    return devices.isEmpty() ? table : Externals.declare(table, ssdtExternals());
  }

  /** What the devices use of the DSDT. */
  private static List<External> ssdtExternals() {
    return List.of(
        new External(path("\\_SB.CMST"), External.METHOD, 1),
        new External(path("\\_SB.MPEJ"), External.METHOD, 2),
        new External(path("\\_SB.MOST"), External.METHOD, 3));
  }

  private static void requireInOrder(List<MemoryDevice> devices) {
    if (devices.size() > MemslotRegisters.MAX_SLOTS) {
      throw new InvalidTermException(
          "memory devices",
          Integer.toString(devices.size()),
          "at most "
              + MemslotRegisters.MAX_SLOTS
              + ": MEON is a package, and its element count is a byte");
    }
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).index() != i) {
        throw new InvalidTermException(
            "memory device index", Integer.toString(devices.get(i).index()), i + " at this place");
      }
    }
  }

  private static void registers(TermListBuilder sb) {
    sb.operationRegion(
        "MSST",
        RegionSpace.SYSTEM_IO,
        MemslotRegisters.STATUS_PORT,
        MemslotRegisters.BITMAP_LENGTH);
    sb.field("MSST", BYTES, fields -> fields.field("MSTB", 8 * MemslotRegisters.BITMAP_LENGTH));
    sb.operationRegion(
        "MSEJ", RegionSpace.SYSTEM_IO, MemslotRegisters.EJECT_PORT, MemslotRegisters.BITMAP_LENGTH);
    sb.field("MSEJ", BYTES, fields -> fields.field("MEJB", 8 * MemslotRegisters.BITMAP_LENGTH));
    int reports = MemslotRegisters.REMOVE_FAILED_PORT;
    sb.operationRegion("MSRP", RegionSpace.SYSTEM_IO, reports, 3);
    sb.field(
        "MSRP",
        BYTES,
        fields ->
            fields
                .field("MRFL", 8)
                .offset(MemslotRegisters.ADD_SUCCEEDED_PORT - reports)
                .field("MADD", 8)
                .offset(MemslotRegisters.ADD_FAILED_PORT - reports)
                .field("MAFL", 8));
    sb.operationRegion("MSCD", RegionSpace.SYSTEM_IO, MemslotRegisters.STATUS_CODE_PORT, 4);
    sb.field(
        "MSCD",
        AccessType.DWORD_ACC,
        UpdateRule.WRITE_AS_ZEROS,
        fields -> fields.field("MCOD", 32));
    sb.operationRegion("MSAG", RegionSpace.SYSTEM_IO, MemslotRegisters.ASK_AGAIN_PORT, 3);
    sb.field(
        "MSAG", AccessType.WORD_ACC, UpdateRule.WRITE_AS_ZEROS, fields -> fields.field("MAGN", 16));
    sb.field(
        "MSAG",
        BYTES,
        fields ->
            fields
                .offset(MemslotRegisters.REMOVE_STARTED_PORT - MemslotRegisters.ASK_AGAIN_PORT)
                .field("MRST", 8));
  }

  private static void slotStatus(TermListBuilder body) {
    body.ifTrue(element(MEON, ARG0), known -> known.returns(PRESENT)).returns(ZERO);
  }

  /**
   * Local0: all bits; Local1: the slot; Local2: the bits of its byte from it on; Local3: its bit.
   * Local4: the count.
   */
  private static void scan(TermListBuilder body) {
    body.store(sizeOf(MEON), LOCAL4).store(path("MSTB"), LOCAL0);
    askAgain(body);
    body.store(ZERO, LOCAL1)
        .store(ZERO, LOCAL2)
        .whileTrue(
            less(LOCAL1, LOCAL4),
            turn ->
                turn.ifElse(
                        and(LOCAL1, BITS_OF_BYTE),
                        inByte -> inByte.with(shiftRight(LOCAL2, ONE, LOCAL2)),
                        newByte ->
                            newByte.store(element(LOCAL0, shiftRight(LOCAL1, BYTE_SHIFT)), LOCAL2))
                    .with(and(LOCAL2, ONE, LOCAL3))
                    .ifTrue(
                        notEqual(element(MEON, LOCAL1), LOCAL3),
                        changed ->
                            changed
                                .store(LOCAL3, index(MEON, LOCAL1))
                                .store(ZERO, index(MEJD, LOCAL1))
                                .ifElse(
                                    LOCAL3,
                                    added -> added.call("MTFY", LOCAL1, DEVICE_CHECK),
                                    removed -> removed.call("MTFY", LOCAL1, EJECT_REQUEST)))
                    .increment(LOCAL1));
  }

  /**
   * Slots that were asked for again. Where MEON still has the slot its first request is yet to be
   * found in the bitmap, and is told once. The bitmap is read before: what is asked for twice after
   * that is told by the next scan, once too.
   */
  private static void askAgain(TermListBuilder body) {
    body.store(path("MAGN"), LOCAL1)
        .whileTrue(
            logicalAnd(LOCAL1, lessEqual(LOCAL1, LOCAL4)),
            turn ->
                turn.store(ZERO, path("MAGN"))
                    .with(subtract(LOCAL1, ONE, LOCAL1))
                    .ifTrue(
                        equal(element(MEON, LOCAL1), ZERO),
                        told -> told.call("MTFY", LOCAL1, EJECT_REQUEST))
                    .store(path("MAGN"), LOCAL1));
  }

  /**
   * A byte of a buffer rather than 1 << slot: integers have only 64 or 32 bits. Any argument but 1
   * asks for no ejection (ACPI 6.5, 6.3.3).
   */
  private static void eject(TermListBuilder body) {
    body.ifTrue(
        equal(ARG1, ONE),
        asked ->
            asked
                .store(Buffer.zeroed(MemslotRegisters.BITMAP_LENGTH), LOCAL0)
                .with(
                    new Expression.Binary(
                        Expression.Binary.Operator.SHIFT_LEFT,
                        ONE,
                        and(ARG0, BITS_OF_BYTE),
                        index(LOCAL0, shiftRight(ARG0, BYTE_SHIFT))))
                .store(ZERO, index(MEON, ARG0))
                .store(ONE, index(MEJD, ARG0))
                .store(LOCAL0, path("MEJB"))
                .sleep(EJECT_SETTLE_MILLISECONDS));
  }

  private static void report(TermListBuilder body) {
    body.ifTrue(
        logicalOr(equal(ARG0, EJECT_REQUEST), equal(ARG0, EJECTION_PROCESSING)),
        removal ->
            removal.ifElse(
                equal(ARG1, EJECTION_IN_PROGRESS),
                started -> started.store(ARG2, path("MRST")),
                ended ->
                    ended.ifTrue(
                        ARG1,
                        refused ->
                            refused.ifTrue(
                                equal(element(MEJD, ARG2), ZERO),
                                there ->
                                    there
                                        .store(ONE, index(MEON, ARG2))
                                        .store(ARG1, path("MCOD"))
                                        .store(ARG2, path("MRFL"))))));
    body.ifTrue(
        equal(ARG0, DEVICE_CHECK),
        addition ->
            addition.ifElse(
                ARG1,
                failed ->
                    failed
                        .store(ZERO, index(MEON, ARG2))
                        .store(ARG1, path("MCOD"))
                        .store(ARG2, path("MAFL")),
                succeeded -> succeeded.store(ARG2, path("MADD"))));
  }

  private static void device(TermListBuilder sb, NameString name, MemoryDevice device) {
    IntegerConst slot = integer(device.index());
    Buffer resources =
        Buffer.of(
            ResourceTemplate.of(AddressSpace.memory(device.base(), device.length())).encode());
    IntegerConst domain = integer(Integer.toUnsignedLong(device.proximityDomain()));
    List<Term> terms = new ArrayList<>(5 + METHODS.size());
    terms.add(new Name(ID, slot));
    terms.add(HARDWARE_ID);
    terms.add(new Name(UID, slot));
    terms.add(new Name(PXM, domain));
    terms.add(new Name(CRS, resources));
    terms.addAll(METHODS);
    sb.with(new Device(name, terms));
  }

  private static void notifications(TermListBuilder body, List<NameString> names) {
    for (int slot = 0; slot < names.size(); slot++) {
      NameString device = names.get(slot);
      body.ifTrue(equal(ARG0, integer(slot)), match -> match.notify(device, ARG1));
    }
  }

  private static PackageObj states(List<MemoryDevice> devices, IntPredicate enabled) {
    List<IntegerConst> states = new ArrayList<>();
    for (MemoryDevice device : devices) {
      states.add(enabled.test(device.index()) ? ONE : ZERO);
    }
    return new PackageObj(states);
  }
}
