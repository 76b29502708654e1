package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * The events of each slot since it got its memory, a letter each, and the order that they may have:
 * memory comes before all else, every request has one outcome, and nothing is deleted twice.
 */
final class SlotLives {
  private static final String REQUESTS = "P[OA]*(R[SOAW]*[XC][OAV]*|E?F[OA]*)*(R[SOAW]*)?E?";

  /** As far as it can have gone. */
  private static final Pattern GOING = Pattern.compile("(" + REQUESTS + ")?");

  private static final Pattern ENDED = Pattern.compile(REQUESTS + "D");

  private final Map<String, StringBuilder> lives = new ConcurrentHashMap<>();
  private final Queue<String> disorders = new ConcurrentLinkedQueue<>();

  /**
   * Hears of an event; what is wrong with it is kept for {@link #check}. An eject that nobody asked
   * for can come at any time while there is memory.
   */
  void note(SlotEvent event) {
    if (event instanceof SlotEvent.OfSlot slot && !(event instanceof SlotEvent.EjectUnrequested)) {
      StringBuilder life = lives.computeIfAbsent(slot.id(), _ -> new StringBuilder());
      life.append(letter(slot));
      if (event instanceof SlotEvent.Deleted) {
        if (!ENDED.matcher(life).matches()) {
          disorders.add(slot.id() + ": " + life);
        }
        life.setLength(0);
      }
    }
  }

  private static char letter(SlotEvent.OfSlot event) {
    return switch (event) {
      case SlotEvent.Populated _ -> 'P';
      case SlotEvent.Online _ -> 'O';
      case SlotEvent.AddRefused _ -> 'A';
      case SlotEvent.EjectRequested _ -> 'R';
      case SlotEvent.EjectStarted _ -> 'S';
      case SlotEvent.EjectRefused _ -> 'X';
      case SlotEvent.EjectOverdue _ -> 'W';
      case SlotEvent.EjectCancelled _ -> 'C';
      case SlotEvent.EjectCrossed _, SlotEvent.EjectedAfterRefusal _ -> 'V';
      case SlotEvent.EjectUnrequested _ -> 'U';
      case SlotEvent.Ejecting _ -> 'E';
      case SlotEvent.EjectFailed _ -> 'F';
      case SlotEvent.Deleted _ -> 'D';
    };
  }

  /** The slot's events are in order and end where its state is. */
  void check(MemorySlot slot, String when) {
    assertThat(disorders).as(when).isEmpty();
    String life = lives.getOrDefault(slot.id(), new StringBuilder()).toString();
    assertThat(GOING.matcher(life).matches())
        .as("life of %s: %s, %s", slot.id(), life, when)
        .isTrue();
    assertThat(life.isEmpty())
        .as("memory of %s after %s, %s", slot.id(), life, when)
        .isEqualTo(!slot.state().hasMemory());
  }
}
