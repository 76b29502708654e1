package org.memslot.aml.asl;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.PkgLengthWidth;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;

/**
 * Brings trees into the form that they have after a way through ASL: integers, names and lengths in
 * their shortest encoding, no Externals, no constants as statements. Two tables that differ in
 * nothing else have equal canonical trees.
 */
final class CanonicalTree {
  private int constants;

  private CanonicalTree() {}

  /**
   * A canonical list of terms.
   *
   * @param terms the terms
   * @param constants how many constants stood as statements and were dropped
   */
  record Result(List<Term> terms, int constants) {}

  static Result of(List<Term> terms) {
    CanonicalTree tree = new CanonicalTree();
    List<Term> canonical = new ArrayList<>();
    for (Object term : tree.terms(terms)) {
      canonical.add((Term) term);
    }
    return new Result(canonical, tree.constants);
  }

  private List<Object> list(List<?> elements) {
    List<Object> canonical = new ArrayList<>();
    for (Object element : elements) {
      if (!(element instanceof NamedObject.External) && !isExternalBlock(element)) {
        canonical.add(value(element));
      }
    }
    return canonical;
  }

  private List<Object> terms(List<?> terms) {
    List<Object> canonical = new ArrayList<>();
    for (Object term : list(terms)) {
      if (isConstant(term)) {
        constants++;
      } else {
        canonical.add(term);
      }
    }
    return canonical;
  }

  private static boolean isConstant(Object term) {
    return term instanceof DataObject;
  }

  private static boolean isExternalBlock(Object element) {
    return element instanceof Statement.If block
        && AslPrinter.isConstantFalse(block)
        && block.terms().stream()
            .allMatch(term -> term instanceof NamedObject.External || isConstant(term));
  }

  private Object value(Object value) {
    return switch (value) {
      case IntegerConst(long number, var encoding) -> IntegerConst.of(number);
      case PkgLengthWidth width -> PkgLengthWidth.SHORTEST;
      case NameString name -> new NameString(name.root(), name.parents(), name.segments());
      case DataObject.VarPackage(IntegerConst(long count, var e), var elements, var w)
          when count >= 0 && count < 256 ->
          value(new DataObject.PackageObj((int) count, elements, w));
      case List<?> elements -> list(elements);
      case Optional<?> optional -> optional.map(this::value);
      case Record record -> rebuilt(record);
      default -> value;
    };
  }

  private Record rebuilt(Record record) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        var accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        Object component = Objects.requireNonNull(accessor.invoke(record));
        values[i] =
            components[i].getName().equals("terms") ? terms((List<?>) component) : value(component);
      }
      Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(record.getClass().getName(), e);
    }
  }
}
