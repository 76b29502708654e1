package org.memslot.hotplug.slot;

import org.memslot.machine.AddressRange;

/**
 * A slot as the machine was configured with it. The slot's number, by which registers and AML know
 * it, is its place in the list of plans.
 */
public sealed interface SlotPlan {
  /** The slot's name. */
  String id();

  /**
   * A slot with a name of its own: its range and node are known before the guest starts.
   *
   * @param id its name
   * @param range where its memory lies when it has any
   * @param node its proximity domain
   * @param populated whether it has memory when the machine starts
   */
  record Named(String id, AddressRange range, int node, boolean populated) implements SlotPlan {}

  /**
   * A slot without a range of its own: memory of any size and node can be added to it while the
   * guest runs.
   *
   * @param id its name
   */
  record Anonymous(String id) implements SlotPlan {}
}
