package org.memslot.ospm.interpreter.value;

/**
 * A reference to a place that holds an object (ACPI 6.5, 19.3.5.8): what RefOf and Index give.
 *
 * <p>A reference stays valid as long as somebody holds it, also after its method has returned.
 */
public sealed interface AmlReference extends AmlObject {
  @Override
  default AmlObjectType type() {
    return AmlObjectType.REFERENCE;
  }

  /**
   * A reference to a named object.
   *
   * @param node the name's place in the namespace
   */
  record ToNode(NamespaceNode node) implements AmlReference {
    @Override
    public String toString() {
      return node.path();
    }
  }

  /**
   * The value of a name that stands for no data: a device, a mutex, a method. Unlike what RefOf
   * gives, no store goes through it, and CopyObject copies the object.
   *
   * @param node the name's place in the namespace
   */
  record Named(NamespaceNode node) implements AmlReference {
    @Override
    public AmlObjectType type() {
      return node.object().type();
    }

    @Override
    public String toString() {
      return node.path();
    }
  }

  /** A reference to a local variable or argument of a method that runs or ran. */
  non-sealed interface ToVariable extends AmlReference {}

  /** A reference to a package element. */
  final class ToElement implements AmlReference {
    private final AmlPackage container;
    private final int index;

    /**
     * Creates a reference.
     *
     * @param container the package
     * @param index the element's place, below the package's length
     */
    public ToElement(AmlPackage container, int index) {
      this.container = container;
      this.index = index;
    }

    /** Returns the element as it is now. */
    public AmlObject get() {
      return container.get(index);
    }

    /** Replaces the element. */
    public void set(AmlObject element) {
      container.set(index, element);
    }

    /** Returns the element's place. */
    public int index() {
      return index;
    }

    @Override
    public String toString() {
      return "Index(Package, " + index + ")";
    }
  }

  /** A reference to one byte of a buffer or one character of a string. */
  final class ToByte implements AmlReference {
    private final AmlData container;
    private final byte[] bytes;
    private final int index;

    /**
     * Creates a reference.
     *
     * @param container the buffer or string
     * @param bytes its bytes themselves
     * @param index the byte's place, below the container's length
     */
    public ToByte(AmlData container, byte[] bytes, int index) {
      this.container = container;
      this.bytes = bytes;
      this.index = index;
    }

    /** Returns the buffer or string. */
    public AmlData container() {
      return container;
    }

    /** Returns the byte as it is now, 0 to 255. */
    public long get() {
      return Byte.toUnsignedLong(bytes[index]);
    }

    /** Replaces the byte. */
    public void set(byte value) {
      bytes[index] = value;
    }

    @Override
    public String toString() {
      return "Index(" + container.type() + ", " + index + ")";
    }
  }
}
