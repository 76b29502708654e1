package org.memslot.aml;

import java.util.HashMap;
import java.util.Map;

/**
 * How many arguments calls take where no declaration tells it. AML does not mark where a call's
 * arguments end, so a method that no table declares can only be judged by what follows its name:
 * the count is the smallest with which the terms around the call can be read and nothing is left
 * behind them that cannot begin a statement. One name has one count in the whole table.
 *
 * <p>Remembers the names that a term calls while it is read, the counts that are tried for them,
 * and what earlier terms have shown.
 */
final class CallGuesses {
  /** How many names of one term can be guessed at. */
  static final int MAX_NAMES = 4;

  /** Every count from 0 to 7. */
  static final int ANY_COUNT = (1 << (ArgObj.COUNT + 1)) - 1;

  private final Namespace names;
  private final Map<Integer, Integer> possible = new HashMap<>();

  /** A Bloom filter of the names that were read as if they took no arguments. */
  private final long[] withoutArguments = new long[64];

  private final NameString[] met = new NameString[MAX_NAMES];
  private final boolean[] declared = new boolean[MAX_NAMES];
  private int metCount;
  private NameString[] tried = {};
  private int[] triedCounts = {};

  /** How many bytes may still be read again in trials. */
  private int budget;

  private boolean revised;

  CallGuesses(Namespace names, int length) {
    this.names = names;
    this.budget = 2 * length + 4096;
  }

  /** Begins a term: no name of it is met yet. */
  void begin() {
    metCount = 0;
  }

  /** How many names of the term could be calls with another number of arguments. */
  int metCount() {
    return metCount;
  }

  NameString met(int index) {
    return met[index];
  }

  /** Whether a declaration tells the number of arguments of a name that was met. */
  boolean isDeclared(int index) {
    return declared[index];
  }

  /** The number of arguments of a name, or {@link Namespace#OBJECT}. */
  int argumentCount(int scope, NameString name) {
    for (int i = 0; i < tried.length; i++) {
      if (tried[i].equals(name)) {
        return triedCounts[i] == 0 ? Namespace.OBJECT : triedCounts[i];
      }
    }
    int node = names.find(scope, name);
    int count = names.argumentCount(node);
    boolean guess = names.isGuess(node);
    if (guess && count < 0) {
      int hash = hash(name);
      withoutArguments[hash >>> 6] |= 1L << hash;
    }
    if (guess || count >= 0) {
      meet(name, !guess);
    }
    return count;
  }

  private static int hash(NameString name) {
    return (name.hashCode() * 0x9e3779b9) >>> 20;
  }

  private void meet(NameString name, boolean isDeclared) {
    for (int i = 0; i < metCount; i++) {
      if (met[i].equals(name)) {
        return;
      }
    }
    if (metCount < MAX_NAMES) {
      declared[metCount] = isDeclared;
      met[metCount++] = name;
    }
  }

  /** Makes names have other counts until {@link #endTrial}. */
  void tryCounts(NameString[] newNames, int[] counts) {
    tried = newNames;
    triedCounts = counts;
  }

  void endTrial() {
    tried = new NameString[0];
  }

  /** Takes the bytes of a trial from the budget. */
  void spend(int bytes) {
    budget -= bytes + 1;
  }

  /** Whether a trial can be afforded: all trials together read the table a few times at most. */
  boolean canTry() {
    return budget > 0;
  }

  /** Whether other terms allow a name that no declaration tells of so many arguments. */
  boolean allows(int scope, NameString name, int count) {
    return (possible.getOrDefault(names.find(scope, name), ANY_COUNT) & (1 << count)) != 0;
  }

  /**
   * Leaves a name only those counts that a term allows of which it is the only name in doubt; all,
   * where no count suits both this term and the earlier ones.
   *
   * @param counts a bit for each count
   */
  void restrict(int scope, NameString name, int counts) {
    possible.merge(
        place(scope, name), counts, (one, other) -> (one & other) != 0 ? one & other : one);
  }

  /**
   * Fixes the count of a name that no declaration tells, if other terms allow it.
   *
   * @param best the count that the term suggests
   */
  void settle(int scope, NameString name, int best) {
    int node = place(scope, name);
    int allowed = possible.getOrDefault(node, ANY_COUNT);
    int count = (allowed & (1 << best)) != 0 ? best : Integer.numberOfTrailingZeros(allowed);
    int before = Math.max(0, names.argumentCount(node));
    if (count != before) {
      int hash = hash(name);
      revised |= before != 0 || (withoutArguments[hash >>> 6] & (1L << hash)) != 0;
      names.setKind(node, Namespace.guess(count));
    }
  }

  private int place(int scope, NameString name) {
    int node = names.find(scope, name);
    return node != Namespace.NONE
        ? node
        : names.declare(name.isSearched() ? Namespace.ROOT : scope, name, Namespace.guess(0));
  }

  /** Whether a count was changed that earlier terms were read with; forgets it. */
  boolean takeRevised() {
    boolean was = revised;
    revised = false;
    return was;
  }
}
