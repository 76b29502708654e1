package org.memslot.aml;

/**
 * The value of a {@link NamespaceModifier.Name}, and in most cases an element of a package: a
 * {@link DataObject} or, in a package, the name of an object (ACPI 6.5, 20.2.3: DataRefObject).
 */
public sealed interface DataRefObject extends PackageElement
    permits DataObject, NameString, Undecoded {}
