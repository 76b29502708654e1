package org.memslot.hotplug;

/** What is done when something happens to a slot: the cells of {@link SlotTransitions}. */
sealed interface SlotAction {
  /** The action as the table shows it; an arrow leads to the slot's next state. */
  String cell();

  /** What is done when the operator asks for something. */
  sealed interface OfOperator extends SlotAction {}

  /**
   * The operator asked for what cannot be: nothing changes, and the answer says why.
   *
   * @param reason why, and the way out
   */
  record Refuse(String reason) implements OfOperator {
    @Override
    public String cell() {
      return "refused";
    }
  }

  /** What the operator asks for is done. */
  enum Obey implements OfOperator {
    /** Put memory on the bus and tell the guest. */
    POPULATE("-> populated"),
    /** Tell the guest again of memory that it could not add before. */
    OFFER_AGAIN("told again"),
    /** Ask the guest for the memory. */
    ASK("-> eject-requested"),
    /** Ask for the memory although the guest may still answer a request that was taken back. */
    ASK_ANEW("-> eject-requested"),
    /** Make the pending request once more. */
    ASK_AGAIN("asked again"),
    /** Take memory that the guest never took. */
    TAKE_BACK("-> ejecting"),
    /** Take the request back: the slot is what it was before, populated or online. */
    CANCEL("-> back");

    private final String cell;

    Obey(String cell) {
      this.cell = cell;
    }

    @Override
    public String cell() {
      return cell;
    }
  }

  /** What is done when the guest reports or ejects. */
  enum OfGuest implements SlotAction {
    /** The guest uses the memory. */
    GO_ONLINE("-> online"),
    /** The guest uses memory that it is asked for: that is where a refusal leads back to. */
    NOTE_ONLINE("noted"),
    /** The slot is declined from now on. */
    DECLINE("declined"),
    /** The guest declines what it is asked for, so nothing need be waited for. */
    LEAVE_DECLINED("-> ejecting"),
    /** The guest has begun to remove the memory. */
    NOTE_REMOVAL("noted"),
    /** The guest keeps the memory: the slot is what it was before, populated or online. */
    KEEP("-> back"),
    /** The guest has let go. */
    EJECT("-> ejecting"),
    /** The guest has let go of what nobody asked for. */
    EJECT_UNREQUESTED("-> ejecting"),
    /** The eject crossed the operator's change of mind: the memory is new to the guest. */
    OFFER_CROSSED("-> populated"),
    /** The guest ejected what it had refused to eject: the memory is new to the guest. */
    OFFER_REFUSED("-> populated"),
    /** Count an eject that nobody asked for and let the guest find that the memory is there. */
    COUNT_AND_TELL("counted"),
    /** Count an eject of memory that is not there. */
    COUNT_EJECT("counted"),
    /** Count a report that the slot's state does not explain. */
    COUNT("counted");

    private final String cell;

    OfGuest(String cell) {
      this.cell = cell;
    }

    @Override
    public String cell() {
      return cell;
    }
  }

  /** What is done when something happens to the machine. */
  enum OfMachine implements SlotAction {
    /** Memory that the guest no longer uses is there for it. */
    FORGET_USE("-> populated"),
    /** Nobody in the guest uses the memory; it leaves. */
    LEAVE("-> ejecting"),
    /** The slot is empty. */
    EMPTY("-> empty"),
    /** Memory that stays on the bus is new to the guest. */
    OFFER_RETAINED("-> populated"),
    /** Nothing. */
    NOTHING("-");

    private final String cell;

    OfMachine(String cell) {
      this.cell = cell;
    }

    @Override
    public String cell() {
      return cell;
    }
  }
}
