package org.memslot.aml;

import java.util.List;

/**
 * The names that other definition blocks of the same machine declare: which of them are methods,
 * and how many arguments they take. AML does not tell a call's arguments from what follows it, so a
 * table that calls another's methods without an External can only be read with that table as
 * context.
 *
 * <p>Immutable; one context serves any number of decodings, also at once.
 */
public final class AmlContext {
  /** No other definition block. */
  public static final AmlContext EMPTY = new AmlContext(new Namespace());

  private final Namespace names;

  /** About as many bytes as a real table has for each name. */
  private static final int BYTES_PER_NAME = 24;

  private AmlContext(Namespace names) {
    this.names = names;
  }

  /**
   * What definition blocks declare, in the order in which an operating system would load them.
   *
   * @param tables whole tables with their headers
   * @throws AmlDecodingException where one is no definition block
   */
  public static AmlContext of(List<byte[]> tables) {
    Namespace names = new Namespace();
    for (byte[] table : tables) {
      int length = AmlDecoder.tableLength(table);
      DeclarationScanner.scan(table, TableHeader.LENGTH, length, names);
    }
    return new AmlContext(names);
  }

  /** Whether a block of this context declares a method, by itself or as an External. */
  public boolean isMethod(NameString name) {
    return names.argumentCount(Namespace.ROOT, name) >= 0;
  }

  /**
   * A namespace of one's own that begins with these names, with room for those of so many bytes.
   */
  Namespace copyNames(int bytes) {
    return new Namespace(names, bytes / BYTES_PER_NAME);
  }
}
