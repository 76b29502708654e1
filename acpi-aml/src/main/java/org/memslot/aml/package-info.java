/** aml. */
@NullMarked
package org.memslot.aml;

import org.jspecify.annotations.NullMarked;
