package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;

/** Lists the declarations of some tables outside of methods, in order. */
final class NameCollector {
  private static final int MAX_SEGMENTS = 255;

  private final List<PlacedName> found = new ArrayList<>();
  private final Map<NameString, Holder> holders = new HashMap<>();
  private boolean conditional;
  private int table;

  NameCollector() {
    holders.put(NameString.ROOT, Holder.ROOT);
    holders.put(NameString.of("\\_GPE"), Holder.GPE);
    holders.put(NameString.of("\\_SI"), Holder.INDICATORS);
    for (String bus : List.of("\\_SB", "\\_PR", "\\_TZ")) {
      holders.put(NameString.of(bus), Holder.BUS);
    }
  }

  List<PlacedName> collect(List<LintTable> tables) {
    for (table = 0; table < tables.size(); table++) {
      walk(tables.get(table).table().terms(), NameString.ROOT);
    }
    return found;
  }

  private void walk(List<Term> terms, NameString scope) {
    for (Term term : terms) {
      switch (term) {
        case NamespaceModifier modifier -> modifier(modifier, scope);
        case NamedObject object -> named(object, scope);
        case Statement statement -> statement(statement, scope);
        case TermArg argument -> {
          // declares nothing
        }
        case Undecoded undecoded -> {
          // its names are not known
        }
      }
    }
  }

  private void modifier(NamespaceModifier modifier, NameString scope) {
    switch (modifier) {
      case NamespaceModifier.Alias alias -> add(alias.alias(), alias, scope);
      case NamespaceModifier.Name name -> add(name.name(), name, scope);
      case NamespaceModifier.Scope inner -> walk(inner.terms(), resolve(scope, inner.location()));
    }
  }

  private void named(NamedObject object, NameString scope) {
    switch (object) {
      case NamedObject.Device e -> holder(e.name(), e, Holder.DEVICE, e.terms(), scope);
      case NamedObject.Processor e -> holder(e.name(), e, Holder.PROCESSOR, e.terms(), scope);
      case NamedObject.PowerResource e -> holder(e.name(), e, Holder.POWER, e.terms(), scope);
      case NamedObject.ThermalZone e -> holder(e.name(), e, Holder.THERMAL, e.terms(), scope);
      case NamedObject.Method e -> add(e.name(), e, scope);
      case NamedObject.Event e -> add(e.name(), e, scope);
      case NamedObject.Mutex e -> add(e.name(), e, scope);
      case NamedObject.OperationRegion e -> add(e.name(), e, scope);
      case NamedObject.DataRegion e -> add(e.name(), e, scope);
      case NamedObject.CreateField e -> add(e.name(), e, scope);
      case NamedObject.CreateSizedField e -> add(e.name(), e, scope);
      case NamedObject.External e -> {
        // declared elsewhere
      }
      case NamedObject.Field e -> {
        // the names of fields are the table's own business
      }
      case NamedObject.IndexField e -> {
        // likewise
      }
      case NamedObject.BankField e -> {
        // likewise
      }
    }
  }

  /** Goes down a chain of ElseIfs without recursion: it may be as long as the table. */
  private void statement(Statement statement, NameString scope) {
    boolean outer = conditional;
    conditional = true;
    if (statement instanceof Statement.While loop) {
      walk(loop.terms(), scope);
    }
    Optional<Statement> next = Optional.of(statement);
    while (next.isPresent() && next.get() instanceof Statement.If block) {
      walk(block.terms(), scope);
      List<Term> otherwise = block.otherwise().map(Statement.Else::terms).orElse(List.of());
      if (otherwise.size() == 1 && otherwise.getFirst() instanceof Statement.If chained) {
        next = Optional.of(chained);
      } else {
        walk(otherwise, scope);
        next = Optional.empty();
      }
    }
    conditional = outer;
  }

  private void holder(
      NameString name, Term term, Holder holder, List<Term> terms, NameString scope) {
    add(name, term, scope);
    NameString path = resolve(scope, name);
    holders.put(path, holder);
    walk(terms, path);
  }

  private void add(NameString name, Term term, NameString scope) {
    if (name.segments().isEmpty()) {
      return;
    }
    NameString path = resolve(scope, name);
    NameSeg last = name.segments().getLast();
    NameString parent = name.isSearched() ? scope : parentOf(path);
    Holder holder = holders.getOrDefault(parent, Holder.FOREIGN);
    found.add(new PlacedName(table, path, last, parent, holder, conditional, term));
  }

  private static NameString parentOf(NameString path) {
    List<NameSeg> segments = path.segments();
    return new NameString(true, 0, segments.subList(0, segments.size() - 1));
  }

  static NameString resolve(NameString scope, NameString name) {
    if (name.isSearched() && scope.segments().size() < MAX_SEGMENTS) {
      return scope.child(name.segments().getFirst());
    }
    int kept = name.root() ? 0 : Math.max(0, scope.segments().size() - name.parents());
    List<NameSeg> path = new ArrayList<>(scope.segments().subList(0, kept));
    path.addAll(name.segments());
    return new NameString(true, 0, path.subList(0, Math.min(path.size(), MAX_SEGMENTS)));
  }
}
