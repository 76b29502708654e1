package org.memslot.aml;

/**
 * One element of a TermList: the grammar's TermObj (ACPI 6.5, 20.2.5).
 *
 * <p>The grammar allows only expressions among the {@link TermArg}s here. Tables exist in which a
 * constant stands as a statement (padding, mostly), ACPICA runs them, and so the tree holds them;
 * {@link AmlTable#check()} reports them.
 */
public sealed interface Term
    permits NamespaceModifier, NamedObject, Statement, TermArg, Undecoded {}
