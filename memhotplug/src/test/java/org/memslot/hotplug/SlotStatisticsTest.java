package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotState;

/** The clock of the test machine goes on by one second with each look at it. */
class SlotStatisticsTest {
  private final TestMachine machine = TestMachine.of("id=a,size=128M", "id=b,size=128M");

  private SlotStatistics statistics() {
    return machine.controller.slot("a").orElseThrow().statistics();
  }

  private void online() {
    machine.controller.add("a");
    machine.bit(0);
    machine.seconds.addAndGet(10);
    machine.report(TestMachine.ADD_SUCCEEDED, 0);
  }

  @Test
  void stagesAreCountedAndTimed() {
    online();
    assertThat(statistics().addToOnline()).contains(Duration.ofSeconds(11));
    machine.controller.delete("a");
    machine.seconds.addAndGet(5);
    machine.refuseRemoval(0, 0x82);
    assertThat(statistics().requestToAnswer()).contains(Duration.ofSeconds(6));
    machine.controller.delete("a");
    machine.seconds.addAndGet(2);
    machine.refuseRemoval(0, 0x84);
    machine.seconds.addAndGet(20);
    machine.eject(0);
    SlotStatistics end = statistics();
    assertThat(end.requestToAnswer()).contains(Duration.ofSeconds(3));
    assertThat(end.requestToDeleted()).contains(Duration.ofSeconds(24));
    assertThat(end.added()).isEqualTo(1);
    assertThat(end.requested()).isEqualTo(2);
    assertThat(end.removalsRefused()).isEqualTo(1);
    assertThat(end.deleted()).isEqualTo(1);
    assertThat(end.addsRefused()).isZero();
  }

  @Test
  void aGuestThatDoesNotAnswerIsToldOfOnceForEachRequest() {
    online();
    machine.controller.delete("a");
    machine.seconds.addAndGet(28);
    machine.controller.checkAnswers();
    assertThat(machine.lines().getLast()).isEqualTo("memslot a eject-requested");
    machine.controller.checkAnswers();
    machine.controller.checkAnswers();
    assertThat(machine.lines().getLast())
        .startsWith("memslot a eject-overdue: no answer for 3")
        .endsWith("s; the request stands");
    int events = machine.events.size();
    machine.seconds.addAndGet(100);
    machine.controller.checkAnswers();
    assertThat(machine.events).hasSize(events);
    assertThat(machine.state("a")).isEqualTo(SlotState.EJECT_REQUESTED);

    machine.refuseRemoval(0, 0x82);
    machine.controller.delete("a");
    machine.seconds.addAndGet(100);
    machine.controller.checkAnswers();
    assertThat(machine.lines().getLast()).startsWith("memslot a eject-overdue");
    machine.eject(0);
    assertThat(machine.state("a")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void jsonSaysTheSame() {
    online();
    assertThat(SlotJson.of(machine.controller.slots()))
        .isEqualTo(
            """
            [{"index": 0, "id": "a", "start": "0x100000000", "size": "0x8000000", "node": 0, \
            "state": "online", "declined": false, "holders": [], "added": 1, "addsRefused": 0, \
            "requested": 0, "removalsRefused": 0, "deleted": 0, "unrequestedEjects": 0, \
            "addToOnline": 11000000, "requestToAnswer": null, "requestToDeleted": null},
             {"index": 1, "id": "b", "start": "0x108000000", "size": "0x8000000", "node": 0, \
            "state": "empty", "declined": false, "holders": [], "added": 0, "addsRefused": 0, \
            "requested": 0, "removalsRefused": 0, "deleted": 0, "unrequestedEjects": 0, \
            "addToOnline": null, "requestToAnswer": null, "requestToDeleted": null}]\
            """);
  }

  @Test
  void jsonQuotesWhatAHolderCallsItself() {
    online();
    var pin = machine.allocated.getFirst().pin("a \"b\"\n");
    machine.controller.delete("a");
    machine.eject(0);
    assertThat(SlotJson.of(machine.controller.slots()))
        .contains("\"holders\": [\"a \\u0022b\\u0022\\u000a\"]");
    pin.close();
  }
}
