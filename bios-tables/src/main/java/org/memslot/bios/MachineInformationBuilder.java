package org.memslot.bios;

import java.util.List;
import java.util.Optional;
import org.memslot.bios.ParavirtInformation.Layout;

/**
 * Builds a {@link MachineInformation}. What is not set is as in the smallest machine: one
 * processor, no NUMA nodes, no slots, nothing known of distances and speed.
 */
public final class MachineInformationBuilder {
  private final E820Map memory;
  private int presentCpus = 1;
  private ParavirtInformation paravirt = new ParavirtInformation(List.of(0), List.of(), List.of());
  private Layout layout = Layout.LATER;
  private NumaDistances distances = NumaDistances.UNSPECIFIED;
  private NodePerformance performance = NodePerformance.UNSPECIFIED;
  private Optional<AnonymousArea> anonymous = Optional.empty();

  MachineInformationBuilder(E820Map memory) {
    this.memory = memory;
  }

  /** Processors that run at boot, numbered from 0. */
  public MachineInformationBuilder presentCpus(int count) {
    presentCpus = count;
    return this;
  }

  /** NUMA nodes, slots, and the node of each processor that may ever be present. */
  public MachineInformationBuilder paravirt(ParavirtInformation information) {
    paravirt = information;
    return this;
  }

  /** The form in which key 0x0d is written. */
  public MachineInformationBuilder layout(Layout form) {
    layout = form;
    return this;
  }

  /** Distances between NUMA nodes. */
  public MachineInformationBuilder distances(NumaDistances between) {
    distances = between;
    return this;
  }

  /** Speed of memory as the nodes see it. */
  public MachineInformationBuilder performance(NodePerformance ofNodes) {
    performance = ofNodes;
    return this;
  }

  /** The slots that have no range before the guest runs, numbered after the others. */
  public MachineInformationBuilder anonymous(Optional<AnonymousArea> area) {
    anonymous = area;
    return this;
  }

  /**
   * The machine.
   *
   * @throws FirmwareLimitException if there are more processors than the tables can say
   * @throws IllegalArgumentException if no processor is present, or more than are possible
   */
  public MachineInformation build() {
    return new MachineInformation(
        memory, presentCpus, paravirt, layout, distances, performance, anonymous);
  }
}
