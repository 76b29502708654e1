package org.memslot.ospm.interpreter;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /**
   * The revision of this interpreter that the Revision operator gives (ACPI 6.5, 19.6.119): a date
   * in hexadecimal digits, as firmware that looks at it expects.
   */
  static final int INTERPRETER_REVISION = 0x2026_1130;

  private final AmlRuntime runtime;
  private final AmlLimits limits;
  private final LoadedTables tables;

  /** The last evaluation, whose frames the next one uses. */
  private @Nullable Evaluation idle;

  /**
   * Creates an interpreter with an empty namespace that does what Linux does.
   *
   * @param clock the time that AML sees
   * @param host what AML asks of the outside
   * @param limits what an evaluation may use
   */
  public AmlInterpreter(AmlClock clock, AmlHost host, AmlLimits limits) {
    this(clock, host, limits, AmlSettings.LINUX);
  }

  /**
   * Creates an interpreter with an empty namespace.
   *
   * @param clock the time that AML sees
   * @param host what AML asks of the outside
   * @param limits what an evaluation may use
   * @param settings where it does more than the specification asks for
   */
  public AmlInterpreter(AmlClock clock, AmlHost host, AmlLimits limits, AmlSettings settings) {
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
    Evaluation evaluation = idle == null ? new Evaluation(limits, runtime.clock()) : idle;
    idle = null;
    evaluation.begin();
    try {
      AmlObject result =
          node.object() instanceof AmlNamed.Method method
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
