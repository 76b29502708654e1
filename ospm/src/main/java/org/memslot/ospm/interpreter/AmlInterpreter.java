package org.memslot.ospm.interpreter;

import java.util.Optional;
import java.util.Set;
import org.memslot.aml.RegionSpace;

/**
 * Loads definition blocks and evaluates the objects they declare (ACPI 6.5, chapters 5 and 19).
 *
 * <p>All methods may be called from any thread; one thread at a time runs AML, and one that sleeps
 * or waits lets others run. Whatever the AML does, evaluation ends within its {@link AmlLimits},
 * with a value or with an {@link AmlException}.
 */
public final class AmlInterpreter {
  /** The revision of the specification that \_REV reports: ACPI 2 and later, as Linux says. */
  static final int REVISION = 2;

  private final AmlRuntime runtime;
  private final AmlLimits limits;
  private final LoadedTables tables;

  /**
   * Creates an interpreter with an empty namespace.
   *
   * @param clock the time that AML sees
   * @param host what AML asks of the outside
   * @param limits what an evaluation may use
   */
  public AmlInterpreter(AmlClock clock, AmlHost host, AmlLimits limits) {
    this.runtime = new AmlRuntime(clock, host);
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
   * Loads a table: declares its names and runs what stands outside of methods. A term that cannot
   * be read, or fails, is left out and reported; the others are loaded.
   *
   * <p>The first table, which should be the DSDT, says how wide integers are.
   *
   * @param table the whole table with its header
   * @throws AmlException AE_BAD_DATA if it is no definition block
   */
  public LoadReport load(byte[] table) {
    runtime.lock().enter();
    Evaluation evaluation = new Evaluation(limits, runtime.clock());
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
   * Evaluates an object: calls a method, reads a field, or returns a value.
   *
   * @param path an absolute path
   * @param arguments a method's arguments
   * @return the value; empty if a method returned none
   * @throws AmlException whatever went wrong; AE_NOT_FOUND if there is no such object
   */
  public Optional<AmlObject> evaluate(String path, AmlObject... arguments) {
    return evaluate(
        runtime
            .namespace()
            .find(path)
            .orElseThrow(() -> new AmlException(AmlStatus.AE_NOT_FOUND, path + " does not exist")),
        arguments);
  }

  /**
   * Evaluates an object: calls a method, reads a field, or returns a value.
   *
   * @param node the object's name
   * @param arguments a method's arguments
   * @return the value; empty if a method returned none
   * @throws AmlException whatever went wrong
   */
  public Optional<AmlObject> evaluate(NamespaceNode node, AmlObject... arguments) {
    runtime.lock().enter();
    Evaluation evaluation = new Evaluation(limits, runtime.clock());
    try {
      return node.object() instanceof AmlNamed.Method method
          ? Optional.ofNullable(runtime.invoke(node, method, arguments, evaluation))
          : Optional.of(runtime.valueOf(node, evaluation));
    } catch (AmlException e) {
      throw e.at(node.path());
    } catch (StackOverflowError e) {
      // The limits are set so that this does not happen on a stack of 1 MiB; a thread with less
      // must still see nothing but the AML fail.
      throw new AmlException(AmlStatus.AE_STACK_OVERFLOW, "the thread's stack is too small")
          .at(node.path());
    } finally {
      evaluation.end();
      runtime.lock().exit();
    }
  }
}
