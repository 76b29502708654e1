package org.memslot.hotplug;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Slots as JSON (RFC 8259): an array with an object for each. Addresses and sizes are strings of
 * hexadecimal digits after {@code 0x}, since JSON's numbers lose bits above 2<sup>53</sup>; times
 * are microseconds, null where there is none.
 */
public final class SlotJson {
  private SlotJson() {}

  /** The text. */
  public static String of(List<MemorySlot> slots) {
    return slots.stream().map(SlotJson::of).collect(Collectors.joining(",\n ", "[", "]"));
  }

  private static String of(MemorySlot slot) {
    SlotStatistics statistics = slot.statistics();
    return "{"
        + field("index", slot.index())
        + field("id", quote(slot.id()))
        + field("start", slot.range().map(range -> hex(range.first())).orElse("null"))
        + field("size", slot.range().map(range -> hex(range.length())).orElse("null"))
        + field("node", slot.node())
        + field("state", quote(slot.state().word()))
        + field("declined", slot.declined())
        + field("holders", holders(slot))
        + field("added", statistics.added())
        + field("addsRefused", statistics.addsRefused())
        + field("requested", statistics.requested())
        + field("removalsRefused", statistics.removalsRefused())
        + field("deleted", statistics.deleted())
        + field("unrequestedEjects", statistics.unrequestedEjects())
        + field("addToOnline", micros(statistics.addToOnline()))
        + field("requestToAnswer", micros(statistics.requestToAnswer()))
        + "\"requestToDeleted\": "
        + micros(statistics.requestToDeleted())
        + "}";
  }

  private static String field(String name, Object value) {
    return quote(name) + ": " + value + ", ";
  }

  private static String holders(MemorySlot slot) {
    return slot.holders().stream().map(SlotJson::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String hex(long value) {
    return quote("0x" + Long.toHexString(value));
  }

  private static String micros(Optional<Duration> duration) {
    return duration.map(time -> Long.toString(time.toNanos() / 1000)).orElse("null");
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
