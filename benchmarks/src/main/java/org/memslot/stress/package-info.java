/**
 * What threads may see of each other through the bus, put to jcstress, which runs each pair of
 * actors some millions of times under every compiler and says which results it saw; see README.md
 * in this module.
 */
package org.memslot.stress;
