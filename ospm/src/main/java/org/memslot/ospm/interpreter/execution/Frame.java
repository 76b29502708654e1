package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * The activation of a method: its arguments, locals and result, and the names it declared.
 *
 * <p>Integers live unboxed in {@code numbers}: a slot without an object holds one. Frames are used
 * again and again (see {@link FramePool}), but for those that a reference still leads to.
 */
final class Frame {
  static final int ARGUMENTS = 7;
  static final int LOCALS = 8;
  static final int FIRST_LOCAL = ARGUMENTS;

  /** The slot of what Return gave; uninitialized if it was not reached. */
  static final int RESULT = ARGUMENTS + LOCALS;

  private static final int SLOTS = RESULT + 1;

  final AmlRuntime runtime;
  final Evaluation evaluation;

  /** All bits of an integer. */
  final long mask;

  /** What is being loaded while a table's own terms run; null in a method. */
  final @Nullable TableLoad table;

  /** The scope in which names are resolved: the method's node, or a table's. */
  NamespaceEntry scope;

  private final @Nullable AmlObject[] objects = new @Nullable AmlObject[SLOTS];
  private final long[] numbers = new long[SLOTS];
  private List<Runnable> undo = List.of();
  private boolean referenced;

  Frame(
      AmlRuntime runtime, Evaluation evaluation, NamespaceEntry scope, @Nullable TableLoad table) {
    this.runtime = runtime;
    this.evaluation = evaluation;
    this.scope = scope;
    this.table = table;
    this.mask = runtime.conversions().width().mask();
    clear();
  }

  /** Empties all slots. */
  void clear() {
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

  /** Tells whether the slot holds a reference. */
  boolean isReference(int slot) {
    return objects[slot] instanceof AmlReference;
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
    return object == AmlSpecial.UNINITIALIZED ? initialize(slot) : object;
  }

  private AmlObject initialize(int slot) {
    if (runtime.settings().has(AmlBehaviour.UNSET_VARIABLES_ARE_ZERO)) {
      setNumber(slot, 0);
      return AmlInteger.ZERO;
    }
    throw new AmlException(
        slot < FIRST_LOCAL
            ? AmlStatus.AE_AML_UNINITIALIZED_ARG
            : AmlStatus.AE_AML_UNINITIALIZED_LOCAL,
        slotName(slot) + " has no value");
  }

  void set(int slot, AmlObject value) {
    if (value instanceof AmlInteger(long number)) {
      setNumber(slot, number);
    } else {
      objects[slot] = value;
    }
  }

  /** Moves the content of another frame's slot. */
  void set(int slot, Frame from, int fromSlot) {
    objects[slot] = from.objects[fromSlot];
    numbers[slot] = from.numbers[fromSlot];
  }

  /** Tells whether a method has a result. */
  boolean hasResult() {
    return objects[RESULT] != AmlSpecial.UNINITIALIZED;
  }

  /** Forgets the result. */
  void clearResult() {
    objects[RESULT] = AmlSpecial.UNINITIALIZED;
  }

  /** Makes a reference to a slot; the frame then lives as long as the reference. */
  AmlReference referTo(int slot) {
    referenced = true;
    return new VariableReference(this, slot);
  }

  /** Tells whether a reference may still lead here. */
  boolean isReferenced() {
    return referenced;
  }

  /** Notes a name that must go when the method returns; a table's stay. */
  void declared(NamespaceEntry node) {
    atReturn(() -> runtime.namespace().remove(node));
  }

  /** Notes a second name that must go when the method returns; a table's stay. */
  void declaredAlias(Namespace.Alias alias) {
    atReturn(() -> runtime.namespace().remove(alias));
  }

  /** Notes what is to be done when the method returns, the last first; never for a table. */
  void atReturn(Runnable task) {
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
    if (undo.isEmpty()) {
      return;
    }
    List<Runnable> tasks = undo.reversed();
    undo = List.of();
    tasks.forEach(Runnable::run);
  }
}
