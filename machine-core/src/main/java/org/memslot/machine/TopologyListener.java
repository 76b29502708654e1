package org.memslot.machine;

/**
 * Told of every change of an address space, in two steps, under the space's control lock. A
 * listener may throw from {@link #prepare} to veto: those asked before it are told to roll back,
 * and the space stays as it was.
 *
 * <p>A listener may read and write the space, pin regions and close pins: what comes of the last
 * pin's end ({@link RamRegion#drain}) comes when the change is over. It must not change this space,
 * which is refused, and must not wait for a lock under which others change it ({@link
 * AddressSpace#isInChange} tells).
 */
public interface TopologyListener {
  /**
   * A change is about to be published: make it possible, or throw {@link TopologyException} to
   * refuse it.
   *
   * @param delta the differences
   */
  void prepare(TopologyDelta delta);

  /**
   * The change has been published.
   *
   * @param delta the differences
   */
  default void commit(TopologyDelta delta) {}

  /**
   * The change for which this listener was prepared will not happen: undo.
   *
   * @param delta the differences
   */
  default void rollback(TopologyDelta delta) {}
}
