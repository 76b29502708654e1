package org.memslot.aml.lint;

import java.util.List;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.Term;

/**
 * A declaration and where it stands.
 *
 * @param path absolute path
 * @param holder what it stands in
 * @param conditional whether an If or While is around it
 * @param term the declaration
 */
record PlacedName(NameString path, Holder holder, boolean conditional, Term term) {
  /** Returns the last segment. */
  NameSeg name() {
    return path.segments().getLast();
  }

  /** Returns the path of the object that it stands in. */
  NameString parent() {
    List<NameSeg> segments = path.segments();
    return new NameString(true, 0, segments.subList(0, segments.size() - 1));
  }
}
