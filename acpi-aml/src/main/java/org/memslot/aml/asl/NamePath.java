package org.memslot.aml.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;

/**
 * An absolute path in the namespace.
 *
 * @param segments the segments from the root on
 */
record NamePath(List<NameSeg> segments) {
  static final NamePath ROOT = new NamePath(List.of());

  NamePath {
    segments = List.copyOf(segments);
  }

  /** Returns what a name means in this scope if nothing is searched for. */
  NamePath resolve(NameString name) {
    int kept = name.root() ? 0 : Math.max(0, segments.size() - name.parents());
    List<NameSeg> path = new ArrayList<>(segments.subList(0, kept));
    path.addAll(name.segments());
    return new NamePath(path);
  }

  /** Returns the enclosing scope, if this is not the root. */
  Optional<NamePath> parent() {
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(new NamePath(segments.subList(0, segments.size() - 1)));
  }

  /** Returns the path as a name that begins at the root. */
  NameString toName() {
    return new NameString(true, 0, segments);
  }
}
