package org.memslot.cli.inspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.asl.AslPrinter;

/** Tables whose content is AML, and their text. */
public final class AmlText {
  /**
   * Signatures of tables that are definition blocks (ACPI 6.5, table 5.5, and PSDT of ACPI 1.0).
   */
  private static final Set<String> DEFINITION_BLOCKS = Set.of("DSDT", "SSDT", "PSDT");

  private static final int SIGNATURE_LENGTH = 4;

  private AmlText() {}

  /** True when a table holds AML. */
  public static boolean isAml(byte[] table) {
    return table.length >= SIGNATURE_LENGTH
        && DEFINITION_BLOCKS.contains(
            new String(table, 0, SIGNATURE_LENGTH, StandardCharsets.ISO_8859_1));
  }

  /** The ASL of a table that this program made; nothing for a table without AML. */
  public static Optional<String> of(byte[] table, List<byte[]> blocks) {
    if (!isAml(table)) {
      return Optional.empty();
    }
    AmlDecoding decoding = decode(table, blocks);
    if (!decoding.problems().isEmpty()) {
      throw new IllegalStateException("our own table cannot be read: " + decoding.problems());
    }
    return Optional.of(AslPrinter.print(decoding.table()));
  }

  /**
   * Reads a table beside others, whose names it may use.
   *
   * @param blocks the definition blocks of the same machine, perhaps this one among them
   * @throws AmlDecodingException when it is no definition block
   */
  private static AmlDecoding decode(byte[] table, List<byte[]> blocks) {
    return AmlDecoder.decode(table, AmlContext.of(othersOf(table, blocks)));
  }

  /** The definition blocks but for this one and its copies. */
  public static List<byte[]> othersOf(byte[] table, List<byte[]> blocks) {
    List<byte[]> others = new ArrayList<>();
    for (byte[] other : blocks) {
      if (!Arrays.equals(other, table)) {
        others.add(other);
      }
    }
    return others;
  }
}
