package org.memslot.aml.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.Statement.Return;
import org.memslot.aml.Term;

/** What _STA says of devices without being run (ACPI 6.5, section 6.3.7). */
final class DeviceStatus {
  /** Whether a device is there. */
  enum Presence {
    /** There is no _STA, or it is a constant with bit 0 set. */
    PRESENT,
    /** _STA is a constant without bit 0. */
    ABSENT,
    /** _STA, or a condition around the device, decides at run time. */
    DECIDED_LATER
  }

  private static final NameSeg STA = NameSeg.of("_STA");
  private static final int PRESENT_BIT = 1;

  private final Map<NameString, Presence> own = new HashMap<>();

  DeviceStatus(List<PlacedName> names) {
    for (PlacedName placed : names) {
      if (placed.isNamed(STA)) {
        own.merge(
            placed.parent(),
            placed.conditional() ? Presence.DECIDED_LATER : presence(placed.term()),
            DeviceStatus::weaker);
      } else if (placed.conditional()) {
        own.put(placed.path(), Presence.DECIDED_LATER);
      }
    }
  }

  /** Returns whether a device and all that it stands in are there. */
  Presence of(NameString device) {
    Presence presence = Presence.PRESENT;
    List<NameSeg> segments = device.segments();
    for (int length = segments.size(); length > 0; length--) {
      NameString ancestor = new NameString(true, 0, segments.subList(0, length));
      Presence step = own.getOrDefault(ancestor, Presence.PRESENT);
      if (step == Presence.ABSENT) {
        return Presence.ABSENT;
      }
      presence = weaker(presence, step);
    }
    return presence;
  }

  private static Presence weaker(Presence one, Presence other) {
    return one == Presence.PRESENT ? other : one;
  }

  private static Presence presence(Term status) {
    if (status instanceof Name(_, IntegerConst(long value, _))) {
      return presence(value);
    }
    if (status instanceof Method method
        && method.terms().size() == 1
        && method.terms().getFirst() instanceof Return(IntegerConst(long value, _))) {
      return presence(value);
    }
    return Presence.DECIDED_LATER;
  }

  private static Presence presence(long value) {
    return (value & PRESENT_BIT) != 0 ? Presence.PRESENT : Presence.ABSENT;
  }
}
