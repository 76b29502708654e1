package org.memslot.aml;

/**
 * The value of a {@link NamespaceModifier.Name} or an element of a package: a {@link DataObject}
 * or, in a package, the name of an object (ACPI 6.5, 20.2.3: DataRefObject and PackageElement).
 */
public sealed interface DataRefObject permits DataObject, NameString, Undecoded {}
