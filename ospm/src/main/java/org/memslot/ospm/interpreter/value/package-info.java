/**
 * What AML computes with: values, the namespace and failures.
 *
 * <p>An {@link org.memslot.ospm.interpreter.value.AmlObject} is data, a reference, a field, or an
 * object that exists only under a name. {@link org.memslot.ospm.interpreter.value.NamespaceNode} is
 * a name. An {@link org.memslot.ospm.interpreter.value.AmlException} has an {@link
 * org.memslot.ospm.interpreter.value.AmlStatus}.
 */
@NullMarked
package org.memslot.ospm.interpreter.value;

import org.jspecify.annotations.NullMarked;
