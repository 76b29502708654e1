/**
 * Runs of the command with Linux as its guest. They run inside the nested machine, on a runtime
 * that has no modules but those that the command needs, and report by lines on the console.
 */
@NullMarked
package org.memslot.acceptance.inside;

import org.jspecify.annotations.NullMarked;
