/**
 * What all commands share towards their user: the streams, the refusal of arguments, and forms of
 * text.
 */
@NullMarked
package org.memslot.cli.console;

import org.jspecify.annotations.NullMarked;
