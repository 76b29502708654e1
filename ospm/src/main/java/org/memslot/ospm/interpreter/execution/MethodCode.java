package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.value.AmlNamed;

/** A method: what runs when it is called. */
final class MethodCode implements AmlNamed.Method {
  /** A method's body ready to run. */
  interface Body {
    /** Runs; the frame has the arguments, and takes the result. */
    void run(Frame frame);

    /** How deeply its terms are nested: what a call takes of the stack. */
    default int nesting() {
      return 1;
    }
  }

  /** Makes the body at the first call. */
  interface Source {
    Body compile(AmlSettings settings);
  }

  private final int argumentCount;
  private final @Nullable AmlMutex serialization;
  private final Source source;
  private @Nullable Body body;

  /**
   * Creates a method.
   *
   * @param serialization what a serialized method holds while it runs, else null
   */
  MethodCode(int argumentCount, @Nullable AmlMutex serialization, Source source) {
    this.argumentCount = argumentCount;
    this.serialization = serialization;
    this.source = source;
  }

  @Override
  public int argumentCount() {
    return argumentCount;
  }

  @Nullable AmlMutex serialization() {
    return serialization;
  }

  Body body(AmlSettings settings) {
    if (body == null) {
      body = source.compile(settings);
    }
    return body;
  }
}
