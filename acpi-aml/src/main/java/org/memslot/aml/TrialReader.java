package org.memslot.aml;

import java.util.Arrays;
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
   * over, or null where there are none. Where it succeeds the reader stands behind the term. Only
   * names that no declaration tells have other numbers.
   *
   * @param mismatch is told each method that has another number in this term than declared
   */
  <T> @Nullable T read(int start, Supplier<T> term, Mismatch mismatch) {
    NameString[] names = new NameString[guesses.metCount()];
    int count = 0;
    for (int i = 0; i < names.length; i++) {
      if (!guesses.isDeclared(i)) {
        names[count++] = guesses.met(i);
      }
    }
    if (count == 0) {
      return null;
    }
    NameString[] tried = Arrays.copyOf(names, count);
    T result = search(start, tried, true, term, mismatch);
    return result != null ? result : search(start, tried, false, term, mismatch);
  }

  /**
   * The term as {@link #read} gives it, but with another number of arguments for one method than it
   * is declared with: fewer, and as many of those as there are operands, else more.
   */
  <T> @Nullable T readAgainstDeclarations(int start, Supplier<T> term, Mismatch mismatch) {
    NameString[] names = new NameString[guesses.metCount()];
    int[] declared = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = guesses.met(i);
      declared[i] = guesses.isDeclared(i) ? arguments.declaredCount(names[i]) : 0;
    }
    for (int i = 0; i < names.length; i++) {
      T result = null;
      for (int count = declared[i] - 1; count >= 0 && result == null; count--) {
        result = readWith(start, names[i], count, term, mismatch);
      }
      for (int count = declared[i]; count <= ArgObj.COUNT && result == null; count++) {
        result = readWith(start, names[i], count, term, mismatch);
      }
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private <T> @Nullable T readWith(
      int start, NameString name, int count, Supplier<T> term, Mismatch mismatch) {
    NameString[] tried = {name};
    int[] counts = {count};
    T result = guesses.canTry() ? attempt(start, tried, counts, term) : null;
    if (result != null) {
      int end = in.position();
      settle(start, tried, counts, term, mismatch);
      in.moveTo(end);
    }
    return result;
  }

  /**
   * Tries counts with growing sums.
   *
   * @param agreeing whether to leave out counts that other terms do not allow
   */
  private <T> @Nullable T search(
      int start, NameString[] tried, boolean agreeing, Supplier<T> term, Mismatch mismatch) {
    int[] counts = new int[tried.length];
    int trials = 0;
    for (int total = 0; total <= ArgObj.COUNT; total++) {
      Arrays.fill(counts, 0);
      counts[0] = total;
      do {
        if (agreeing && !isAllowed(tried, counts)) {
          continue;
        }
        if (trials++ == MAX_TRIALS || !guesses.canTry()) {
          return null;
        }
        T result = attempt(start, tried, counts, term);
        if (result != null) {
          int end = in.position();
          settle(start, tried, counts, term, mismatch);
          in.moveTo(end);
          return result;
        }
      } while (next(counts));
    }
    return null;
  }

  private boolean isAllowed(NameString[] tried, int[] counts) {
    for (int i = 0; i < tried.length; i++) {
      if (!guesses.allows(arguments.scope(), tried[i], counts[i])) {
        return false;
      }
    }
    return true;
  }

  /** Takes note of a call with another number of arguments than the method is declared with. */
  interface Mismatch {
    void of(NameString name, int count);
  }

  private <T> void settle(
      int start, NameString[] tried, int[] counts, Supplier<T> term, Mismatch mismatch) {
    for (int i = 0; i < tried.length; i++) {
      int best = counts[i];
      if (!arguments.isGuess(tried[i])) {
        if (arguments.declaredCount(tried[i]) != best) {
          mismatch.of(tried[i], best);
        }
      } else {
        if (tried.length == 1) {
          int possible = 1 << best;
          for (int count = best + 1; count <= ArgObj.COUNT && guesses.canTry(); count++) {
            if (attempt(start, tried, new int[] {count}, term) != null) {
              possible |= 1 << count;
            }
          }
          guesses.restrict(arguments.scope(), tried[i], possible);
        }
        guesses.settle(arguments.scope(), tried[i], best);
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
