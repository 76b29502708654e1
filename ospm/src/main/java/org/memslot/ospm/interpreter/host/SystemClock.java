package org.memslot.ospm.interpreter.host;

import java.util.concurrent.TimeUnit;

/** Real time. */
final class SystemClock implements AmlClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
  }
}
