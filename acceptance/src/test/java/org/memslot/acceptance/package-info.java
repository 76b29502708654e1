/**
 * Tests with real guests and outside programs. They run with {@code mvn verify -Pacceptance}, or
 * one by one in an IDE; classes that end in {@code Benchmark} run only when they are named.
 */
@NullMarked
package org.memslot.acceptance;

import org.jspecify.annotations.NullMarked;
