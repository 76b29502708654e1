package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.ByteList;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.NullName;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;
import org.memslot.aml.resource.AslMacro;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.SerialBus;
import org.memslot.aml.resource.SerialBusConnection;

class AslPrinterTest {
  private static final LocalObj LOCAL0 = new LocalObj(0);
  private static final ArgObj ARG0 = new ArgObj(0);
  private static final ArgObj ARG1 = new ArgObj(1);

  /** ACPI 6.5, section 5.6.4.1: in other scopes these are names like any other. */
  @Test
  void eventMethodsAreDescribedWhereEventsAre() {
    String text =
        AslPrinter.print(
            AmlTable.of(
                TestTables.ssdt().header(),
                block ->
                    block
                        .scope("\\_GPE", gpe -> gpe.method("_E01", 0, body -> {}))
                        .method("\\_GPE._L02", 0, body -> {})
                        .device("\\_SB.WMI0", wmi -> wmi.method("_WED", 1, body -> {}))));

    assertThat(text)
        .contains("Method (_E01, 0, NotSerialized)  // _E01: edge-triggered event 0x01\n")
        .contains("_L02: level-triggered event 0x02\n")
        .contains("Method (_WED, 1, NotSerialized)\n");
  }

  @Test
  void headerCarriesAllThatASourceCanSay() {
    assertThat(AslPrinter.print(TestTables.ssdt()))
        .isEqualTo(
            """
            DefinitionBlock ("", "SSDT", 2, "MEMSLT", "TEST", 0x00000001)
            {
            }
            """);
  }

  @Test
  void storeOfAnOperatorIsNotTheOperatorWithATarget() {
    TermArg sum = add(ARG0, ARG1);

    assertThat(statement(new Expression.Store(sum, LOCAL0)))
        .isEqualTo("Store ((Arg0 + Arg1), Local0)");
    assertThat(statement(new Expression.Binary(Expression.Binary.Operator.ADD, ARG0, ARG1, LOCAL0)))
        .isEqualTo("Local0 = (Arg0 + Arg1)");
  }

  @Test
  void compoundAssignmentNeedsTheTargetOnTheLeft() {
    assertThat(statement(new Expression.Binary(Expression.Binary.Operator.ADD, ARG0, ARG1, ARG0)))
        .isEqualTo("Arg0 += Arg1");
    assertThat(statement(new Expression.Binary(Expression.Binary.Operator.ADD, ARG1, ARG0, ARG0)))
        .isEqualTo("Arg0 = (Arg1 + Arg0)");
  }

  @Test
  void operatorsThatDiscardTheirResultStayCalls() {
    assertThat(statement(new Expression.Divide(ARG0, ARG1, LOCAL0, NullName.NULL_NAME)))
        .isEqualTo("Divide (Arg0, Arg1, Local0)");
    assertThat(statement(new Expression.Divide(ARG0, ARG1, NullName.NULL_NAME, LOCAL0)))
        .isEqualTo("Local0 = (Arg0 / Arg1)");
  }

  @Test
  void legacyOperatorsOnDemand() {
    AmlTable table = method(new Statement.Return(add(ARG0, new Expression.LNot(ARG1))));

    assertThat(AslPrinter.print(table, AslOptions.DEFAULT.legacy()))
        .contains("Return (Add (Arg0, LNot (Arg1)))");
    assertThat(AslPrinter.print(table)).contains("Return ((Arg0 + !Arg1))");
  }

  @Test
  void predefinedNamesHaveTheirMeaningBesideThem() {
    AmlTable table =
        TestTables.ssdt(
            name("_HID", IntegerConst.of(0x800CD041L)),
            name("_S3D", IntegerConst.of(3)),
            new Method(NameString.of("\\_GPE._E03"), 0, List.of()));

    assertThat(AslPrinter.print(table))
        .contains("Name (_HID, EisaId (\"PNP0C80\"))  // _HID: hardware id\n")
        .contains("Name (_S3D, 0x03)  // _S3D: highest device state in S3\n")
        .contains("Method (\\_GPE._E03, 0, NotSerialized)  // _E03: edge-triggered event 0x03\n");
    assertThat(AslPrinter.print(table, AslOptions.DEFAULT.withoutComments())).doesNotContain("//");
  }

  @Test
  void integersThatAreNoIdsStayIntegers() {
    assertThat(value("_HID", IntegerConst.of(0x12345678))).isEqualTo("0x12345678");
    assertThat(value("OTHR", IntegerConst.of(0x800CD041L))).isEqualTo("0x800CD041");
  }

  @Test
  void stringsAreEscaped() {
    assertThat(value("STR", new StringConst("a\"\\\n\u00e9"))).isEqualTo("\"a\\\"\\\\\\x0A\\xE9\"");
  }

  @Test
  void sixteenBytesThatAreNoUuidStayABuffer() {
    assertThat(value("BUF", Buffer.of(new byte[16]))).startsWith("Buffer (0x10)");
  }

  @Test
  void templatesThatTheCompilerDoesNotKnowStayBuffers() {
    byte[] csi2 =
        ResourceTemplate.of(SerialBusConnection.of(new SerialBus.Csi2(1, 2), "\\_SB.CSI0"))
            .encode();
    AmlTable table = TestTables.ssdt(name("_CRS", Buffer.of(csi2)));
    AslOptions newest = new AslOptions(AslOptions.Operators.SYMBOLIC, true, AslMacro.ACPI_6_5);

    assertThat(AslPrinter.print(table)).contains("Buffer (0x").doesNotContain("Csi2Bus");
    assertThat(AslPrinter.print(table, newest)).contains("Csi2Bus (ControllerInitiated");
  }

  @Test
  void aBufferLongerThanItsBytesIsNoMacro() {
    Buffer longer = new Buffer(IntegerConst.of(0x20), ByteList.of(ioTemplate()));

    assertThat(value("_CRS", longer)).startsWith("Buffer (0x20)");
    assertThat(value("_CRS", Buffer.of(ioTemplate()))).startsWith("ResourceTemplate ()");
  }

  @Test
  void whatCouldNotBeDecodedIsAComment() {
    AmlTable table = TestTables.ssdt(new Undecoded(ByteList.of((byte) 1, (byte) 2)));

    assertThat(AslPrinter.print(table)).contains("/* not decoded: [01 02] */");
  }

  @Test
  void aChainOfElseIfsMayBeAsLongAsATable() {
    Statement.If chain = new Statement.If(ARG0, List.of());
    for (int i = 0; i < 100_000; i++) {
      chain = new Statement.If(ARG0, List.of(), new Statement.Else(List.of(chain)));
    }

    assertThat(AslPrinter.print(method(chain)).lines().filter(l -> l.contains("ElseIf")).count())
        .isEqualTo(100_000);
  }

  private static TermArg add(TermArg left, TermArg right) {
    return new Expression.Binary(Expression.Binary.Operator.ADD, left, right, NullName.NULL_NAME);
  }

  private static byte[] ioTemplate() {
    return ResourceTemplate.of(r -> r.ioPorts(0xCF8, 8)).encode();
  }

  private static Name name(String name, DataRefObject value) {
    return new Name(NameString.of(name), value);
  }

  private static AmlTable method(Term term) {
    return TestTables.ssdt(new Method(NameString.of("TEST"), 2, List.of(term)));
  }

  /** Returns what a value of a Name is printed as. */
  private static String value(String name, DataRefObject value) {
    String text =
        AslPrinter.print(TestTables.ssdt(name(name, value)), AslOptions.DEFAULT.withoutComments());
    String opening = "Name (" + name + ", ";
    return text.substring(text.indexOf(opening) + opening.length(), text.lastIndexOf(")\n"));
  }

  /** Returns the line that a statement is printed as. */
  private static String statement(Term term) {
    Optional<String> line =
        AslPrinter.print(method(term)).lines().filter(l -> l.startsWith("        ")).findFirst();
    return line.orElseThrow().strip();
  }
}
