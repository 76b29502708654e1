package org.memslot.hotplug;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.memslot.machine.AddressRange;

/**
 * Something that became of a slot or of the machine. {@link #line} is the event at the monitor,
 * without the leading asterisk.
 */
public sealed interface SlotEvent {
  /** Number and time of the event. */
  Stamp stamp();

  /** The event in the words of the monitor, such as {@code memslot hot1 online}. */
  String line();

  /**
   * Which event, and when.
   *
   * @param sequence counts all events of a controller from 1, without gaps
   * @param time when the state changed
   */
  record Stamp(long sequence, Instant time) {}

  /** An event of one slot. */
  sealed interface OfSlot extends SlotEvent {
    /** The slot's name. */
    String id();
  }

  /**
   * Memory is on the bus and the guest was told.
   *
   * @param stamp number and time
   * @param id the slot
   * @param range where the memory lies
   * @param node its proximity domain
   */
  record Populated(Stamp stamp, String id, AddressRange range, int node) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " populated";
    }
  }

  /**
   * The guest uses the memory.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record Online(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " online";
    }
  }

  /**
   * The guest could not add the memory. The slot keeps it: add tells the guest again, delete takes
   * it back.
   *
   * @param stamp number and time
   * @param id the slot
   * @param status why
   */
  record AddRefused(Stamp stamp, String id, OstStatus status) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " add-refused: " + status;
    }
  }

  /**
   * The guest was asked to give the memory back.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record EjectRequested(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-requested";
    }
  }

  /**
   * The guest has begun to give the memory back.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record EjectStarted(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-in-progress";
    }
  }

  /**
   * The guest keeps the memory. It can be asked again.
   *
   * @param stamp number and time
   * @param id the slot
   * @param status why
   */
  record EjectRefused(Stamp stamp, String id, OstStatus status) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-refused: " + status;
    }
  }

  /**
   * The guest has not answered a request within {@link HotplugSettings#answerLimit}. The request
   * stands: it can be made again or cancelled.
   *
   * @param stamp number and time
   * @param id the slot
   * @param waited since the request
   */
  record EjectOverdue(Stamp stamp, String id, Duration waited) implements OfSlot {
    @Override
    public String line() {
      return "memslot %s eject-overdue: no answer for %d s; the request stands"
          .formatted(id, waited.toSeconds());
    }
  }

  /**
   * The operator no longer wants the memory back.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record EjectCancelled(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-cancelled";
    }
  }

  /**
   * The guest ejected memory although the operator had just taken the request back. The slot keeps
   * the memory and the guest is told of it anew.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record EjectCrossed(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-crossed: the request had been cancelled; offered again";
    }
  }

  /**
   * The guest, asked more than once, has refused and then ejected the memory all the same. The slot
   * keeps the memory and the guest is told of it anew.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record EjectedAfterRefusal(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-crossed: the request had been refused; offered again";
    }
  }

  /**
   * The guest ejected memory that nobody had asked for. The first such eject in each state of the
   * slot is an event; {@link SlotStatistics#unrequestedEjects} counts all of them.
   *
   * @param stamp number and time
   * @param id the slot
   * @param allowed whether it is carried out, see {@link HotplugSettings#unrequestedEject}; else
   *     the slot keeps the memory
   */
  record EjectUnrequested(Stamp stamp, String id, boolean allowed) implements OfSlot {
    @Override
    public String line() {
      return "memslot %s eject-unrequested: nobody had asked for it; %s"
          .formatted(id, allowed ? "carried out" : "refused, the slot keeps its memory");
    }
  }

  /**
   * The guest has let go, but somebody on the host holds the memory: it leaves the bus when the
   * last of them lets go.
   *
   * @param stamp number and time
   * @param id the slot
   * @param holders who holds it
   */
  record Ejecting(Stamp stamp, String id, List<String> holders) implements OfSlot {
    /** Copies the holders. */
    public Ejecting {
      holders = List.copyOf(holders);
    }

    @Override
    public String line() {
      return "memslot " + id + " ejecting: waits for " + String.join(", ", holders);
    }
  }

  /**
   * The bus refused to let the memory go; the slot is populated again and the guest was told.
   *
   * @param stamp number and time
   * @param id the slot
   * @param reason what the bus said
   */
  record EjectFailed(Stamp stamp, String id, String reason) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " eject-failed: " + reason;
    }
  }

  /**
   * The memory is gone and the slot can be used again.
   *
   * @param stamp number and time
   * @param id the slot
   */
  record Deleted(Stamp stamp, String id) implements OfSlot {
    @Override
    public String line() {
      return "memslot " + id + " deleted";
    }
  }

  /**
   * The machine was restored from a state file.
   *
   * @param stamp number and time
   */
  record GuestRestored(Stamp stamp) implements SlotEvent {
    @Override
    public String line() {
      return "guest restored";
    }
  }

  /**
   * The machine was reset.
   *
   * @param stamp number and time
   */
  record GuestReset(Stamp stamp) implements SlotEvent {
    @Override
    public String line() {
      return "guest reset";
    }
  }
}
