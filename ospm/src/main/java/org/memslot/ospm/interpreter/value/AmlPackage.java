package org.memslot.ospm.interpreter.value;

import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A package: a list of objects of a fixed length. An element never set is {@link
 * AmlSpecial#UNINITIALIZED}.
 */
public final class AmlPackage implements AmlData {
  /** Objects, or the nodes of names whose values change with the named object. */
  private final Object[] elements;

  private AmlPackage(AmlObject[] elements) {
    this.elements = Arrays.copyOf(elements, elements.length, Object[].class);
  }

  /** Returns a package of these elements. */
  public static AmlPackage of(AmlObject... elements) {
    return new AmlPackage(elements);
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.PACKAGE;
  }

  /** Returns the elements as they are now. */
  public List<AmlObject> elements() {
    return IntStream.range(0, elements.length).mapToObj(this::get).toList();
  }

  /** Returns the number of elements. */
  public int length() {
    return elements.length;
  }

  /** Returns an element as it is now. */
  public AmlObject get(int index) {
    return elements[index] instanceof NamespaceNode node
        ? node.object()
        : (AmlObject) elements[index];
  }

  /** Has an element be whatever value the name has. */
  public void alias(int index, NamespaceNode node) {
    elements[index] = node;
  }

  /** Replaces an element. */
  public void set(int index, AmlObject element) {
    elements[index] = element;
  }

  /** Tells whether the other package is this one, or in this one however deep. */
  public boolean reaches(AmlPackage other) {
    Set<AmlPackage> seen = Sets.newIdentityHashSet();
    Deque<AmlPackage> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      AmlPackage at = open.pop();
      if (seen.add(at)) {
        for (AmlObject element : at.elements()) {
          if (element instanceof AmlPackage nested) {
            open.push(nested);
          }
        }
      }
    }
    return seen.contains(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AmlPackage that && elements().equals(that.elements());
  }

  @Override
  public int hashCode() {
    return elements().hashCode();
  }

  @Override
  public String toString() {
    return "Package" + elements();
  }
}
