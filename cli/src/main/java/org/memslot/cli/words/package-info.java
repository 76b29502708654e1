/** What the libraries find wrong, in the words of the command's options and monitor commands. */
@NullMarked
package org.memslot.cli.words;

import org.jspecify.annotations.NullMarked;
