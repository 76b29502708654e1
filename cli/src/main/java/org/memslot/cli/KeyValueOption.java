package org.memslot.cli;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memslot.cli.console.WrongWordsException;

/**
 * An option of QEMU's form {@code [FIRST,]key=value,key=value}, taken apart but not understood.
 *
 * @param name the option with its dash, for messages
 * @param text the whole value as typed
 * @param first the part before the first comma when it has no key
 * @param values the keyed parts in their order
 */
record KeyValueOption(
    String name, String text, Optional<String> first, Map<String, String> values) {
  KeyValueOption {
    values = ImmutableMap.copyOf(values);
  }

  /** Takes {@code text} apart; {@code form} is the right form, shown when it has another. */
  static KeyValueOption parse(String name, String text, Set<String> keys, String form) {
    List<String> parts = List.of(text.split(",", -1));
    Optional<String> first = Optional.of(parts.getFirst()).filter(part -> part.indexOf('=') < 0);
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : parts.subList(first.isPresent() ? 1 : 0, parts.size())) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new WrongWordsException(
            "%s %s: \"%s\" is not key=value; write %s %s".formatted(name, text, part, name, form));
      }
      String key = part.substring(0, equals);
      if (!keys.contains(key)) {
        throw new WrongWordsException(
            "%s %s: unknown key \"%s\"; write %s %s".formatted(name, text, key, name, form));
      }
      if (values.put(key, part.substring(equals + 1)) != null) {
        throw new WrongWordsException(
            "%s %s: %s= is given more than once; give it once".formatted(name, text, key));
      }
    }
    return new KeyValueOption(name, text, first, values);
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  String required(String key, String form) {
    return value(key)
        .orElseThrow(
            () ->
                new WrongWordsException(
                    "%s %s: %s= is missing; write %s %s".formatted(name, text, key, name, form)));
  }

  /** The value of a key as a decimal number from {@code least} to {@code most}. */
  int keyNumber(String key, String value, int least, int most) {
    return number(name + " " + text + ": " + key + "=" + value, value, least, most);
  }

  /**
   * A decimal number from {@code least} to {@code most}; {@code where} is what to say when it is
   * none.
   */
  static int number(String where, String value, int least, int most) {
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (least <= number && number <= most) {
        return number;
      }
    }
    throw new WrongWordsException(
        "%s: \"%s\" is not a decimal number from %d to %d".formatted(where, value, least, most));
  }
}
