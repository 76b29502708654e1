package org.memslot.ospm.interpreter.execution;

import java.util.concurrent.TimeUnit;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.FieldUnit;
import org.memslot.ospm.interpreter.value.IntegerWidth;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** What nodes need while they run: the namespace, the conversions, calls, time and the host. */
final class AmlRuntime {
  /** A poll for a mutex or an event that another thread must give. */
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** How long a chain of references can be. */
  private static final int MAX_HOPS = 64;

  /** A timeout in milliseconds that means for ever. */
  static final long FOREVER = 0xFFFF;

  private final Namespace namespace = new Namespace();
  private final RegionHandlers handlers = new RegionHandlers();
  private final InterpreterLock lock = new InterpreterLock();
  private final AmlClock clock;
  private final AmlHost host;
  private final AmlSettings settings;
  private final boolean followsReferences;
  private final Calls calls = new Calls(this);
  private final Recovery recovery = new Recovery(this);
  private Loader loader =
      (table, scope, evaluation) -> {
        throw new AmlException(AmlStatus.AE_SUPPORT, "no loader");
      };
  private Conversions conversions = new Conversions(IntegerWidth.BITS_64);
  private Stores stores;

  AmlRuntime(AmlClock clock, AmlHost host, AmlSettings settings) {
    this.clock = clock;
    this.host = host;
    this.settings = settings;
    this.stores = new Stores(conversions, settings);
    this.followsReferences = settings.has(AmlBehaviour.FOLLOW_REFERENCES);
  }

  AmlSettings settings() {
    return settings;
  }

  Calls calls() {
    return calls;
  }

  Recovery recovery() {
    return recovery;
  }

  Namespace namespace() {
    return namespace;
  }

  RegionHandlers handlers() {
    return handlers;
  }

  InterpreterLock lock() {
    return lock;
  }

  AmlClock clock() {
    return clock;
  }

  AmlHost host() {
    return host;
  }

  Conversions conversions() {
    return conversions;
  }

  Stores stores() {
    return stores;
  }

  void setWidth(IntegerWidth width) {
    conversions = new Conversions(width);
    stores = new Stores(conversions, settings);
  }

  void setLoader(Loader loader) {
    this.loader = loader;
  }

  /** Brings a definition block into the namespace; the namespace's own way to do it. */
  interface Loader {
    void loadForAml(byte[] table, NamespaceEntry scope, Evaluation evaluation);
  }

  /** Loads a table that AML found. */
  void load(byte[] table, NamespaceEntry scope, Frame frame) {
    loader.loadForAml(table, scope, frame.evaluation);
  }

  /** Reads a named object as an operand. A name of what is no data gives itself. */
  AmlObject valueOf(NamespaceNode node, Evaluation evaluation) {
    return switch (node.object()) {
      case AmlData data -> data;
      case FieldUnit field -> BitField.of(field).read(conversions, evaluation);
      case AmlReference reference -> reference;
      case AmlNamed named -> new AmlReference.Named(node);
      case AmlSpecial none ->
          throw new AmlException(
              AmlStatus.AE_AML_UNINITIALIZED_NODE, node.path() + " has no value");
    };
  }

  /** Returns an object as an operator takes it: what Index gives is looked through. */
  AmlObject operand(AmlObject object, Evaluation evaluation) {
    return switch (object) {
      case AmlData data -> data;
      case AmlReference.ToElement element -> dereference(element, evaluation);
      case AmlReference reference when followsReferences -> follow(reference, evaluation);
      default -> object;
    };
  }

  /**
   * What DerefOf of an unset variable finds is nothing, as of a method without a result, even where
   * unset variables are 0.
   */
  private static AmlObject referred(VariableReference variable) {
    AmlObject content = variable.get();
    if (content == AmlSpecial.UNINITIALIZED) {
      throw new AmlException(
          AmlStatus.AE_AML_NO_RETURN_VALUE,
          Frame.slotName(variable.slot()) + ", which is referred to, has no value");
    }
    return content;
  }

  /** Returns what a variable holds as an operator takes it. */
  AmlObject variableOperand(AmlObject object, Evaluation evaluation) {
    return followsReferences && object instanceof AmlReference reference
        ? follow(reference, evaluation)
        : object;
  }

  /** What DerefOf finds. */
  AmlObject target(AmlReference reference, Evaluation evaluation) {
    return followsReferences ? follow(reference, evaluation) : dereference(reference, evaluation);
  }

  /** Follows references until something else is found, or a named object without a value. */
  AmlObject follow(AmlReference from, Evaluation evaluation) {
    AmlReference at = from;
    for (int i = 0; i < MAX_HOPS; i++) {
      AmlObject found = dereference(at, evaluation);
      if (!(found instanceof AmlReference next) || found instanceof AmlReference.Named) {
        return found;
      }
      at = next;
    }
    throw new AmlException(AmlStatus.AE_AML_CIRCULAR_REFERENCE, "");
  }

  /** Looks through a reference, once. */
  AmlObject dereference(AmlReference reference, Evaluation evaluation) {
    return switch (reference) {
      case AmlReference.ToNode(NamespaceNode node) -> valueOf(node, evaluation);
      case AmlReference.Named named -> named;
      case AmlReference.ToVariable variable -> referred(VariableReference.of(variable));
      case AmlReference.ToElement place -> {
        AmlObject element = place.get();
        if (element == AmlSpecial.UNINITIALIZED) {
          throw new AmlException(
              AmlStatus.AE_AML_UNINITIALIZED_ELEMENT, "element " + place.index() + " has no value");
        }
        yield element;
      }
      case AmlReference.ToByte place -> AmlInteger.of(place.get());
    };
  }

  /**
   * Acquires a mutex.
   *
   * @return false if the time ran out first
   */
  boolean acquire(AmlMutex mutex, long milliseconds, Evaluation evaluation) {
    if (mutex.syncLevel() < evaluation.syncLevel()) {
      throw new AmlException(
          AmlStatus.AE_AML_MUTEX_ORDER,
          "sync level %d acquired at level %d"
              .formatted(mutex.syncLevel(), evaluation.syncLevel()));
    }
    if (!await(() -> mutex.isFreeFor(evaluation), milliseconds, evaluation)) {
      return false;
    }
    mutex.acquire(evaluation);
    return true;
  }

  /** A condition that another thread's AML brings about. */
  interface Condition {
    boolean holds();
  }

  /**
   * Waits for a condition.
   *
   * @param milliseconds at most this long; 0xffff and more for ever, which the limits end
   * @return false if the time ran out first
   */
  boolean await(Condition condition, long milliseconds, Evaluation evaluation) {
    boolean forever = Long.compareUnsigned(milliseconds, FOREVER) >= 0;
    long end = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(forever ? 0 : milliseconds);
    while (!condition.holds()) {
      if (!forever && clock.nanos() - end >= 0) {
        return false;
      }
      if (evaluation.isOver()) {
        throw new AmlException(AmlStatus.AE_TIME, "waited too long for a mutex or an event");
      }
      lock.sleep(clock, POLL_NANOS);
    }
    return true;
  }

  /** Lets time pass while other threads run AML. */
  void sleep(long nanos) {
    if (nanos > 0) {
      lock.sleep(clock, nanos);
    }
  }
}
