package org.memslot.ospm.interpreter;

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
  final class ToVariable implements AmlReference {
    private final Frame frame;
    private final int slot;

    ToVariable(Frame frame, int slot) {
      this.frame = frame;
      this.slot = slot;
    }

    Frame frame() {
      return frame;
    }

    int slot() {
      return slot;
    }

    @Override
    public String toString() {
      return Frame.slotName(slot);
    }
  }

  /** A reference to a package element. */
  final class ToElement implements AmlReference {
    private final AmlPackage container;
    private final int index;

    /** The index is below the package's length. */
    ToElement(AmlPackage container, int index) {
      this.container = container;
      this.index = index;
    }

    AmlObject get() {
      return container.get(index);
    }

    void set(AmlObject element) {
      container.set(index, element);
    }

    int index() {
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

    ToByte(AmlData container, byte[] bytes, int index) {
      this.container = container;
      this.bytes = bytes;
      this.index = index;
    }

    AmlData container() {
      return container;
    }

    long get() {
      return Byte.toUnsignedLong(bytes[index]);
    }

    void set(byte value) {
      bytes[index] = value;
    }

    @Override
    public String toString() {
      return "Index(" + container.type() + ", " + index + ")";
    }
  }
}
