package org.memslot.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A guest that does nothing but note what the board asks of it, with what it could see at that
 * moment.
 */
class RecordingGuest implements Guest {
  private final List<String> calls = new ArrayList<>();
  private final Supplier<String> sight;

  RecordingGuest(Supplier<String> sight) {
    this.sight = sight;
  }

  RecordingGuest() {
    this(() -> "");
  }

  private synchronized void note(String call) {
    calls.add((call + " " + sight.get()).strip());
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void start() {
    note("start");
  }

  @Override
  public void stop() {
    note("stop");
  }

  @Override
  public boolean awaitIdle(Duration limit) {
    return true;
  }

  @Override
  public List<String> describe() {
    return List.of("recording");
  }

  @Override
  public void close() {
    note("close");
  }
}
