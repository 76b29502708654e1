package org.memslot.aml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Tables for tests. */
final class Tables {
  static final TableHeader SSDT =
      new TableHeader("SSDT", 2, "MEMSLT", "TEST", 1, "INTL", 0x20200925);

  /** Tables that QEMU 7.2 made; {@code qemu/dump.py} among the resources has the commands. */
  static final List<String> QEMU =
      List.of(
          "microvm-DSDT",
          "microvm-bare-DSDT",
          "pc-2.5-DSDT",
          "pc-256-slots-DSDT",
          "pc-DSDT",
          "pc-devices-DSDT",
          "pc-devices-SSDT",
          "pc-no-bridges-DSDT",
          "pc-slots-DSDT",
          "pc-tpm-DSDT",
          "q35-DSDT",
          "q35-bridges-DSDT",
          "q35-cxl-DSDT",
          "q35-iommu-erst-DSDT",
          "q35-no-bridges-DSDT",
          "q35-nvdimm-DSDT",
          "q35-nvdimm-SSDT",
          "q35-slots-numa-DSDT",
          "q35-tpm-crb-DSDT");

  private Tables() {}

  static byte[] qemu(String name) {
    String path = "/qemu/" + name + ".aml";
    try (InputStream in = Tables.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table around AML bytes in hexadecimal, its header and checksum right. */
  static byte[] around(String hex) {
    return around(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /** A table around AML bytes, its header and checksum right. */
  static byte[] around(byte[] aml) {
    return new AmlTable(SSDT, List.of(new Undecoded(ByteList.of(aml)))).encode();
  }

  /** The bytes behind the header, in hexadecimal. */
  static String body(byte[] table) {
    return HexFormat.of().formatHex(table, TableHeader.LENGTH, table.length);
  }

  /** The tree of AML bytes in hexadecimal, which must be without problems. */
  static List<Term> decode(String hex) {
    AmlDecoding decoding = AmlDecoder.decode(around(hex));
    if (!decoding.problems().isEmpty()) {
      throw new AssertionError(decoding.problems().toString());
    }
    return decoding.table().terms();
  }
}
