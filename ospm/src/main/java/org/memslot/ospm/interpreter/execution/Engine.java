package org.memslot.ospm.interpreter.execution;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.LoadReport;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.value.AcpiNamespace;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.FieldUnit;
import org.memslot.ospm.interpreter.value.IntegerWidth;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** An interpreter: loads tables and evaluates objects, one thread at a time. */
public final class Engine {
  private final AmlRuntime runtime;
  private final AmlLimits limits;
  private final LoadedTables tables;

  /** The last evaluation, whose frames the next one uses. */
  private @Nullable Evaluation idle;

  /**
   * Creates an interpreter with an empty namespace.
   *
   * @param clock the time that AML sees
   * @param host what AML asks of the outside
   * @param limits what an evaluation may use
   * @param settings where it does more than the specification asks for
   */
  public Engine(AmlClock clock, AmlHost host, AmlLimits limits, AmlSettings settings) {
    this.runtime = new AmlRuntime(clock, host, settings);
    this.limits = limits;
    PredefinedNames.declare(runtime);
    this.tables = new LoadedTables(runtime);
    runtime.setLoader(tables);
  }

  /** Returns the namespace. */
  public AcpiNamespace namespace() {
    return runtime.namespace();
  }

  /** Has operation regions of an address space handled. */
  public void install(RegionSpace space, RegionHandler handler) {
    runtime.handlers().install(space, handler);
  }

  /** Returns the address spaces that are handled. */
  public Set<RegionSpace> handledSpaces() {
    return runtime.handlers().installed();
  }

  /** Returns how wide integers are: what the first table that was loaded said. */
  public IntegerWidth integerWidth() {
    return runtime.conversions().width();
  }

  /**
   * Loads a table.
   *
   * @throws AmlException AE_BAD_DATA if it is no definition block
   */
  public LoadReport load(byte[] table) {
    runtime.lock().enter();
    Evaluation evaluation = new Evaluation(limits, runtime.clock());
    evaluation.begin();
    idle = null;
    try {
      return tables.load(table, runtime.namespace().root(), evaluation);
    } catch (StackOverflowError e) {
      throw new AmlException(AmlStatus.AE_STACK_OVERFLOW, "the thread's stack is too small");
    } finally {
      evaluation.end();
      runtime.lock().exit();
    }
  }

  /**
   * Evaluates an object.
   *
   * @throws AmlException whatever went wrong
   * @throws IllegalArgumentException if the node is not one of an interpreter
   */
  public Optional<AmlObject> evaluate(NamespaceNode name, AmlObject... arguments) {
    NamespaceEntry node = NamespaceEntry.of(name);
    runtime.lock().enter();
    Evaluation evaluation = idle == null ? new Evaluation(limits, runtime.clock()) : idle;
    idle = null;
    evaluation.begin();
    try {
      AmlObject result =
          node.object() instanceof MethodCode method
              ? runtime.calls().invoke(node, method, arguments, evaluation)
              : runtime.valueOf(node, evaluation);
      return result == null ? Optional.empty() : Optional.of(returned(result, evaluation));
    } catch (AmlException e) {
      throw e.at(node.path());
    } catch (StackOverflowError e) {
      // The limits are set so that this does not happen on a stack of 1 MiB; a thread with less
      // must still see nothing but the AML fail.
      throw new AmlException(AmlStatus.AE_STACK_OVERFLOW, "the thread's stack is too small")
          .at(node.path());
    } finally {
      evaluation.end();
      idle = evaluation;
      runtime.lock().exit();
    }
  }

  /** What Index gave is looked through; a value is data or a reference. */
  private AmlObject returned(AmlObject result, Evaluation evaluation) {
    return switch (result) {
      case AmlReference.ToElement element -> runtime.dereference(element, evaluation);
      case AmlReference.ToByte place -> runtime.dereference(place, evaluation);
      case AmlReference.ToNode(NamespaceNode node)
          when node.object() instanceof AmlData || node.object() instanceof FieldUnit ->
          runtime.valueOf(node, evaluation);
      case AmlReference.Named named -> throw notReturnable(named);
      case AmlNamed named -> throw notReturnable(named);
      default -> result;
    };
  }

  private static AmlException notReturnable(AmlObject object) {
    return new AmlException(AmlStatus.AE_TYPE, "a " + object.type() + " is no value");
  }
}
