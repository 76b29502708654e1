package org.memslot.hotplug;

/** What can happen to a slot: the lines of {@link SlotTransitions}. */
sealed interface SlotTrigger {
  /** Who does what, for the table. */
  String words();

  /** What the operator asks for. */
  enum Operator implements SlotTrigger {
    /** Add memory. */
    ADD("add"),
    /** Ask the guest for the memory back. */
    DELETE("delete"),
    /** Take that request back. */
    CANCEL("cancel");

    private final String command;

    Operator(String command) {
      this.command = command;
    }

    String command() {
      return command;
    }

    @Override
    public String words() {
      return "operator: " + command;
    }
  }

  /** What the guest does; the codes of {@code _OST} are in ACPI 6.5, section 6.3.5. */
  enum Guest implements SlotTrigger {
    /** It uses the memory: {@code _OST(1, 0)}. */
    ADD_SUCCEEDED("add succeeded"),
    /** It could not add the memory: {@code _OST(1, not 0)}. */
    ADD_FAILED("add failed"),
    /** Removal has begun: {@code _OST(3, 0x84)}. */
    REMOVAL_STARTED("removal in progress"),
    /** It keeps the memory: {@code _OST(3, other than 0 and 0x84)}. */
    REMOVAL_REFUSED("removal refused"),
    /** It ejects the memory: {@code _EJ0}. */
    EJECT("eject");

    private final String report;

    Guest(String report) {
      this.report = report;
    }

    @Override
    public String words() {
      return "guest: " + report;
    }
  }

  /** What happens to the machine. */
  enum Machine implements SlotTrigger {
    /** The machine is reset; slots keep their memory. */
    RESET("reset"),
    /** The machine is reset to what it was at the start. */
    RESET_TO_START("reset to the start"),
    /** The memory is off the bus and given back to the host. */
    DRAINED("drained"),
    /** The bus would not let the memory go. */
    RETAINED("retained");

    private final String event;

    Machine(String event) {
      this.event = event;
    }

    @Override
    public String words() {
      return "machine: " + event;
    }
  }
}
