package org.memslot.aml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.NamedObject.Method;

/**
 * Makes random trees of every record there is, by looking at the components of the records. Names
 * are such that the decoder finds the same calls again: the methods CAL0 to CAL7 take as many
 * arguments as their name says, {@link #context} declares them, and no other name is a method's
 * that anything refers to.
 */
final class RandomTrees {
  private static final List<String> NAMES =
      List.of("AAAA", "\\BBBB", "CCCC", "\\AAAA.DDDD", "\\AAAA.BBBB.CCCC.EEEE", "\\_SB.FFFF");

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  static AmlContext context() {
    AmlTable table =
        AmlTable.of(
            Tables.SSDT,
            block -> {
              for (int i = 0; i <= ArgObj.COUNT; i++) {
                block.method("CAL" + i, i, body -> {});
              }
              // what is declared nowhere could be a call whose arguments are guessed
              block
                  .device("AAAA", device -> {})
                  .name("BBBB", IntegerConst.ZERO)
                  .name("CCCC", IntegerConst.ZERO)
                  .name("\\AAAA.DDDD", IntegerConst.ZERO)
                  .name("\\AAAA.BBBB.CCCC.EEEE", IntegerConst.ZERO)
                  .name("\\_SB.FFFF", IntegerConst.ZERO);
            });
    return AmlContext.of(List.of(table.encode()));
  }

  AmlTable table() {
    List<Term> terms = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      terms.add((Term) make(Term.class, 6));
    }
    return new AmlTable(Tables.SSDT, terms);
  }

  private Object make(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == int.class) {
      return random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(16);
    }
    if (raw == boolean.class) {
      return random.nextBoolean();
    }
    if (raw == PkgLengthWidth.class) {
      return PkgLengthWidth.SHORTEST;
    }
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (raw == ByteList.class) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return ByteList.of(bytes);
    }
    if (raw == NameString.class) {
      return NameString.of(NAMES.get(random.nextInt(NAMES.size())));
    }
    if (raw == NameSeg.class) {
      return NameSeg.of("FLD" + random.nextInt(10));
    }
    if (raw == StringConst.class) {
      return new StringConst("text ".repeat(random.nextInt(3)));
    }
    if (raw == IntegerConst.class) {
      return IntegerConst.of(random.nextLong() >> random.nextInt(64));
    }
    if (raw == MethodInvocation.class) {
      return invocation(depth);
    }
    if (raw.isSealed()) {
      return make(choose(raw, depth), depth);
    }
    return raw.isRecord() ? record(raw, depth) : unexpected(raw);
  }

  private static Object unexpected(Class<?> type) {
    throw new AssertionError("no rule for " + type);
  }

  private Class<?> choose(Class<?> sealed, int depth) {
    List<Class<?>> choices = new ArrayList<>(Arrays.asList(sealed.getPermittedSubclasses()));
    choices.removeIf(
        choice ->
            choice == Undecoded.class
                // by itself a name is a statement that reads as a call
                || (sealed == Term.class && choice == TermArg.class));
    if (sealed == Term.class) {
      choices.add(Expression.class);
    }
    if (depth <= 0) {
      if (choices.contains(DataObject.class)) {
        return IntegerConst.class;
      }
      if (choices.contains(IntegerConst.class)) {
        return IntegerConst.class;
      }
      if (choices.contains(SimpleName.class)) {
        return LocalObj.class;
      }
    }
    return choices.get(random.nextInt(choices.size()));
  }

  private Object container(ParameterizedType type, int depth) {
    Type element = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      return random.nextBoolean() || depth <= 0
          ? Optional.empty()
          : Optional.of(make(element, depth - 1));
    }
    List<Object> list = new ArrayList<>();
    if (depth > 0) {
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(make(element, depth - 1));
      }
    }
    return list;
  }

  private MethodInvocation invocation(int depth) {
    int count = depth <= 0 ? 0 : random.nextInt(ArgObj.COUNT + 1);
    TermArg[] arguments = new TermArg[count];
    for (int i = 0; i < count; i++) {
      arguments[i] = (TermArg) make(TermArg.class, depth - 2);
    }
    String prefix = random.nextBoolean() ? "\\" : "";
    return new MethodInvocation(NameString.of(prefix + "CAL" + count), arguments);
  }

  /** Tries until the record accepts its components. */
  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    while (true) {
      Object[] values =
          Arrays.stream(components)
              .map(component -> make(component.getGenericType(), depth - 1))
              .toArray();
      try {
        return canonical(type.getDeclaredConstructor(types).newInstance(values));
      } catch (InvocationTargetException refused) {
        if (!(refused.getCause() instanceof InvalidTermException)) {
          throw new AssertionError(refused.getCause());
        }
      } catch (ReflectiveOperationException failure) {
        throw new LinkageError(type.toString(), failure);
      }
    }
  }

  /** What the decoder makes of the same bytes. */
  private static Object canonical(Object term) {
    return switch (term) {
      case Method method -> renamed(method);
      case External external -> new External(NameString.of("EXTN"), external.objectType(), 0);
      case NamespaceModifier.Alias alias ->
          new NamespaceModifier.Alias(alias.source(), NameString.of("ALIA"));
      // what these name is never called
      case Expression.RefOf(MethodInvocation call) -> new Expression.RefOf(call.method());
      case Expression.ObjectType(MethodInvocation call) -> new Expression.ObjectType(call.method());
      case Expression.CondRefOf(MethodInvocation call, var target) ->
          new Expression.CondRefOf(call.method(), target);
      case DataObject.PackageObj(int count, var elements, var width) ->
          new DataObject.PackageObj(count, uncalled(elements), width);
      case DataObject.VarPackage(var count, var elements, var width) ->
          new DataObject.VarPackage(count, uncalled(elements), width);
      case Expression.LNot(Expression.Logical(var operator, var left, var right)) ->
          negated(operator, left, right);
      default -> term;
    };
  }

  private static List<PackageElement> uncalled(List<PackageElement> elements) {
    return elements.stream()
        .map(element -> element instanceof MethodInvocation call ? call.method() : element)
        .toList();
  }

  private static Method renamed(Method method) {
    return new Method(
        NameString.of("METH"),
        method.argumentCount(),
        method.serialized(),
        method.syncLevel(),
        method.terms(),
        method.width());
  }

  private static Expression negated(
      Expression.Logical.Operator operator, TermArg left, TermArg right) {
    return switch (operator) {
      case LEQUAL -> new Expression.Logical(Expression.Logical.Operator.LNOT_EQUAL, left, right);
      case LGREATER -> new Expression.Logical(Expression.Logical.Operator.LLESS_EQUAL, left, right);
      case LLESS -> new Expression.Logical(Expression.Logical.Operator.LGREATER_EQUAL, left, right);
      case LAND, LOR, LNOT_EQUAL, LLESS_EQUAL, LGREATER_EQUAL ->
          new Expression.LNot(new Expression.Logical(operator, left, right));
    };
  }
}
