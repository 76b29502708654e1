package org.memslot.ospm.interpreter.value;

/** The four kinds of data an AML program computes with. */
public sealed interface AmlData extends AmlObject
    permits AmlInteger, AmlString, AmlBuffer, AmlPackage {}
