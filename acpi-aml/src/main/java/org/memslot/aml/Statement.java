package org.memslot.aml;

import java.util.List;
import java.util.Optional;

/** A term that does something and has no value (ACPI 6.5, 20.2.5.3). */
public sealed interface Statement extends Term {
  /** Leaves the innermost While. */
  record Break() implements Statement {}

  /** Stops in the debugger. */
  record BreakPoint() implements Statement {}

  /** Begins the next turn of the innermost While. */
  record Continue() implements Statement {}

  /** Nothing. */
  record Noop() implements Statement {}

  /**
   * Reports a fatal error.
   *
   * @param type the error's type, a byte
   * @param code the error's code, unsigned 32 bits
   * @param argument more about it
   */
  record Fatal(int type, int code, TermArg argument) implements Statement {
    /** Refuses a type that is no byte. */
    public Fatal {
      InvalidTermException.requireByte("Fatal Type", type);
    }
  }

  /**
   * If, with the Else that follows it.
   *
   * @param predicate false when zero
   * @param terms what runs when it is not
   * @param otherwise what runs when it is
   * @param width how its package length is encoded
   */
  record If(TermArg predicate, List<Term> terms, Optional<Else> otherwise, PkgLengthWidth width)
      implements Statement {
    /** Copies the terms. */
    public If {
      terms = List.copyOf(terms);
    }

    /** An If without Else, with the shortest package length. */
    public If(TermArg predicate, List<Term> terms) {
      this(predicate, terms, Optional.empty(), PkgLengthWidth.SHORTEST);
    }

    /** An If with Else, with the shortest package length. */
    public If(TermArg predicate, List<Term> terms, Else otherwise) {
      this(predicate, terms, Optional.of(otherwise), PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * The Else of an {@link If}. By itself it is no term; ASL's ElseIf is an If as its only term.
   *
   * @param terms what runs when the predicate is false
   * @param width how its package length is encoded
   */
  record Else(List<Term> terms, PkgLengthWidth width) {
    /** Copies the terms. */
    public Else {
      terms = List.copyOf(terms);
    }

    /** An Else with the shortest package length. */
    public Else(List<Term> terms) {
      this(terms, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * While.
   *
   * @param predicate ends the loop when zero
   * @param terms what runs each turn
   * @param width how its package length is encoded
   */
  record While(TermArg predicate, List<Term> terms, PkgLengthWidth width) implements Statement {
    /** Copies the terms. */
    public While {
      terms = List.copyOf(terms);
    }

    /** A While with the shortest package length. */
    public While(TermArg predicate, List<Term> terms) {
      this(predicate, terms, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * Tells the operating system of an event.
   *
   * @param object a device, processor or thermal zone
   * @param value the event
   */
  record Notify(SuperName object, TermArg value) implements Statement {}

  /**
   * Releases a mutex.
   *
   * @param mutex the mutex
   */
  record Release(SuperName mutex) implements Statement {}

  /**
   * Takes back all signals of an event.
   *
   * @param event the event
   */
  record Reset(SuperName event) implements Statement {}

  /**
   * Ends the method.
   *
   * @param value its value; ASL's Return without one returns Zero
   */
  record Return(TermArg value) implements Statement {}

  /**
   * Signals an event.
   *
   * @param event the event
   */
  record Signal(SuperName event) implements Statement {}

  /**
   * Gives the processor away.
   *
   * @param milliseconds for how long
   */
  record Sleep(TermArg milliseconds) implements Statement {}

  /**
   * Keeps the processor busy.
   *
   * @param microseconds for how long, at most 100
   */
  record Stall(TermArg microseconds) implements Statement {}

  /**
   * Unloads a definition block. ACPI 6.4 removed it; older tables have it.
   *
   * @param handle what Load gave
   */
  record Unload(SuperName handle) implements Statement {}
}
