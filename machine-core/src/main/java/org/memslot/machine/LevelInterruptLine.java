package org.memslot.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A level-triggered interrupt line that tells its listeners of every change of level, in order. One
 * that throws is logged; the line and its other listeners go on.
 */
public final class LevelInterruptLine implements InterruptLine {
  /** Told when the level changes. */
  @FunctionalInterface
  public interface Listener {
    /**
     * The level has changed. Called under the line's lock by the thread that changed it: be brief.
     *
     * @param asserted the new level
     */
    void changed(boolean asserted);
  }

  private static final Logger LOG = LoggerFactory.getLogger(LevelInterruptLine.class);

  private final String name;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean asserted;

  /**
   * A line that is down.
   *
   * @param name name for messages
   */
  public LevelInterruptLine(String name) {
    this.name = name;
  }

  /**
   * The name of the line.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Adds a listener; it is told at once when the line is already up, and not added if it throws
   * then.
   *
   * @param listener told of changes
   */
  public synchronized void addListener(Listener listener) {
    if (asserted) {
      listener.changed(true);
    }
    listeners.add(listener);
  }

  /**
   * Removes a listener.
   *
   * @param listener told no more
   */
  public synchronized void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  @Override
  public void raise() {
    set(true);
  }

  @Override
  public void lower() {
    set(false);
  }

  @Override
  public boolean isAsserted() {
    return asserted;
  }

  private synchronized void set(boolean level) {
    if (asserted == level) {
      return;
    }
    asserted = level;
    notifyAll();
    listeners.forEach(listener -> tell(listener, level));
  }

  private void tell(Listener listener, boolean level) {
    try {
      listener.changed(level);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: a listener failed", this, e);
    }
  }

  /**
   * Waits until the line is up.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public synchronized void awaitAsserted() throws InterruptedException {
    while (!asserted) {
      wait();
    }
  }

  @Override
  public String toString() {
    return name + (asserted ? " (asserted)" : " (idle)");
  }
}
