package org.memslot.hypervisor;

/**
 * What helps where a board cannot be built or started: a change of its {@link MachineConfig}. See
 * {@link BoardException#remedy}.
 */
public sealed interface Remedy {
  /** What to do, in a few words. */
  String message();

  /** The host has not enough memory: a machine with less boot memory. */
  record LessBootMemory() implements Remedy {
    @Override
    public String message() {
      return "give the machine less boot memory";
    }
  }

  /** A kernel or its initial RAM disk does not fit: a machine with more boot memory. */
  record MoreBootMemory() implements Remedy {
    @Override
    public String message() {
      return "give the machine more boot memory";
    }
  }

  /** Saved slots do not fit: a machine with more memory for its anonymous slots. */
  record MoreSlotMemory() implements Remedy {
    @Override
    public String message() {
      return "give the machine more memory for anonymous slots";
    }
  }

  /**
   * The host allows fewer processors.
   *
   * @param most how many it allows
   */
  record FewerProcessors(int most) implements Remedy {
    @Override
    public String message() {
      return "give the machine %d processors or fewer".formatted(most);
    }
  }

  /**
   * The host has narrower physical addresses.
   *
   * @param bits their width
   */
  record NarrowerAddresses(int bits) implements Remedy {
    @Override
    public String message() {
      return "describe the machine with addresses of %d bits or less".formatted(bits);
    }
  }
}
