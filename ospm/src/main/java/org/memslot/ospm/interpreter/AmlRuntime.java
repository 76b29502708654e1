package org.memslot.ospm.interpreter;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What nodes need while they run: the namespace, the conversions, calls, time and the host. */
final class AmlRuntime {
  /** A poll for a mutex or an event that another thread must give. */
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** A timeout in milliseconds that means for ever. */
  private static final long FOREVER = 0xFFFF;

  private final AcpiNamespace namespace = new AcpiNamespace();
  private final RegionHandlers handlers = new RegionHandlers();
  private final InterpreterLock lock = new InterpreterLock();
  private final AmlClock clock;
  private final AmlHost host;
  private Loader loader =
      (table, scope, evaluation) -> {
        throw new AmlException(AmlStatus.AE_SUPPORT, "no loader");
      };
  private Conversions conversions = new Conversions(IntegerWidth.BITS_64);
  private Stores stores = new Stores(conversions);

  AmlRuntime(AmlClock clock, AmlHost host) {
    this.clock = clock;
    this.host = host;
  }

  AcpiNamespace namespace() {
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
    stores = new Stores(conversions);
  }

  void setLoader(Loader loader) {
    this.loader = loader;
  }

  /** Brings a definition block into the namespace; the namespace's own way to do it. */
  interface Loader {
    AmlObject loadForAml(byte[] table, NamespaceNode scope, Evaluation evaluation);
  }

  /** Loads a table that AML found. */
  AmlObject load(byte[] table, NamespaceNode scope, Frame frame) {
    return loader.loadForAml(table, scope, frame.evaluation);
  }

  /** Reads a named object as an operand. A name without a value of its own gives a reference. */
  AmlObject valueOf(NamespaceNode node, Evaluation evaluation) {
    return switch (node.object()) {
      case AmlData data -> data;
      case FieldUnit field -> field.read(conversions, evaluation);
      case AmlReference reference -> reference;
      case AmlNamed.DdbHandle handle -> handle;
      case AmlNamed named -> new AmlReference.ToNode(node);
      case AmlSpecial none ->
          throw new AmlException(
              AmlStatus.AE_AML_UNINITIALIZED_NODE, node.path() + " has no value");
    };
  }

  /** Looks through a reference, once. */
  AmlObject dereference(AmlReference reference, Evaluation evaluation) {
    return switch (reference) {
      case AmlReference.ToNode(NamespaceNode node) -> valueOf(node, evaluation);
      case AmlReference.ToVariable variable -> variable.frame().getInitialized(variable.slot());
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

  /** Calls a method for its value. */
  AmlObject call(
      NamespaceNode node, AmlNamed.Method method, AmlObject[] arguments, Evaluation evaluation) {
    AmlObject result = invoke(node, method, arguments, evaluation);
    if (result == null) {
      throw new AmlException(AmlStatus.AE_AML_NO_RETURN_VALUE, node.path() + " returned no value");
    }
    return result;
  }

  /** Calls a method; null if it returned no value. */
  @Nullable AmlObject invoke(
      NamespaceNode node, AmlNamed.Method method, AmlObject[] arguments, Evaluation evaluation) {
    MethodCode code = method.code();
    if (arguments.length != code.argumentCount()) {
      throw new AmlException(
          AmlStatus.AE_AML_ARGUMENT_COUNT,
          "%s takes %d arguments, not %d"
              .formatted(node.path(), code.argumentCount(), arguments.length));
    }
    try {
      MethodCode.Body body = code.body();
      Frame frame = new Frame(this, evaluation, node, null);
      for (int i = 0; i < arguments.length; i++) {
        frame.set(i, arguments[i]);
      }
      evaluation.enterCall(body.nesting());
      try {
        run(code.serialization(), body, frame);
      } finally {
        evaluation.leaveCall(body.nesting());
        frame.leave();
      }
      return frame.result;
    } catch (AmlException e) {
      throw e.at(node.path());
    }
  }

  private void run(@Nullable AmlMutex serialization, MethodCode.Body body, Frame frame) {
    if (serialization == null) {
      body.run(frame);
      return;
    }
    acquire(serialization, FOREVER, frame.evaluation);
    try {
      body.run(frame);
    } finally {
      serialization.release(frame.evaluation);
    }
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
