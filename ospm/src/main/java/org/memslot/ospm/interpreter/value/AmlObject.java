package org.memslot.ospm.interpreter.value;

/**
 * Anything an AML expression can evaluate to or a name can stand for.
 *
 * <p>Data is {@link AmlInteger}, {@link AmlString}, {@link AmlBuffer} and {@link AmlPackage}.
 * Strings, buffers and packages can change in place (through Index and buffer fields), as ACPI
 * wants; storing one copies it.
 */
public sealed interface AmlObject permits AmlData, AmlReference, AmlSpecial, FieldUnit, AmlNamed {

  /** Returns the object's type. */
  AmlObjectType type();
}
