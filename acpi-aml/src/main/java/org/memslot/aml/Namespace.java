package org.memslot.aml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which names exist and which of them are methods: as much of the ACPI namespace (ACPI 6.5, 5.3) as
 * the decoder needs to tell a call from a name. Nodes are numbers; the root is {@link #ROOT}.
 */
final class Namespace {
  static final int ROOT = 0;

  /** No such name. */
  static final int NONE = -1;

  /** The kind of a name that was only mentioned, as a scope or in a path. */
  static final int MENTIONED = -2;

  /**
   * The kind of every object that is not a method. Methods have their number of arguments as their
   * kind.
   */
  static final int OBJECT = -1;

  /** Kinds below this are aliases: {@code ALIAS - target node}. */
  private static final int ALIAS = -3;

  private static final int MAX_ALIAS_CHAIN = 8;

  /** The kind of a method that only an External declares: this and its number of arguments. */
  private static final int EXTERNAL_METHOD = 0x100;

  /**
   * The kind of what may be a method or an object: this and the number of arguments that its calls
   * make likely.
   */
  private static final int GUESS = 0x200;

  private int[] parents;
  private int[] segments;
  private int[] kinds;
  private boolean[] hasChildren;

  /** Whether a name is only known from the namespace that this one began with. */
  private boolean[] foreign;

  private int count;

  /** Open addressing: parent + 1 and segment, or 0 where free. */
  private long[] keys;

  /** The nodes of the keys. */
  private int[] nodes;

  /** The namespace that every interpreter begins with (ACPI 6.5, 5.3.1 and 5.7). */
  Namespace() {
    parents = new int[64];
    segments = new int[64];
    kinds = new int[64];
    hasChildren = new boolean[64];
    foreign = new boolean[64];
    keys = new long[128];
    nodes = new int[128];
    parents[ROOT] = NONE;
    kinds[ROOT] = OBJECT;
    count = 1;
    declare(ROOT, NameString.of("_GPE"), OBJECT);
    declare(ROOT, NameString.of("_PR"), OBJECT);
    declare(ROOT, NameString.of("_SB"), OBJECT);
    declare(ROOT, NameString.of("_SI"), OBJECT);
    declare(ROOT, NameString.of("_TZ"), OBJECT);
    declare(ROOT, NameString.of("_REV"), OBJECT);
    declare(ROOT, NameString.of("_OS"), OBJECT);
    declare(ROOT, NameString.of("_GL"), OBJECT);
    declare(ROOT, NameString.of("_OSI"), 1);
  }

  /** A copy with room for so many more names. */
  Namespace(Namespace other, int more) {
    int capacity = 2 * Integer.highestOneBit(other.count + more);
    parents = Arrays.copyOf(other.parents, Math.max(capacity, other.parents.length));
    segments = Arrays.copyOf(other.segments, parents.length);
    kinds = Arrays.copyOf(other.kinds, parents.length);
    hasChildren = Arrays.copyOf(other.hasChildren, parents.length);
    foreign = new boolean[parents.length];
    Arrays.fill(foreign, 0, other.count, true);
    count = other.count;
    keys = other.keys.clone();
    nodes = other.nodes.clone();
    if (parents.length > other.parents.length) {
      rehash();
    }
  }

  /**
   * Makes a name known, with all that its path mentions.
   *
   * @param kind {@link #OBJECT}, a number of arguments, {@link #MENTIONED}, or what {@link
   *     #aliasOf} gives
   * @return its node
   */
  int declare(int scope, NameString name, int kind) {
    int node = start(scope, name);
    for (int i = 0; i < name.segments().size(); i++) {
      node = enter(node, name.segments().get(i).packed());
    }
    if (kind != MENTIONED && node != ROOT) {
      kinds[node] = kind;
      foreign[node] = false;
    }
    return node;
  }

  /** Makes a name of one segment known in a scope. */
  int declare(int scope, int segment, int kind) {
    // enter() may replace the array, so it has to come first
    int node = enter(scope, segment);
    kinds[node] = kind;
    foreign[node] = false;
    return node;
  }

  void setKind(int node, int kind) {
    if (node != ROOT) {
      kinds[node] = kind;
      foreign[node] = false;
    }
  }

  /** The node of an existing object, found by the search rules, or else a new one in this scope. */
  int open(int scope, NameString name) {
    int found = find(scope, name);
    return found == NONE ? declare(scope, name, MENTIONED) : found;
  }

  /** The kind of an alias of a node. */
  static int aliasOf(int node) {
    return ALIAS - node;
  }

  /**
   * The node that a name stands for in a scope, by the search rules of ACPI 6.5, 5.3; or {@link
   * #NONE}.
   */
  int find(int scope, NameString name) {
    if (name.isSearched()) {
      return find(scope, name.segments().getFirst().packed());
    }
    int node = start(scope, name);
    for (int i = 0; i < name.segments().size() && node != NONE; i++) {
      node = child(node, name.segments().get(i).packed());
    }
    return node;
  }

  /**
   * The node of a name of one segment, looked for in a scope and in all that are around it. The
   * table's own names come before those of other tables, however near: the compiler that laid out
   * the table's calls knew no others.
   */
  int find(int scope, int segment) {
    int other = NONE;
    for (int at = scope; at != NONE; at = parents[at]) {
      int node = child(at, segment);
      if (node != NONE && kinds[node] != MENTIONED) {
        if (!foreign[node]) {
          return node;
        }
        other = other == NONE ? node : other;
      }
    }
    return other;
  }

  /**
   * How many arguments a call of this name takes: {@link #OBJECT} where it is no method, {@link
   * #NONE} alike.
   */
  int argumentCount(int scope, NameString name) {
    return argumentCount(find(scope, name));
  }

  /** {@link #argumentCount(int, NameString)} of a node, which may be {@link #NONE}. */
  int argumentCount(int start) {
    int node = start;
    for (int i = 0; i < MAX_ALIAS_CHAIN && node != NONE; i++) {
      int kind = kinds[node];
      if (kind >= GUESS) {
        return kind == GUESS ? OBJECT : kind - GUESS;
      }
      if (kind >= EXTERNAL_METHOD) {
        return kind - EXTERNAL_METHOD;
      }
      if (kind > ALIAS) {
        return Math.max(kind, OBJECT);
      }
      node = ALIAS - kind;
    }
    return OBJECT;
  }

  /** The kind of a method that an External declares. */
  static int externalMethod(int arguments) {
    return EXTERNAL_METHOD + arguments;
  }

  /** The kind of what may be a method of so many arguments. */
  static int guess(int arguments) {
    return GUESS + arguments;
  }

  /** Whether no declaration tells what a node is; so does {@link #NONE}. */
  boolean isGuess(int node) {
    return node == NONE || kinds[node] == MENTIONED || kinds[node] >= GUESS;
  }

  /** Whether a node is known to be an object that is no method. */
  boolean isObject(int node) {
    return node != NONE && kinds[node] == OBJECT;
  }

  /**
   * Makes a name unknown that only another table declares, and not as a method: where it stands as
   * a statement it must be a call, so the table means something else by it.
   */
  void doubtForeignObject(int scope, NameString name) {
    int node = find(scope, name);
    if (node != NONE && foreign[node] && argumentCount(node) == OBJECT) {
      declare(name.isSearched() ? ROOT : scope, name, guess(0));
    }
  }

  /** Whether a name is declared, not only mentioned. */
  boolean isDeclared(int scope, NameString name) {
    int node = find(scope, name);
    return node != NONE && kinds[node] != MENTIONED;
  }

  /** The absolute name of a node. */
  NameString path(int node) {
    List<NameSeg> path = new ArrayList<>();
    for (int at = node; at != ROOT && path.size() < 255; at = parents[at]) {
      path.addFirst(new NameSeg(segments[at]));
    }
    return new NameString(true, 0, path);
  }

  private int start(int scope, NameString name) {
    if (name.root()) {
      return ROOT;
    }
    int node = scope;
    for (int i = 0; i < name.parents() && node != ROOT; i++) {
      node = parents[node];
    }
    return node;
  }

  /** The node around this one; the root's is itself. */
  int parent(int node) {
    return node == ROOT ? ROOT : parents[node];
  }

  /** The node of a name in just this scope, or {@link #NONE}. */
  int child(int parent, int segment) {
    if (!hasChildren[parent]) {
      return NONE;
    }
    long key = key(parent, segment);
    int mask = keys.length - 1;
    int slot = hash(key) & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return nodes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  /** {@link #child}, which is made where there is none. */
  int enter(int parent, int segment) {
    int node = child(parent, segment);
    return node != NONE ? node : add(parent, segment);
  }

  private int add(int parent, int segment) {
    if (count == parents.length) {
      grow();
    }
    int node = count++;
    parents[node] = parent;
    segments[node] = segment;
    kinds[node] = MENTIONED;
    hasChildren[parent] = true;
    link(node);
    return node;
  }

  private void grow() {
    int capacity = 2 * parents.length;
    parents = Arrays.copyOf(parents, capacity);
    segments = Arrays.copyOf(segments, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    hasChildren = Arrays.copyOf(hasChildren, capacity);
    foreign = Arrays.copyOf(foreign, capacity);
    rehash();
  }

  private void rehash() {
    keys = new long[2 * parents.length];
    nodes = new int[keys.length];
    for (int node = ROOT + 1; node < count; node++) {
      link(node);
    }
  }

  private void link(int node) {
    long key = key(parents[node], segments[node]);
    int mask = keys.length - 1;
    int slot = hash(key) & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    nodes[slot] = node;
  }

  private static long key(int parent, int segment) {
    return ((parent + 1L) << 32) | (segment & 0xffffffffL);
  }

  private static int hash(long key) {
    long mixed = (key ^ (key >>> 29)) * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }
}
