package org.memslot.aml.resource;

/** A word of ASL that stands for the value of a descriptor's field. */
public interface Keyword {
  /** Returns the word as ASL writes it. */
  String asl();

  /** Returns the field's value. */
  int value();

  /**
   * Returns the constant that stands for a value.
   *
   * @throws ResourceException if the specification reserves the value
   */
  static <K extends Enum<K> & Keyword> K of(Class<K> type, int value) {
    for (K constant : type.getEnumConstants()) {
      if (constant.value() == value) {
        return constant;
      }
    }
    throw new ResourceException(type.getSimpleName(), "value 0x%x is reserved".formatted(value));
  }
}
