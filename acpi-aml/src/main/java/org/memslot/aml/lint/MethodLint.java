package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.ArgObj;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;

/** Judges the bodies of methods: variables, paths and returned values. */
final class MethodLint {
  /** Takes what is found. */
  interface Report {
    /** Reports a breach of a rule in a method. */
    void report(LintRule rule, PlacedName method, String message);
  }

  /** A call whose value is used. */
  private record OperandCall(PlacedName from, NameString method) {}

  private final Report report;
  private final List<OperandCall> operandCalls = new ArrayList<>();

  /** The last segments of called methods. */
  private final Set<NameSeg> called = new HashSet<>();

  /** The last segments of the methods whose value a call uses. */
  private final Set<NameSeg> used = new HashSet<>();

  private final List<PlacedName> withPathsWithoutReturn = new ArrayList<>();

  /** By path, whether all that is declared there are methods without a Return. */
  private final Map<NameString, Boolean> returnsNothing = new HashMap<>();

  /** The methods without a Return. */
  private final Set<PlacedName> silent = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Their last segments. */
  private final Set<NameSeg> silentNames = new HashSet<>();

  MethodLint(Report report) {
    this.report = report;
  }

  /** Judges all methods among some declarations. */
  void check(List<PlacedName> names) {
    for (PlacedName placed : names) {
      if (placed.term() instanceof Method method) {
        method(placed, method);
      }
    }
    for (PlacedName placed : names) {
      if (silentNames.contains(placed.name())) {
        returnsNothing.merge(placed.path(), silent.contains(placed), (one, other) -> one && other);
      }
    }
    operandCalls.forEach(this::operandCall);
    withPathsWithoutReturn.stream()
        .filter(this::needsValue)
        .forEach(
            method ->
                report.report(
                    LintRule.PATH_WITHOUT_RETURN,
                    method,
                    "some paths return a value, and one reaches the end of the method without"));
  }

  private void method(PlacedName placed, Method method) {
    MethodFlow.Result result =
        new MethodFlow(new MethodObserver(placed, method.argumentCount())).follow(method);
    if (!result.returns()) {
      silent.add(placed);
      silentNames.add(placed.name());
    }
    if (result.reachesEnd() && result.returnsValue()) {
      withPathsWithoutReturn.add(placed);
    } else if (isPredefined(placed) && !result.returns()) {
      report.report(LintRule.MISSING_RETURN, placed, "has to return a value and returns none");
    }
  }

  /** Reports what the flow through one method shows. */
  private final class MethodObserver implements MethodFlow.Observer {
    private final PlacedName method;
    private final int arguments;

    private MethodObserver(PlacedName method, int arguments) {
      this.method = method;
      this.arguments = arguments;
    }

    @Override
    public void call(MethodInvocation call, MethodFlow.Use use) {
      if (call.method().segments().isEmpty()) {
        return;
      }
      NameSeg name = call.method().segments().getLast();
      called.add(name);
      if (use != MethodFlow.Use.IGNORED) {
        used.add(name);
      }
      if (use == MethodFlow.Use.OPERAND) {
        operandCalls.add(new OperandCall(method, call.method()));
      }
    }

    @Override
    public void unsetLocal(LocalObj local) {
      report.report(LintRule.UNSET_LOCAL, method, local + " is read and has not been set");
    }

    @Override
    public void missingArgument(ArgObj argument) {
      report.report(
          LintRule.ARGUMENT_BEYOND_COUNT,
          method,
          argument + " is read; the method has " + count(arguments));
    }

    @Override
    public void unreachable() {
      report.report(
          LintRule.UNREACHABLE_CODE,
          method,
          "what follows a Return, Break or Continue is never reached");
    }
  }

  private static String count(int arguments) {
    return switch (arguments) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> arguments + " arguments";
    };
  }

  private static boolean isPredefined(PlacedName method) {
    return NamePlacement.of(method.name().toString())
        .filter(NamePlacement::returnsValue)
        .isPresent();
  }

  /** Whether somebody wants a method's value: the specification, a caller, or callers unknown. */
  private boolean needsValue(PlacedName method) {
    return isPredefined(method)
        || used.contains(method.name())
        || (!method.isReserved() && !called.contains(method.name()));
  }

  private void operandCall(OperandCall call) {
    if (silentNames.contains(call.method().segments().getLast()) && target(call).orElse(false)) {
      report.report(
          LintRule.VALUE_OF_NOTHING,
          call.from(),
          "uses the value of " + call.method() + ", which returns none");
    }
  }

  /** Returns whether the called method returns nothing, if it is among the declarations. */
  private Optional<Boolean> target(OperandCall call) {
    NameString scope = call.from().path();
    if (!call.method().isSearched()) {
      return Optional.ofNullable(returnsNothing.get(NameCollector.resolve(scope, call.method())));
    }
    for (int length = scope.segments().size(); length >= 0; length--) {
      NameString around = new NameString(true, 0, scope.segments().subList(0, length));
      Boolean found = returnsNothing.get(NameCollector.resolve(around, call.method()));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
