package org.memslot.hypervisor.device;

import java.util.HashSet;
import java.util.Set;
import org.memslot.machine.InterruptLine;

/**
 * A level-triggered interrupt that several devices share, as the SCI is by the PM1 and GPE blocks:
 * asserted while any of them asserts its own input.
 */
public final class SharedInterrupt {
  private final InterruptLine output;
  private final Set<InterruptLine> asserted = new HashSet<>();

  /** An interrupt that nobody asserts yet. */
  public SharedInterrupt(InterruptLine output) {
    this.output = output;
  }

  /** A line for one more device. */
  public InterruptLine input() {
    return new InterruptLine() {
      @Override
      public void raise() {
        set(this, true);
      }

      @Override
      public void lower() {
        set(this, false);
      }

      @Override
      public boolean isAsserted() {
        return isSet(this);
      }
    };
  }

  private synchronized void set(InterruptLine input, boolean level) {
    if (level) {
      asserted.add(input);
    } else {
      asserted.remove(input);
    }
    // Also when nothing has changed here: the output may have failed to follow the last time.
    if (asserted.isEmpty()) {
      output.lower();
    } else {
      output.raise();
    }
  }

  private synchronized boolean isSet(InterruptLine input) {
    return asserted.contains(input);
  }
}
