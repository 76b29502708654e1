package org.memslot.cli.inspect;

import java.util.Comparator;

/**
 * Orders names so that numbers in them count: {@code SSDT2} before {@code SSDT10}, which is the
 * order in which an operating system loads them.
 */
enum NaturalOrder implements Comparator<String> {
  /** The one. */
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfDigits(a, i);
        int endB = endOfDigits(b, j);
        int order = compareNumbers(a, i, endA, b, j, endB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) == b.charAt(j)) {
        i++;
        j++;
      } else {
        return Character.compare(a.charAt(i), b.charAt(j));
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    // 01 and 1 are the same number, and yet two names.
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
    int first = skipZeros(a, i, endA);
    int second = skipZeros(b, j, endB);
    int order = Integer.compare(endA - first, endB - second);
    while (order == 0 && first < endA) {
      order = Character.compare(a.charAt(first++), b.charAt(second++));
    }
    return order;
  }

  private static int skipZeros(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfDigits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
