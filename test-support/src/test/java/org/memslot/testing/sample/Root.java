package org.memslot.testing.sample;

/** Names the root package of a few packages, two of which use each other. */
public interface Root {}
