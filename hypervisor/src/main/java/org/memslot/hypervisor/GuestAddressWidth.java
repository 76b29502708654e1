package org.memslot.hypervisor;

import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;

/**
 * The width of a guest's physical addresses on a host: what the machine was described with, and
 * what the host's KVM lets a guest have (CPUID leaf 80000008H).
 *
 * @param described the machine's, {@link MachineConfig#addressBits}
 * @param host the host's
 */
public record GuestAddressWidth(int described, int host) {
  /** What the guest is told: never more than the host has. */
  public int told() {
    return Math.min(described, host);
  }

  /**
   * Memory that the machine has or may get and that the guest could not address.
   *
   * @param name what it is
   * @param range where it lies
   */
  public record Memory(String name, AddressRange range) {}

  /**
   * Makes sure that the guest can address all of this memory.
   *
   * @throws BoardException when it cannot; it names the first that is out of reach
   */
  public void requireAddressable(List<Memory> memory) {
    for (Memory part : memory) {
      if (part.range().last() >>> told() != 0) {
        throw new BoardException(
            "%s at %s passes 0x%x, the last physical address that this host's KVM gives a guest (%d bits)"
                .formatted(part.name(), part.range(), (1L << told()) - 1, host),
            new Remedy.NarrowerAddresses(host));
      }
    }
  }

  /** What an operator should know where the host has less than was described. */
  public Optional<String> advice() {
    return described <= host
        ? Optional.empty()
        : Optional.of(
            "physical addresses of %d bits: this host's KVM gives guests %d; the guest is told %d"
                .formatted(described, host, told()));
  }
}
