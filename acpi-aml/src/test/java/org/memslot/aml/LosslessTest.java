package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.DataObject.IntegerConst;

/** What is read is written again byte for byte, also where AML has a shorter encoding. */
class LosslessTest {
  static final Iterable<String> QEMU = Tables.QEMU;

  @ParameterizedTest
  @FieldSource("QEMU")
  void qemuTables(String name) {
    byte[] table = Tables.qemu(name);

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.problems()).isEmpty();
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  /** Each is a TermList in bytes, hand-assembled after ACPI 6.5 chapter 20.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // integers: 0, 1 and all ones with prefixes, small values in wide ones
        "08 41414141 0a 00",
        "08 41414141 0a 01",
        "08 41414141 0b 0000",
        "08 41414141 0b ff00",
        "08 41414141 0c 00000000",
        "08 41414141 0c ffffffff",
        "08 41414141 0e 0000000000000000",
        "08 41414141 0e ffffffffffffffff",
        // package lengths in more bytes than they need, of each kind of package
        "10 46 00 5f53425f",
        "10 87 00 00 5f53425f",
        "10 c8 00 00 00 5f53425f",
        "5b82 46 00 41414141",
        "14 47 00 41414141 00",
        "5b85 46 00 41414141",
        "5b84 49 00 41414141 000000",
        "5b83 4c 00 41414141 000000000000",
        "5b80 41414141 00 00 00 5b81 47 00 41414141 00",
        "14 4b 00 41414141 00 a0 43 00 01",
        "14 4e 00 41414141 00 a0 43 00 01 a1 42 00",
        "14 4b 00 41414141 00 a2 43 00 01",
        "08 41414141 11 43 00 00",
        "08 41414141 12 43 00 00",
        "08 41414141 13 43 00 00",
        // field lengths in more bytes than they need, named and reserved
        "5b80 41414141 00 00 00 5b81 0f 41414141 00 42424242 41 00 00 41 00",
        // names: MultiNamePrefix for none, one and two segments, carets, the root, no name
        "10 07 2f 01 5f53425f",
        "10 0b 2f 02 5f53425f 41414141",
        "10 03 2f 00",
        "10 08 5c 2f 01 5f53425f",
        "10 02 00",
        "10 03 5c 00",
        "10 04 5e 5e 00",
        // a package with room for more than its initializers, and for fewer
        "08 41414141 12 03 ff 01",
        "08 41414141 12 03 00 01",
        // a buffer smaller than its initializer, one whose size is an expression
        "08 41414141 11 04 00 0102",
        "14 11 41414141 01 70 11 08 72 68 01 00 010203 60",
        // a string beyond ASCII
        "08 41414141 0d ff80 00",
        // External, statements that are none, an Else that holds an If
        "15 41414141 08 02",
        "00 01 ff 0a05",
        "14 11 41414141 00 a0 03 01 a3 a1 06 a0 04 00 a3a3",
        // all bits of a method's flags; every attribute of an AccessField
        "14 06 41414141 ff",
        "5b80 41414141 00 00 00 5b81 09 41414141 00 01 ff ff",
        "5b80 41414141 00 00 00 5b81 0a 41414141 00 03 ff ff ff",
      })
  void encodingsThatAreNotTheShortest(String hex) {
    byte[] table = Tables.around(hex);

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.problems()).isEmpty();
    assertThat(Tables.body(decoding.table().encode())).isEqualTo(hex.replace(" ", ""));
  }

  @Test
  void theEncodingIsPartOfTheValue() {
    assertThat(Tables.decode("08 41414141 0b ff00"))
        .containsExactly(
            new NamespaceModifier.Name(
                NameString.of("AAAA"), new IntegerConst(0xff, IntegerConst.Encoding.WORD)));
    assertThat(Tables.decode("10 46 00 5f53425f"))
        .containsExactly(
            new NamespaceModifier.Scope(
                NameString.of("_SB"), java.util.List.of(), PkgLengthWidth.TWO));
  }

  @Test
  void headerWithUnpaddedTexts() {
    byte[] table =
        new AmlTable(
                new TableHeader("OEM1", 1, "A", "", 0x80000001, "\0\1", 0xffffffff),
                java.util.List.of())
            .encode();

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.problems()).isEmpty();
    assertThat(decoding.table().header())
        .isEqualTo(new TableHeader("OEM1", 1, "A", "", 0x80000001, "\0\1", 0xffffffff));
    assertThat(decoding.table().encode()).isEqualTo(table);
    assertThat(table).startsWith('O', 'E', 'M', '1', 36, 0, 0, 0, 1);
  }
}
