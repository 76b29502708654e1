package org.memslot.aml.lint;

import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.Term;

/**
 * A declaration and where it stands.
 *
 * @param table which of the tables, counted from 0
 * @param path absolute path
 * @param name the last segment
 * @param parent the path of the object that it stands in
 * @param holder what that is
 * @param conditional whether an If or While is around it
 * @param term the declaration
 */
record PlacedName(
    int table,
    NameString path,
    NameSeg name,
    NameString parent,
    Holder holder,
    boolean conditional,
    Term term) {
  /** Whether the last segment is this one. */
  boolean isNamed(NameSeg segment) {
    return name.equals(segment);
  }

  /** Whether the specification reserves the name: it begins with an underscore. */
  boolean isReserved() {
    return (name.packed() & 0xff) == '_';
  }
}
