package org.memslot.cli.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading has found so far: tables within the limits, and inputs that cannot be read. */
final class Found {
  private final InspectLimits limits;
  private final List<FoundTable> tables = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /** How many tables have a name. */
  private final Map<String, Integer> names = new HashMap<>();

  /** How many tables were added, those that are taken out included. */
  private int added;

  private long bytes;

  Found(InspectLimits limits) {
    this.limits = limits;
  }

  /** Adds a table. A second one of the same name, as archives may have, gets a number. */
  void add(String name, byte[] content) throws LimitExceededException {
    if (content.length > limits.tableBytes()) {
      note(name, "more than " + (limits.tableBytes() >> 20) + " MiB; that is no table");
      return;
    }
    if (added == limits.tables() || bytes + content.length > limits.heldBytes()) {
      throw new LimitExceededException(
          "more than "
              + limits.tables()
              + " tables or "
              + (limits.heldBytes() >> 20)
              + " MiB of them in all; the rest is not read");
    }
    added++;
    bytes += content.length;
    int count = names.merge(name, 1, Integer::sum);
    tables.add(new FoundTable(count == 1 ? name : name + "#" + count, content));
  }

  void note(String name, String reason) {
    unreadable.add(new Unreadable(name, reason));
  }

  /** How many tables there are and how many inputs cannot be read. */
  int count() {
    return tables.size() + unreadable.size();
  }

  int tableCount() {
    return tables.size();
  }

  /** Takes out the tables from this one on, to put them back in another order. */
  List<FoundTable> takeFrom(int first) {
    List<FoundTable> tail = tables.subList(first, tables.size());
    List<FoundTable> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  void putBack(List<FoundTable> taken) {
    tables.addAll(taken);
  }

  /** The tables in the order in which they are shown. */
  List<FoundTable> tables() {
    return List.copyOf(tables);
  }

  List<Unreadable> unreadable() {
    return List.copyOf(unreadable);
  }
}
