/**
 * What an interpreter of AML is given: a clock, a host that answers AML's questions, handlers of
 * address spaces, settings and limits.
 */
@NullMarked
package org.memslot.ospm.interpreter.host;

import org.jspecify.annotations.NullMarked;
