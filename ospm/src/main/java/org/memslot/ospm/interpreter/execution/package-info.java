/**
 * The inside of the interpreter: compilers from terms to trees of nodes, the nodes, and the state
 * they run in. Nothing here is visible outside of the module.
 *
 * <p>{@link org.memslot.ospm.interpreter.execution.Engine} is the entry point. A {@code
 * TermCompiler} makes a method's nodes at its first call; each node executes itself in a {@code
 * Frame}.
 */
@NullMarked
package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.NullMarked;
