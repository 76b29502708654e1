package org.memslot.aml;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a term again with other numbers of arguments for the calls in it, until the bytes make
 * sense: the search behind {@link CallGuesses}.
 */
final class TrialReader {
  private static final int MAX_TRIALS = 200;

  private final AmlReader in;
  private final ArgumentDecoder arguments;
  private final CallGuesses guesses;
  private final TermStack lists;
  private boolean faulty;
  private boolean running;

  TrialReader(AmlReader in, ArgumentDecoder arguments, CallGuesses guesses, TermStack lists) {
    this.in = in;
    this.arguments = arguments;
    this.guesses = guesses;
    this.lists = lists;
  }

  /** Whether a trial is being read: its problems only say that it fails. */
  boolean isRunning() {
    return running;
  }

  /** Takes note of a problem within a trial. */
  void fail() {
    faulty = true;
  }

  /**
   * The term that begins at {@code start} with the smallest numbers of arguments that leave nothing
   * over, or null where there are none. Where it succeeds the reader stands behind the term.
   *
   * @param all whether methods whose declaration is known may have another number, too
   * @param mismatch is told each declared or settled method that has another number in this term
   */
  <T> @Nullable T read(int start, boolean all, Supplier<T> term, Mismatch mismatch) {
    int candidates = 0;
    NameString[] names = new NameString[guesses.metCount()];
    boolean[] declared = new boolean[names.length];
    for (int i = 0; i < guesses.metCount(); i++) {
      if (all || !guesses.isDeclared(i)) {
        declared[candidates] = guesses.isDeclared(i);
        names[candidates++] = guesses.met(i);
      }
    }
    if (candidates == 0) {
      return null;
    }
    NameString[] tried = java.util.Arrays.copyOf(names, candidates);
    int[] counts = new int[candidates];
    int trials = 0;
    for (int total = 0; total <= ArgObj.COUNT; total++) {
      counts[0] = total;
      java.util.Arrays.fill(counts, 1, candidates, 0);
      do {
        if (trials++ == MAX_TRIALS || !guesses.canTry()) {
          return null;
        }
        T result = attempt(start, tried, counts, term);
        if (result != null) {
          int end = in.position();
          settle(start, tried, declared, counts, term, mismatch);
          in.moveTo(end);
          return result;
        }
      } while (next(counts));
    }
    return null;
  }

  /** Takes note of a call with another number of arguments than the method has elsewhere. */
  interface Mismatch {
    void of(NameString name, int count);
  }

  private <T> void settle(
      int start,
      NameString[] tried,
      boolean[] declared,
      int[] counts,
      Supplier<T> term,
      Mismatch mismatch) {
    for (int i = 0; i < tried.length; i++) {
      int best = counts[i];
      boolean agreed;
      if (declared[i]) {
        agreed = arguments.declaredCount(tried[i]) == best;
      } else {
        int possible = 1 << best;
        if (tried.length == 1) {
          for (int count = best + 1; count <= ArgObj.COUNT && guesses.canTry(); count++) {
            if (attempt(start, tried, new int[] {count}, term) != null) {
              possible |= 1 << count;
            }
          }
        }
        agreed = guesses.settle(arguments.scope(), tried[i], possible, best);
      }
      if (!agreed) {
        mismatch.of(tried[i], best);
      }
    }
  }

  /** Reads the term with these counts; null where it cannot be, or where something is left over. */
  private <T> @Nullable T attempt(int start, NameString[] names, int[] counts, Supplier<T> term) {
    int limit = in.limit();
    int scope = arguments.scope();
    int depth = arguments.depth();
    int mark = lists.mark();
    in.moveTo(start);
    guesses.tryCounts(names, counts);
    faulty = false;
    running = true;
    try {
      T result = term.get();
      return faulty || arguments.isValueNext() ? null : result;
    } catch (ReadFailure unreadable) {
      return null;
    } finally {
      running = false;
      guesses.endTrial();
      guesses.spend(Math.max(0, in.position() - start));
      in.setLimit(limit);
      arguments.setScope(scope);
      arguments.setDepth(depth);
      lists.dropFrom(mark);
    }
  }

  /** The next way to have the same sum. */
  private static boolean next(int[] counts) {
    int last = counts.length - 1;
    int rest = counts[last];
    counts[last] = 0;
    for (int i = last - 1; i >= 0; i--) {
      if (counts[i] > 0) {
        counts[i]--;
        counts[i + 1] = rest + 1;
        return true;
      }
    }
    counts[last] = rest;
    return false;
  }
}
