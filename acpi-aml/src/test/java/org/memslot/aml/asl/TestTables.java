package org.memslot.aml.asl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;

/** Tables to print. */
final class TestTables {
  private TestTables() {}

  /** A table of 64-bit integers around some terms. */
  static AmlTable ssdt(Term... terms) {
    return new AmlTable(
        new TableHeader("SSDT", 2, "MEMSLT", "TEST", 1, "INTL", 0x20200925), List.of(terms));
  }

  static byte[] resource(String name) {
    try (InputStream in = TestTables.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(resource(name), StandardCharsets.US_ASCII);
  }
}
