package org.memslot.cli.inspect;

import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlTable;

/**
 * A definition block that was read.
 *
 * @param tree what it says
 * @param context the other definition blocks of its machine
 */
record Block(AmlTable tree, AmlContext context) {}
