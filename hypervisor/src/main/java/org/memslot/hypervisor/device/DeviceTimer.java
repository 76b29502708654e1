package org.memslot.hypervisor.device;

/** Calls a device when some time has passed. */
@FunctionalInterface
public interface DeviceTimer {
  /**
   * Calls once.
   *
   * @param nanos from now on, 0 or more
   * @param task called on a thread of the timer's; it must not wait
   * @return cancels the call if it has not begun, and releases what it holds
   */
  Runnable after(long nanos, Runnable task);
}
