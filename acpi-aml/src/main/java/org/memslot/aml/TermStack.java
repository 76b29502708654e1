package org.memslot.aml;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the elements of nested lists on one stack, so that a list that is being read costs
 * nothing of its own: it begins at a mark, and is taken off as an immutable list when it is
 * complete.
 */
final class TermStack {
  private @Nullable Object[] elements = new @Nullable Object[64];
  private int size;

  /** Where a list that begins now will begin. */
  int mark() {
    return size;
  }

  void push(Object element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  /** Drops what was pushed since a mark. */
  void dropFrom(int mark) {
    while (size > mark) {
      elements[--size] = null;
    }
  }

  /** Takes off what was pushed since a mark. */
  <T> List<T> popFrom(int mark, Class<T> type) {
    List<T> list =
        switch (size - mark) {
          case 0 -> List.of();
          case 1 -> List.of(element(mark, type));
          case 2 -> List.of(element(mark, type), element(mark + 1, type));
          case 3 -> List.of(element(mark, type), element(mark + 1, type), element(mark + 2, type));
          case 4 ->
              List.of(
                  element(mark, type),
                  element(mark + 1, type),
                  element(mark + 2, type),
                  element(mark + 3, type));
          default -> listFrom(mark, type);
        };
    dropFrom(mark);
    return list;
  }

  private <T> T element(int at, Class<T> type) {
    return type.cast(Objects.requireNonNull(elements[at]));
  }

  private <T> List<T> listFrom(int mark, Class<T> type) {
    @SuppressWarnings("unchecked") // an array of T, filled below
    T[] array = (T[]) java.lang.reflect.Array.newInstance(type, size - mark);
    System.arraycopy(elements, mark, array, 0, array.length);
    return List.of(array);
  }
}
