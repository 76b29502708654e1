package org.memslot.ospm.interpreter.host;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that moves only when somebody sleeps: Sleep(200) takes no time and still counts 200 ms.
 */
public final class VirtualClock implements AmlClock {
  private final AtomicLong now = new AtomicLong();

  /** Creates a clock that stands at 0. */
  public VirtualClock() {}

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void sleep(long nanos) {
    now.addAndGet(nanos);
  }
}
