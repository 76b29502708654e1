package org.memslot.ospm.interpreter;

import java.util.Optional;
import java.util.Set;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.execution.Engine;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.host.LoadReport;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.value.AcpiNamespace;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.IntegerWidth;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * Loads definition blocks and evaluates the objects they declare (ACPI 6.5, chapters 5 and 19).
 *
 * <p>All methods may be called from any thread; one thread at a time runs AML, and one that sleeps
 * or waits lets others run. Whatever the AML does, evaluation ends within its {@link AmlLimits},
 * with a value or with an {@link AmlException}.
 */
public final class AmlInterpreter {
  private final Engine engine;

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
    this.engine = new Engine(clock, host, limits, settings);
  }

  /** Returns the namespace. */
  public AcpiNamespace namespace() {
    return engine.namespace();
  }

  /** Has operation regions of an address space handled. */
  public void install(RegionSpace space, RegionHandler handler) {
    engine.install(space, handler);
  }

  /** Returns the address spaces that are handled. */
  public Set<RegionSpace> handledSpaces() {
    return engine.handledSpaces();
  }

  /** Returns how wide integers are: what the first table that was loaded said. */
  public IntegerWidth integerWidth() {
    return engine.integerWidth();
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
    return engine.load(table);
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
    NamespaceNode node =
        engine
            .namespace()
            .find(path)
            .orElseThrow(() -> new AmlException(AmlStatus.AE_NOT_FOUND, path + " does not exist"));
    return engine.evaluate(node, arguments);
  }

  /**
   * Evaluates an object: calls a method, reads a field, or returns a value.
   *
   * @param node the object's name
   * @param arguments a method's arguments
   * @return the value; empty if a method returned none
   * @throws AmlException whatever went wrong
   * @throws IllegalArgumentException if the node is not one of an interpreter
   */
  public Optional<AmlObject> evaluate(NamespaceNode node, AmlObject... arguments) {
    return engine.evaluate(node, arguments);
  }
}
