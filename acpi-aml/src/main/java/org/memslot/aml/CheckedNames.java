package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The namespace of tables that are checked together: who declared what, which names nothing
 * declares, and which of those a table asks for before it uses them.
 */
final class CheckedNames {
  private static final int NONE = -1;

  /** An undeclared name that was used; the table is only there for names that are searched. */
  private record Use(AmlRule rule, int table, NameString path) {}

  /** A name as it stands in a scope. */
  private record Mention(int scope, NameString name) {}

  private final Namespace namespace;
  private final IntFunction<String> tableNames;
  private final boolean complete;
  private final Map<Integer, Integer> declaredBy = new HashMap<>();
  private final Set<Use> undeclared = new HashSet<>();
  private final Set<NameString> guarded = new HashSet<>();
  private final IdentityHashMap<AmlProblem, Mention> mentions = new IdentityHashMap<>();
  private int undeclaredUses;

  private CheckedNames(Namespace namespace, IntFunction<String> tableNames, boolean complete) {
    this.namespace = namespace;
    this.tableNames = tableNames;
    this.complete = complete;
  }

  /** See {@link AmlTable#checkAll}. */
  static List<List<AmlProblem>> check(
      List<AmlTable> tables, IntFunction<String> tableNames, AmlContext context) {
    List<List<AmlProblem>> problems = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<byte[]> encoded = new ArrayList<>();
    int total = 0;
    for (int table = 0; table < tables.size(); table++) {
      List<AmlProblem> own = new ArrayList<>();
      problems.add(own);
      byte[] bytes = encode(tables.get(table), own);
      Integer twin = seen.putIfAbsent(new String(bytes, StandardCharsets.ISO_8859_1), table);
      if (twin != null && bytes.length > 0) {
        own.add(
            problem(AmlRule.DUPLICATE_TABLE, "the table is the same as " + tableNames.apply(twin)));
      }
      encoded.add(bytes);
      total += bytes.length;
    }
    Namespace namespace = context.copyNames(total);
    encoded.stream()
        .filter(bytes -> bytes.length > 0)
        .forEach(
            bytes -> DeclarationScanner.scan(bytes, TableHeader.LENGTH, bytes.length, namespace));
    boolean complete = tables.stream().anyMatch(table -> table.header().signature().equals("DSDT"));
    CheckedNames shared = new CheckedNames(namespace, tableNames, complete);
    for (int table = 0; table < tables.size(); table++) {
      if (problems.get(table).isEmpty()) {
        problems.get(table).addAll(AmlCheck.check(shared, tables.get(table), table));
      }
    }
    return problems.stream().map(shared::withoutGuarded).toList();
  }

  private static AmlProblem problem(AmlRule rule, String message) {
    return new AmlProblem(rule, -1, NameString.ROOT, message);
  }

  private static byte[] encode(AmlTable table, List<AmlProblem> problems) {
    try {
      return table.encode();
    } catch (AmlEncodingException failure) {
      problems.add(problem(AmlRule.UNENCODABLE, String.valueOf(failure.getMessage())));
      return new byte[0];
    }
  }

  private List<AmlProblem> withoutGuarded(List<AmlProblem> problems) {
    return problems.stream().filter(problem -> !isGuarded(problem)).toList();
  }

  private boolean isGuarded(AmlProblem problem) {
    Mention mention = mentions.get(problem);
    if (mention == null) {
      return false;
    }
    if (mention.name().isSearched() && isGuardedAbove(mention)) {
      return true;
    }
    NameString path = path(mention.scope(), mention.name());
    for (int length = path.segments().size(); length > 0; length--) {
      if (guarded.contains(new NameString(path.root(), 0, path.segments().subList(0, length)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a table asks for a searched name by a path that the search would find. */
  private boolean isGuardedAbove(Mention mention) {
    NameSeg segment = mention.name().segments().getFirst();
    int at = mention.scope();
    while (!guarded.contains(namespace.path(at).child(segment))) {
      if (at == Namespace.ROOT) {
        return false;
      }
      at = namespace.parent(at);
    }
    return true;
  }

  Namespace namespace() {
    return namespace;
  }

  /** Whether a DSDT is among the tables, so that they may be taken for all of a machine. */
  boolean isComplete() {
    return complete;
  }

  String tableName(int table) {
    return tableNames.apply(table);
  }

  /** Notes a declaration; returns the table that declared the node before, or -1. */
  int declare(int node, int table) {
    Integer earlier = declaredBy.putIfAbsent(node, table);
    return earlier == null ? NONE : earlier;
  }

  /** How many uses of undeclared names there were. */
  int undeclaredUses() {
    return undeclaredUses;
  }

  /** Notes a use of an undeclared name; returns whether it is the table's first of this name. */
  boolean firstUndeclaredUse(AmlRule rule, int table, int scope, NameString name) {
    undeclaredUses++;
    return undeclared.add(new Use(rule, table, path(scope, name)));
  }

  /** Notes which name a problem is about, so that it goes when a table asks for the name. */
  void remember(AmlProblem problem, int scope, NameString name) {
    mentions.put(problem, new Mention(scope, name));
  }

  /** Notes that a table asks whether a name exists. */
  void guard(int scope, NameString name) {
    if (!namespace.isDeclared(scope, name)) {
      guarded.add(path(scope, name));
    }
  }

  /** The absolute path of a name; a name that is searched for stays as it is. */
  private NameString path(int scope, NameString name) {
    if (name.root() || name.isSearched()) {
      return name;
    }
    int start = scope;
    for (int i = 0; i < name.parents(); i++) {
      start = namespace.parent(start);
    }
    List<NameSeg> segments = new ArrayList<>(namespace.path(start).segments());
    segments.addAll(name.segments());
    return new NameString(true, 0, segments.subList(0, Math.min(segments.size(), 255)));
  }
}
