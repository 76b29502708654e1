/** What guests print, read while they run. These classes need nothing but the JDK. */
@NullMarked
package org.memslot.acceptance.guest;

import org.jspecify.annotations.NullMarked;
