package org.memslot.hotplug.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.hotplug.slot.SlotId;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;

/**
 * Slots as bytes: u8 length of the name, the name, u8 states, u8 flags, u32 node, u64 first, u64
 * last.
 */
final class StateEncoding {
  private static final int DECLINED = 1;
  private static final int KNOWN = 2;
  private static final int CANCELLED = 4;
  private static final int HAS_RANGE = 8;
  private static final int FIXED = 1 + 1 + 1 + 4 + 8 + 8;

  private StateEncoding() {}

  /** Bytes that are no slots. */
  static final class BadSlots extends Exception {
    private static final long serialVersionUID = 1L;

    BadSlots(String message) {
      super(message);
    }
  }

  static ByteBuffer encode(List<SavedSlot> slots) {
    int size = 4;
    for (SavedSlot slot : slots) {
      size += slot.id().length() + FIXED;
    }
    ByteBuffer out = StateFormat.buffer(size);
    out.putInt(slots.size());
    for (SavedSlot slot : slots) {
      byte[] name = slot.id().getBytes(StandardCharsets.US_ASCII);
      out.put((byte) name.length).put(name);
      out.put((byte) (code(slot.state()) | code(slot.beforeRequest()) << 4));
      out.put((byte) flags(slot));
      out.putInt(slot.node());
      out.putLong(slot.range().map(AddressRange::first).orElse(0L));
      out.putLong(slot.range().map(AddressRange::last).orElse(0L));
    }
    return out.flip();
  }

  static List<SavedSlot> decode(ByteBuffer in) throws BadSlots {
    require(in, 4);
    long count = Integer.toUnsignedLong(in.getInt());
    if (count > in.remaining() / FIXED) {
      throw new BadSlots(count + " slots do not fit in it");
    }
    List<SavedSlot> slots = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      slots.add(slot(in));
    }
    if (in.hasRemaining()) {
      throw new BadSlots(in.remaining() + " bytes follow the last slot");
    }
    return slots;
  }

  private static SavedSlot slot(ByteBuffer in) throws BadSlots {
    require(in, 1);
    byte[] name = new byte[in.get() & 0xff];
    require(in, name.length + FIXED - 1);
    in.get(name);
    String id = new String(name, StandardCharsets.US_ASCII);
    Optional<String> fault = SlotId.fault(id);
    if (fault.isPresent()) {
      throw new BadSlots("slot name \"%s\": %s".formatted(id, fault.get()));
    }
    int states = in.get();
    int flags = in.get();
    int node = in.getInt();
    long first = in.getLong();
    long last = in.getLong();
    boolean hasRange = (flags & HAS_RANGE) != 0;
    if (hasRange && Long.compareUnsigned(first, last) > 0) {
      throw new BadSlots("slot %s from 0x%x to 0x%x".formatted(id, first, last));
    }
    SlotState state = state(states & 0xf);
    if (state.hasMemory() && !hasRange) {
      throw new BadSlots("slot %s is %s without a range".formatted(id, state.word()));
    }
    return new SavedSlot(
        id,
        hasRange ? Optional.of(new AddressRange(first, last)) : Optional.empty(),
        node,
        state,
        state(states >> 4 & 0xf),
        (flags & DECLINED) != 0,
        (flags & KNOWN) != 0,
        (flags & CANCELLED) != 0);
  }

  private static int flags(SavedSlot slot) {
    return (slot.declined() ? DECLINED : 0)
        | (slot.known() ? KNOWN : 0)
        | (slot.cancelled() ? CANCELLED : 0)
        | (slot.range().isPresent() ? HAS_RANGE : 0);
  }

  private static int code(SlotState state) {
    return switch (state) {
      case EMPTY -> 0;
      case POPULATED -> 1;
      case ONLINE -> 2;
      case EJECT_REQUESTED -> 3;
      case EJECTING -> 4;
    };
  }

  private static SlotState state(int code) throws BadSlots {
    for (SlotState state : SlotState.values()) {
      if (code(state) == code) {
        return state;
      }
    }
    throw new BadSlots("slot state " + code);
  }

  private static void require(ByteBuffer in, int bytes) throws BadSlots {
    if (in.remaining() < bytes) {
      throw new BadSlots("it ends within a slot");
    }
  }
}
