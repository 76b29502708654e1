package org.memslot.ospm.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The activation of a method: its arguments and locals, and the names it declared.
 *
 * <p>Integers live unboxed in {@code numbers}: a slot without an object holds one.
 */
final class Frame {
  static final int ARGUMENTS = 7;
  static final int LOCALS = 8;
  static final int FIRST_LOCAL = ARGUMENTS;

  final AmlRuntime runtime;
  final Evaluation evaluation;

  /** All bits of an integer. */
  final long mask;

  /** What is being loaded while a table's own terms run; null in a method. */
  final @Nullable TableLoad table;

  /** The scope in which names are resolved: the method's node, or a table's. */
  NamespaceNode scope;

  /** What Return gave, if it was reached. */
  @Nullable AmlObject result;

  private final @Nullable AmlObject[] objects = new @Nullable AmlObject[ARGUMENTS + LOCALS];
  private final long[] numbers = new long[ARGUMENTS + LOCALS];
  private List<Runnable> undo = List.of();

  Frame(AmlRuntime runtime, Evaluation evaluation, NamespaceNode scope, @Nullable TableLoad table) {
    this.runtime = runtime;
    this.evaluation = evaluation;
    this.scope = scope;
    this.table = table;
    this.mask = runtime.conversions().width().mask();
    Arrays.fill(objects, AmlSpecial.UNINITIALIZED);
  }

  static String slotName(int slot) {
    return slot < FIRST_LOCAL ? "Arg" + slot : "Local" + (slot - FIRST_LOCAL);
  }

  /** Returns the width of an integer in bits. */
  int bits() {
    return mask == -1L ? Long.SIZE : Integer.SIZE;
  }

  /** Tells whether the slot holds an integer: then {@link #number} is its value. */
  boolean isNumber(int slot) {
    return objects[slot] == null;
  }

  long number(int slot) {
    return numbers[slot];
  }

  void setNumber(int slot, long value) {
    objects[slot] = null;
    numbers[slot] = value;
  }

  /** Returns the slot's content; uninitialized if it was never set. */
  AmlObject get(int slot) {
    AmlObject object = objects[slot];
    return object == null ? AmlInteger.of(numbers[slot]) : object;
  }

  /** Returns the slot's content as an operand. */
  AmlObject getInitialized(int slot) {
    AmlObject object = get(slot);
    if (object == AmlSpecial.UNINITIALIZED) {
      throw new AmlException(
          slot < FIRST_LOCAL
              ? AmlStatus.AE_AML_UNINITIALIZED_ARG
              : AmlStatus.AE_AML_UNINITIALIZED_LOCAL,
          slotName(slot) + " has no value");
    }
    return object;
  }

  void set(int slot, AmlObject value) {
    if (value instanceof AmlInteger(long number)) {
      setNumber(slot, number);
    } else {
      objects[slot] = value;
    }
  }

  /** Notes a name that must go when the method returns; a table's stay. */
  void declared(NamespaceNode node) {
    atReturn(() -> runtime.namespace().remove(node));
  }

  /** Notes a second name that must go when the method returns; a table's stay. */
  void declaredAlias(AcpiNamespace.Alias alias) {
    atReturn(() -> runtime.namespace().remove(alias));
  }

  private void atReturn(Runnable task) {
    if (table != null) {
      return;
    }
    if (undo.isEmpty()) {
      undo = new ArrayList<>();
    }
    undo.add(task);
  }

  /** Removes the names that the method declared. */
  void leave() {
    undo.forEach(Runnable::run);
  }
}
