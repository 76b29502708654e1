package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;

/**
 * The terms of a loaded table. AML does not tell how many arguments a call takes; a method that
 * calls methods of tables loaded later is read again, knowing them, when it is first called.
 */
final class TableText {
  /** Reads the table anew, knowing all tables that are loaded now. */
  interface Reader {
    /** Returns how many tables are loaded. */
    int tableCount();

    /** Returns the table's terms. */
    List<Term> read();
  }

  private final List<Term> terms;
  private final Reader reader;
  private int readWith;
  private IdentityHashMap<NamedObject.Method, NamedObject.Method> readAgain =
      new IdentityHashMap<>();

  TableText(List<Term> terms, Reader reader) {
    this.terms = terms;
    this.reader = reader;
    this.readWith = reader.tableCount();
  }

  /** Returns the body of one of the table's methods as it is to be read now. */
  List<Term> body(NamedObject.Method method) {
    if (reader.tableCount() != readWith) {
      readWith = reader.tableCount();
      readAgain = pairs(methods(terms), methods(reader.read()));
    }
    return readAgain.getOrDefault(method, method).terms();
  }

  /** Pairs the methods of two readings; none where the readings do not agree on the methods. */
  private static IdentityHashMap<NamedObject.Method, NamedObject.Method> pairs(
      List<NamedObject.Method> before, List<NamedObject.Method> now) {
    IdentityHashMap<NamedObject.Method, NamedObject.Method> pairs = new IdentityHashMap<>();
    for (int i = 0; i < before.size() && before.size() == now.size(); i++) {
      if (!before.get(i).name().equals(now.get(i).name())) {
        return new IdentityHashMap<>();
      }
      pairs.put(before.get(i), now.get(i));
    }
    return pairs;
  }

  private static List<NamedObject.Method> methods(List<Term> terms) {
    List<NamedObject.Method> found = new ArrayList<>();
    collect(terms, found);
    return found;
  }

  private static void collect(List<Term> terms, List<NamedObject.Method> found) {
    for (Term term : terms) {
      switch (term) {
        case NamedObject.Method method -> found.add(method);
        case NamespaceModifier.Scope scope -> collect(scope.terms(), found);
        case NamedObject.Device device -> collect(device.terms(), found);
        case NamedObject.Processor cpu -> collect(cpu.terms(), found);
        case NamedObject.PowerResource power -> collect(power.terms(), found);
        case NamedObject.ThermalZone zone -> collect(zone.terms(), found);
        case Statement.If branch -> {
          collect(branch.terms(), found);
          branch.otherwise().ifPresent(otherwise -> collect(otherwise.terms(), found));
        }
        case Statement.While loop -> collect(loop.terms(), found);
        default -> {}
      }
    }
  }
}
