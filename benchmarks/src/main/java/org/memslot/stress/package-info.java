/**
 * jcstress tests of the bus: which results concurrent accesses may observe. jcstress runs each pair
 * of actors millions of times under each compiler and reports the results it observed.
 */
package org.memslot.stress;
