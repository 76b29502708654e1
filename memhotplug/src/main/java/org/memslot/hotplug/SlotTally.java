package org.memslot.hotplug;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes a slot's statistics from its events. Guarded by the controller's lock. */
final class SlotTally {
  private long added;
  private long addsRefused;
  private long requested;
  private long removalsRefused;
  private long deleted;
  private long unrequestedEjects;
  private Optional<Instant> addedAt = Optional.empty();
  private Optional<Instant> requestedAt = Optional.empty();
  private boolean answered;
  private Optional<Duration> addToOnline = Optional.empty();
  private Optional<Duration> requestToAnswer = Optional.empty();
  private Optional<Duration> requestToDeleted = Optional.empty();

  /** When the guest was last asked for the memory. */
  Optional<Instant> requestedAt() {
    return requestedAt;
  }

  /** A request that was pending when the machine was saved is waited for anew. */
  void restoreRequest(Instant now) {
    requestedAt = Optional.of(now);
    answered = false;
  }

  void note(SlotEvent.OfSlot event) {
    Instant now = event.stamp().time();
    switch (event) {
      case SlotEvent.Populated _ -> {
        added++;
        addedAt = Optional.of(now);
        requestedAt = Optional.empty();
      }
      case SlotEvent.Online _ -> addToOnline = since(addedAt, now);
      case SlotEvent.AddRefused _ -> addsRefused++;
      case SlotEvent.EjectRequested _ -> {
        requested++;
        requestedAt = Optional.of(now);
        answered = false;
      }
      case SlotEvent.EjectStarted _ -> answer(now);
      case SlotEvent.EjectRefused _ -> {
        removalsRefused++;
        answer(now);
        requestedAt = Optional.empty();
      }
      case SlotEvent.Ejecting _ -> answer(now);
      case SlotEvent.Deleted _ -> {
        deleted++;
        answer(now);
        requestToDeleted = since(requestedAt, now);
      }
      case SlotEvent.EjectCancelled _ -> requestedAt = Optional.empty();
      case SlotEvent.EjectOverdue _,
          SlotEvent.EjectCrossed _,
          SlotEvent.EjectedAfterRefusal _,
          SlotEvent.EjectUnrequested _,
          SlotEvent.EjectFailed _ -> {}
    }
  }

  void countUnrequestedEject() {
    unrequestedEjects++;
  }

  private void answer(Instant now) {
    if (!answered && requestedAt.isPresent()) {
      answered = true;
      requestToAnswer = since(requestedAt, now);
    }
  }

  private static Optional<Duration> since(Optional<Instant> then, Instant now) {
    return then.map(start -> Duration.between(start, now));
  }

  SlotStatistics statistics() {
    return new SlotStatistics(
        added,
        addsRefused,
        requested,
        removalsRefused,
        deleted,
        unrequestedEjects,
        addToOnline,
        requestToAnswer,
        requestToDeleted);
  }
}
