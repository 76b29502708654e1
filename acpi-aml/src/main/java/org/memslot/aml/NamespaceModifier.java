package org.memslot.aml;

import java.util.List;

/**
 * A term that changes the namespace without a new kind of object: Alias, Name, Scope (ACPI 6.5,
 * 20.2.5.1).
 */
public sealed interface NamespaceModifier extends Term {
  /**
   * A second name of an object.
   *
   * @param source the object that exists
   * @param alias its further name
   */
  record Alias(NameString source, NameString alias) implements NamespaceModifier {}

  /**
   * A named data object.
   *
   * @param name its name
   * @param value its first value
   */
  record Name(NameString name, DataRefObject value) implements NamespaceModifier {}

  /**
   * Terms in the scope of an object that exists.
   *
   * @param location that object
   * @param terms the terms
   * @param width how its package length is encoded
   */
  record Scope(NameString location, List<Term> terms, PkgLengthWidth width)
      implements NamespaceModifier {
    /** Copies the terms. */
    public Scope {
      terms = List.copyOf(terms);
    }

    /** A scope with the shortest package length. */
    public Scope(NameString location, List<Term> terms) {
      this(location, terms, PkgLengthWidth.SHORTEST);
    }
  }
}
