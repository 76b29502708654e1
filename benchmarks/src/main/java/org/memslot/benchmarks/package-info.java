/**
 * What the parts cost, measured by JMH; see README.md in this module. Not null-marked: JMH fills
 * the fields of a state after it is made.
 */
package org.memslot.benchmarks;
