package org.memslot.aml.resource;

/** How many address lines an I/O device decodes: field _DEC. */
public enum IoDecode implements Keyword {
  /** Ten lines. */
  DECODE_10("Decode10", 0),
  /** Sixteen lines. */
  DECODE_16("Decode16", 1);

  private final String asl;
  private final int value;

  IoDecode(String asl, int value) {
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
