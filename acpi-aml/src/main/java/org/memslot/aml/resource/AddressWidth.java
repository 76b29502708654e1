package org.memslot.aml.resource;

/** The width of the addresses of an {@link AddressSpace} descriptor. */
public enum AddressWidth {
  /** 16 bits. */
  WORD("Word", 16, ItemTag.WORD_SPACE),
  /** 32 bits. */
  DWORD("DWord", 32, ItemTag.DWORD_SPACE),
  /** 64 bits. */
  QWORD("QWord", 64, ItemTag.QWORD_SPACE);

  private final String prefix;
  private final int bits;
  private final ItemTag tag;

  AddressWidth(String prefix, int bits, ItemTag tag) {
    this.prefix = prefix;
    this.bits = bits;
    this.tag = tag;
  }

  /** Returns the width in bits. */
  public int bits() {
    return bits;
  }

  /** Returns what the macros' names begin with: Word, DWord or QWord. */
  public String prefix() {
    return prefix;
  }

  ItemTag tag() {
    return tag;
  }
}
