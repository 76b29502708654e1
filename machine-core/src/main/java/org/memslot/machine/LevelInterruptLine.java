package org.memslot.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A level-triggered interrupt line that tells its listeners of every change of level, in order. */
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
   * Adds a listener; it is told at once when the line is already up.
   *
   * @param listener told of changes
   */
  public synchronized void addListener(Listener listener) {
    listeners.add(listener);
    if (asserted) {
      listener.changed(true);
    }
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
    listeners.forEach(l -> l.changed(level));
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
