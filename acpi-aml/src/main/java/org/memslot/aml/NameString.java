package org.memslot.aml;

import java.util.ArrayList;
import java.util.List;

/**
 * A name or path in the namespace (ACPI 6.5, 20.2.2): {@code \_SB.PCI0}, {@code ^^FOO}, {@code
 * BAR}, or the root itself, {@code \}.
 *
 * @param root whether it begins with a backslash
 * @param parents how many carets it begins with; 0 where {@code root}
 * @param segments its segments, at most 255
 * @param form how the number of segments is encoded
 */
public record NameString(boolean root, int parents, List<NameSeg> segments, Form form)
    implements SimpleName, DataRefObject, FieldConnection {
  /** How the number of segments is encoded. */
  public enum Form {
    /** Nothing, DualNamePrefix or MultiNamePrefix, whichever is shortest. */
    SHORTEST,
    /** MultiNamePrefix, though there are fewer than three segments. */
    MULTI
  }

  /** The root of the namespace. */
  public static final NameString ROOT = new NameString(true, 0, List.of());

  /** No name: one zero byte. It stands where an optional name is left out. */
  public static final NameString NULL = new NameString(false, 0, List.of());

  /** Refuses carets behind a backslash and more than 255 of anything. */
  public NameString {
    segments = List.copyOf(segments);
    InvalidTermException.requireRange("NameString segments", segments.size(), 0, 255);
    if (root && parents != 0) {
      throw new InvalidTermException("NameString", "\\ and ^ together", "one or the other");
    }
    if (parents < 0) {
      throw new InvalidTermException("NameString parents", Integer.toString(parents), "0 or more");
    }
    if (segments.size() > 2) {
      form = Form.SHORTEST;
    }
  }

  /** A name in its shortest encoding. */
  public NameString(boolean root, int parents, List<NameSeg> segments) {
    this(root, parents, segments, Form.SHORTEST);
  }

  /**
   * A name as ASL writes it: an optional backslash or carets, then segments between dots. Short
   * segments are padded with underscores; the empty text is {@link #NULL}.
   *
   * @throws InvalidTermException where it is no name
   */
  public static NameString of(String path) {
    int at = 0;
    boolean root = path.startsWith("\\");
    if (root) {
      at = 1;
    }
    int parents = 0;
    while (at < path.length() && path.charAt(at) == '^') {
      parents++;
      at++;
    }
    List<NameSeg> segments = new ArrayList<>();
    while (at < path.length()) {
      int dot = path.indexOf('.', at);
      int end = dot < 0 ? path.length() : dot;
      if (dot == path.length() - 1) {
        throw new InvalidTermException("NameString", "\"" + path + "\"", "no dot at the end");
      }
      segments.add(NameSeg.of(path.substring(at, end)));
      at = end + 1;
    }
    return new NameString(root, parents, segments);
  }

  /** The name that is a single segment. */
  public static NameString of(NameSeg segment) {
    return new NameString(false, 0, List.of(segment));
  }

  /** Whether this is {@link #NULL}, in whatever form. */
  public boolean isNull() {
    return !root && parents == 0 && segments.isEmpty();
  }

  /**
   * Whether it is one segment without prefix, which the namespace's search rules apply to (ACPI
   * 6.5, 5.3).
   */
  public boolean isSearched() {
    return !root && parents == 0 && segments.size() == 1;
  }

  /** This name with one more segment. */
  public NameString child(NameSeg segment) {
    List<NameSeg> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new NameString(root, parents, longer);
  }

  /** The name as ASL writes it, all segments with their four characters. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(root ? "\\" : "").append("^".repeat(parents));
    for (int i = 0; i < segments.size(); i++) {
      text.append(i == 0 ? "" : ".").append(segments.get(i));
    }
    return text.toString();
  }
}
