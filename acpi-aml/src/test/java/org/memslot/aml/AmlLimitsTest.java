package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;

/** The largest and smallest of everything, and what lies beyond. */
class AmlLimitsTest {
  /**
   * ACPI 6.5, 20.2.4: one byte up to 63, two up to 4095, three up to 2^20 - 1, four up to 2^28 - 1.
   */
  @ParameterizedTest
  @CsvSource({
    "61, 3f",
    "62, 4104",
    "4092, 4fff",
    "4093, 810001",
    "1048571, 8fffff",
    "1048572, c1000001"
  })
  void packageLengthsGrowWhereTheyMust(int initializer, String pkgLength) {
    byte[] encoded = AmlEncoder.encodeTerms(List.of(new Buffer(integer(0), zeroes(initializer))));

    assertThat(HexFormat.of().formatHex(encoded)).startsWith("11" + pkgLength + "00");
    assertThat(AmlDecoder.decode(Tables.around(encoded)).problems()).isEmpty();
  }

  private static ByteList zeroes(int count) {
    return ByteList.of(new byte[count]);
  }

  @Test
  void packageOfMoreThanFourBytesOfLengthIsRefused() {
    Buffer half = new Buffer(integer(0), zeroes(1 << 27));

    assertThatThrownBy(
            () ->
                AmlEncoder.encodeTerms(
                    List.of(new VarPackage(integer(2), List.of(half, half), PkgLengthWidth.ONE))))
        .isInstanceOf(AmlEncodingException.class)
        .hasMessageContaining("VAR_PACKAGE_OP PkgLength: 268435")
        .hasMessageContaining("the limit is 268435451");
  }

  @Test
  void packageWidthThatIsTooNarrowGrows() {
    byte[] encoded =
        AmlEncoder.encodeTerms(List.of(new Buffer(integer(100), zeroes(100), PkgLengthWidth.ONE)));

    assertThat(HexFormat.of().formatHex(encoded)).startsWith("114806" + "0a64" + "00");
  }

  @Test
  void elementsOfAPackageAreCountedByAByte() {
    List<IntegerConst> most = Collections.nCopies(255, integer(1));
    List<IntegerConst> more = Collections.nCopies(256, integer(1));

    assertThat(Asl.packageOf(most)).isInstanceOf(PackageObj.class);
    assertThat(Asl.packageOf(more)).isEqualTo(new VarPackage(more));
    assertThatThrownBy(() -> new PackageObj(more))
        .isInstanceOf(InvalidTermException.class)
        .hasMessage(
            "Package NumElements: 256 is not allowed; from 0 to 255; VarPackage holds more");
    assertThat(
            Tables.decode(
                HexFormat.of().formatHex(AmlEncoder.encodeTerms(List.of(new VarPackage(more))))))
        .containsExactly(new VarPackage(more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAA", "0AAA", "aaaa", "A A", "A\u00e9", "", "A.A", "-"})
  void nameSegmentsHaveFourCapitalsDigitsOrUnderscores(String name) {
    assertThatThrownBy(() -> NameSeg.of(name))
        .isInstanceOf(InvalidTermException.class)
        .hasMessageStartingWith("NameSeg: \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A.", ".A", "A..B", "\\^A", "^\\A", "A^", "A.B.", "AAAAA.B"})
  void pathsAreSegmentsBetweenDots(String name) {
    assertThatThrownBy(() -> NameString.of(name)).isInstanceOf(InvalidTermException.class);
  }

  @Test
  void namesArePadded() {
    assertThat(NameString.of("\\A.BC.D1_")).hasToString("\\A___.BC__.D1__");
    assertThat(NameString.of("^^X")).hasToString("^^X___");
    assertThat(NameString.of("\\")).isEqualTo(NameString.ROOT);
    assertThat(NameString.of("")).isEqualTo(NameString.NULL);
  }

  @Test
  void pathsHaveAtMost255Segments() {
    List<NameSeg> most = Collections.nCopies(255, NameSeg.of("A"));
    NameString name = new NameString(false, 3, most);

    assertThat(
            Tables.decode(
                HexFormat.of()
                    .formatHex(
                        AmlEncoder.encodeTerms(
                            List.of(new NamespaceModifier.Name(name, integer(0)))))))
        .containsExactly(new NamespaceModifier.Name(name, integer(0)));
    assertThatThrownBy(() -> new NameString(false, 0, Collections.nCopies(256, NameSeg.of("A"))))
        .isInstanceOf(InvalidTermException.class)
        .hasMessage("NameString segments: 256 is not allowed; from 0 to 255");
  }

  @Test
  void recordsRefuseWhatNoBytesExpress() {
    assertRefused(() -> new ArgObj(7), "ArgObj: 7");
    assertRefused(() -> new ArgObj(-1), "ArgObj: -1");
    assertRefused(() -> new LocalObj(8), "LocalObj: 8");
    assertRefused(() -> new NamedObject.Method(path("A"), 8, List.of()), "Method ArgCount: 8");
    assertRefused(
        () -> new NamedObject.Method(path("A"), 0, true, 16, List.of(), PkgLengthWidth.SHORTEST),
        "Method SyncLevel: 16");
    assertRefused(() -> new NamedObject.Mutex(path("A"), 16), "Mutex SyncLevel: 16");
    assertRefused(() -> new NamedObject.External(path("A"), 8, 8), "External ArgumentCount: 8");
    assertRefused(() -> new NamedObject.External(path("A"), 256, 0), "External ObjectType: 256");
    assertRefused(
        () -> new NamedObject.PowerResource(path("A"), 256, 0, List.of()),
        "PowerResource SystemLevel: 256");
    assertRefused(
        () -> new NamedObject.PowerResource(path("A"), 0, 0x10000, List.of()),
        "PowerResource ResourceOrder: 65536");
    assertRefused(
        () -> new NamedObject.Processor(path("A"), 256, 0, 0, List.of()), "Processor ProcID: 256");
    assertRefused(() -> new RegionSpace(256), "RegionSpace: 256");
    assertRefused(() -> new Expression.Acquire(path("A"), 0x10000), "Acquire Timeout: 65536");
    assertRefused(() -> new Statement.Fatal(256, 0, ARG0), "Fatal Type: 256");
    assertRefused(
        () -> new FieldElement.NamedField(NameSeg.of("A"), 1 << 28),
        "NamedField length: 268435456");
    assertRefused(() -> new FieldElement.AccessField(256, 0), "AccessField AccessType: 256");
    assertRefused(() -> new StringConst("a\0b"), "String: character 0 at 1");
    assertRefused(() -> new StringConst("\u0100"), "String: character 256 at 0");
    assertRefused(() -> new IntegerConst(256, IntegerConst.Encoding.BYTE), "IntegerConst: 0x100");
    assertRefused(
        () -> new Expression.MethodInvocation(path("A"), Collections.nCopies(8, ARG0)),
        "MethodInvocation arguments: 8");
    assertRefused(() -> FieldFlags.of(0x06), "FieldFlags: 0x6");
    assertRefused(() -> FieldFlags.of(0x60), "FieldFlags: 0x60");
    assertRefused(() -> FieldFlags.of(0x80), "FieldFlags: 0x80");
    assertRefused(() -> new EisaId("PNP0c80"), "EISAID: \"PNP0c80\"");
    assertRefused(() -> new TableHeader("DSD", 2, "A", "B", 1, "C", 1), "signature: \"DSD\"");
    assertRefused(
        () -> new TableHeader("DSDT", 2, "1234567", "B", 1, "C", 1), "OEM id: \"1234567\"");
  }

  private static void assertRefused(Runnable building, String message) {
    assertThatThrownBy(building::run)
        .isInstanceOf(InvalidTermException.class)
        .hasMessageStartingWith(message + " is not allowed; ");
  }

  @Test
  void termsAreNestedAtMost512Deep() {
    TermArg deepest = nested(AmlEncoder.MAX_DEPTH);
    byte[] table = new AmlTable(Tables.SSDT, List.of(deepest)).encode();

    assertThat(AmlDecoder.decode(table).problems()).isEmpty();
    assertThat(AmlDecoder.decode(table).table().terms()).containsExactly(deepest);

    assertThatThrownBy(() -> AmlEncoder.encodeTerms(List.of(nested(AmlEncoder.MAX_DEPTH + 1))))
        .isInstanceOf(AmlEncodingException.class)
        .hasMessage("nesting of terms: 513 is more than AML can express; the limit is 512");
    byte[] deeper = Tables.around("92".repeat(512) + "01");
    assertThat(AmlDecoder.decode(deeper).problems())
        .extracting(AmlProblem::message)
        .containsExactly("terms are nested more than 512 levels deep");
  }

  private static TermArg nested(int depth) {
    TermArg term = integer(1);
    for (int i = 1; i < depth; i++) {
      term = new Expression.LNot(term);
    }
    return term;
  }
}
