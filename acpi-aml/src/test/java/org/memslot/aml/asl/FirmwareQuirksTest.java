package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlRule;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ByteList;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.Expression;
import org.memslot.aml.FieldElement;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.PkgLengthWidth;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;
import org.memslot.aml.Undecoded;
import org.memslot.testing.Acpica;

/**
 * What the tables of real machines have and compilers do not make: each input under {@code quirks}
 * stands for one habit of firmware. The text must compile, and never to less code than the table
 * has.
 */
class FirmwareQuirksTest {
  private static byte[] input(String name) {
    return TestTables.resource("/quirks/" + name + ".aml");
  }

  private static AmlDecoding decode(String name, String... others) {
    byte[] bytes = input(name);
    AmlDecoding decoding = AmlDecoder.decode(bytes, context(others));
    assertThat(decoding.table().encode()).isEqualTo(bytes);
    return decoding;
  }

  private static AmlContext context(String... others) {
    return AmlContext.of(Arrays.stream(others).map(FirmwareQuirksTest::input).toList());
  }

  private static String print(String name) {
    AmlDecoding decoding = decode(name);
    assertThat(decoding.problems()).isEmpty();
    return AslPrinter.print(decoding.table());
  }

  /** What remains of a compiled text when its Externals are gone. */
  private static List<Term> compiledTerms(String text) {
    AmlTable compiled = AmlDecoder.decode(Acpica.compile(text, "-oa")).table();
    return CanonicalTree.of(compiled.terms()).terms();
  }

  private static List<Term> terms(AmlTable table) {
    return CanonicalTree.of(table.terms()).terms();
  }

  @Test
  void descriptorTagsAreUniqueInTheTable() {
    String text = print("two-blank-windows");

    assertThat(text).contains("0x00, T000)").contains("0x00, T001)");
    Acpica.assertSameTable(Acpica.compile(text, "-oa"), input("two-blank-windows"));
  }

  @Test
  void descriptorTagsAreNoNamesOfTheTable() {
    AmlTable table = decode("two-blank-windows").table();
    NamedObject.Device device = (NamedObject.Device) table.terms().getFirst();
    List<Term> more = new java.util.ArrayList<>(device.terms());
    more.addFirst(new Name(NameString.of("T000"), IntegerConst.ONE));
    AmlTable other =
        new AmlTable(table.header(), List.of(new NamedObject.Device(device.name(), more)));

    String text = AslPrinter.print(other);

    assertThat(text).contains("0x00, T001)").contains("0x00, T002)");
    Acpica.assertSameTable(Acpica.compile(text, "-oa"), other.encode());
  }

  @Test
  void argumentsOfAnUnknownMethodAreGuessedAndTheTextSaysSo() {
    String text = print("unknown-method");

    assertThat(text)
        .contains("External (\\MDBG, MethodObj)  // 1 argument, guessed from its calls\n")
        .contains("Return (MDBG (Arg0))\n");
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("unknown-method").table()));
  }

  @Test
  void argumentsThatAContextTellsAreNoGuess() {
    AmlContext context = context("call-too-short-other");
    AmlTable table =
        TestTables.ssdt(
            new NamedObject.Method(
                NameString.of("TEST"),
                0,
                List.of(
                    new Expression.MethodInvocation(
                        NameString.of("ZPOD"), IntegerConst.ONE, IntegerConst.ONE))));

    assertThat(AslPrinter.print(table, AslOptions.DEFAULT, context))
        .contains("External (\\ZPOD, MethodObj)  // 2 arguments\n");
  }

  @Test
  void externalWithoutAnArgumentCountIsDecoded() {
    String text = print("external-without-count");

    assertThat(decode("external-without-count").table().terms().getFirst())
        .isEqualTo(
            new Statement.If(
                IntegerConst.ZERO,
                List.of(
                    new NamedObject.External(
                        NameString.of("\\_SB.DEV1"),
                        NamedObject.External.DEVICE,
                        NamedObject.External.UNSPECIFIED_ARGUMENTS),
                    new NamedObject.External(
                        NameString.of("\\_SB.DEV1.MTHD"), NamedObject.External.METHOD, 0))));
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("external-without-count").table()));
  }

  @Test
  void constantsAmongExternalsDoNotKeepTheTextFromCompiling() {
    String text = print("constant-among-externals");

    assertThat(text).contains("// One as a statement: no effect, and no form in ASL\n");
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("constant-among-externals").table()));
  }

  @Test
  void aMethodThatIsStoredIntoIsPrintedAsAName() {
    AmlDecoding decoding = decode("method-as-target", "method-as-target-other");

    String text = AslPrinter.print(decoding.table());

    assertThat(decoding.problems()).isEmpty();
    assertThat(text).contains("PPC9 = One\n").contains("External (\\PPC9, UnknownObj)\n");
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("method-as-target").table()));
  }

  @Test
  void externalsAreAbsoluteWhereverTheyStand() {
    String text = print("caret-external");

    assertThat(text).contains("External (\\PC00.DEV1, DeviceObj)\n").doesNotContain("^");
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("caret-external").table()));
  }

  @Test
  void aCallWithTooFewArgumentsIsPrintedAsItIs() {
    AmlDecoding decoding = decode("call-too-short", "call-too-short-other");

    String text = AslPrinter.print(decoding.table());

    assertThat(decoding.problems())
        .containsExactly(
            new AmlProblem(
                AmlRule.CALL_ARGUMENTS,
                0x34,
                NameString.of("\\RUN0"),
                "ZPOD is called with 1 argument; it has 2"));
    assertThat(text).contains("Return (ZPOD (Arg1))\n");
    assertThat(compiledTerms(text)).isEqualTo(terms(decode("call-too-short").table()));
  }

  /** Firmware whose method has got more arguments, and whose caller has not. */
  @Test
  void aCallWithTooFewArgumentsHasTheOperandsThatAreThere() {
    AmlTable method = table(new NamedObject.Method(NameString.of("\\SGPO"), 4, List.of()));
    Expression.MethodInvocation call =
        new Expression.MethodInvocation(
            NameString.of("\\SGPO"), List.of(NameString.of("DSEL"), IntegerConst.ONE));
    AmlTable caller =
        table(
            new NamedObject.Method(
                NameString.of("RUN0"),
                0,
                List.of(call, new Statement.If(IntegerConst.ONE, List.of(new Statement.Noop())))));

    AmlDecoding decoding =
        AmlDecoder.decode(caller.encode(), AmlContext.of(List.of(method.encode())));

    assertThat(decoding.table().terms()).isEqualTo(caller.terms());
    assertThat(decoding.problems())
        .extracting(AmlProblem::rule, AmlProblem::message)
        .containsExactly(
            tuple(AmlRule.CALL_ARGUMENTS, "\\SGPO is called with 2 arguments; it has 4"));
  }

  /** Nothing tells which of the calls is right. */
  @Test
  void callsOfAnUndeclaredMethodMayDiffer() {
    NameString unknown = NameString.of("\\UNKN");
    AmlTable caller =
        table(
            new NamedObject.Method(
                NameString.of("RUN0"),
                0,
                List.of(
                    new Statement.Return(
                        new Expression.MethodInvocation(unknown, List.of(IntegerConst.ONE))))),
            new NamedObject.Method(
                NameString.of("RUN1"),
                0,
                List.of(new Expression.MethodInvocation(unknown, List.of()))));

    AmlDecoding decoding = AmlDecoder.decode(caller.encode());

    assertThat(decoding.problems()).isEmpty();
    assertThat(decoding.table().encode()).isEqualTo(caller.encode());
  }

  private static AmlTable table(Term... terms) {
    return new AmlTable(decode("call-too-short").table().header(), List.of(terms));
  }

  @Test
  void expressionsAreElementsOfPackages() {
    String text = print("expression-in-package");

    assertThat(text).contains("(DPNT - One)\n");
    Acpica.assertSameTable(Acpica.compile(text, "-oa"), input("expression-in-package"));
  }

  /** Nothing compiles without code that could not be decoded. */
  @ParameterizedTest
  @ValueSource(strings = {"statement", "value", "element", "field"})
  void whatCouldNotBeDecodedKeepsTheTextFromCompiling(String place) {
    Undecoded bytes = new Undecoded(ByteList.of((byte) 3, (byte) 4));
    Term term =
        switch (place) {
          case "statement" -> bytes;
          case "value" -> new Name(NameString.of("AAAA"), bytes);
          case "element" ->
              new Name(
                  NameString.of("AAAA"),
                  new org.memslot.aml.DataObject.PackageObj(
                      List.<DataRefObject>of(IntegerConst.ONE, bytes)));
          default ->
              new NamedObject.Field(
                  NameString.of("REG0"),
                  FieldFlags.of(1),
                  List.<FieldElement>of(bytes),
                  PkgLengthWidth.SHORTEST);
        };

    String text = AslPrinter.print(TestTables.ssdt(term));

    assertThat(text).contains("UNDECODED /* not decoded: [03 04] */");
    assertThat(Acpica.refusal(text, "-oa")).contains("syntax error");
  }

  /** iasl wants an External for a name that its method declares behind the use. */
  @Test
  void aNameThatItsMethodDeclaresLaterHasAnExternal() {
    AmlTable table =
        TestTables.ssdt(
            new NamedObject.Method(
                NameString.of("TEST"),
                0,
                List.of(
                    new Expression.Store(IntegerConst.ONE, NameString.of("LATE")),
                    new Name(NameString.of("LATE"), IntegerConst.ZERO))));

    String text = AslPrinter.print(table);

    assertThat(text).contains("External (\\LATE, UnknownObj)\n");
    assertThat(compiledTerms(text)).isEqualTo(terms(table));
  }

  /** iasl refuses an External of what only a method could make. */
  @Test
  void externalsWithinMethodsAreLeftOut() {
    AmlTable table =
        TestTables.ssdt(
            new Statement.If(
                IntegerConst.ZERO,
                List.of(
                    new NamedObject.External(
                        NameString.of("\\_PS0.PS0X"), NamedObject.External.METHOD, 0))),
            new NamedObject.Method(
                NameString.of("_PS0"),
                0,
                List.of(new Expression.MethodInvocation(NameString.of("PS0X")))));

    String text = AslPrinter.print(table);

    assertThat(text).contains("External (\\PS0X, MethodObj)").doesNotContain("_PS0.PS0X");
    assertThat(compiledTerms(text)).isEqualTo(terms(table));
  }
}
