package org.memslot.aml.resource;

/** How a bridge decodes an address window: field _DEC. */
public enum AddressDecode implements Keyword {
  /** The bridge claims the window. */
  POSITIVE("PosDecode", 0),
  /** The bridge takes what nobody else claims. */
  SUBTRACTIVE("SubDecode", 1);

  private final String asl;
  private final int value;

  AddressDecode(String asl, int value) {
    this.asl = asl;
    this.value = value;
  }

  @Override
  public String asl() {
    return asl;
  }

  @Override
  public int value() {
    return value;
  }
}
