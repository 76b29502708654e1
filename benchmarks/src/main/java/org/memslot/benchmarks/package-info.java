/**
 * JMH benchmarks; README.md in this module has the results. Not null-marked, because JMH assigns
 * the fields of a state after its construction.
 */
package org.memslot.benchmarks;
