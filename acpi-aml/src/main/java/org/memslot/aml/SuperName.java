package org.memslot.aml;

/**
 * What an object can be named by: a {@link SimpleName}, the Debug object or an expression that
 * gives a reference (ACPI 6.5, 20.2.2).
 */
public sealed interface SuperName extends TermArg, Target
    permits SimpleName,
        DebugObj,
        Expression.RefOf,
        Expression.DerefOf,
        Expression.Index,
        Expression.MethodInvocation {}
