package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlEncoder;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Device;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.NamespaceModifier.Scope;
import org.memslot.aml.Statement;
import org.memslot.testing.Acpica;

class ExternalsTest {
  /** A table as a memory device's: it calls methods of another one. */
  private static final AmlTable TABLE =
      TestTables.ssdt(
          new Scope(
              NameString.of("\\_SB.PCI0"),
              List.of(
                  new Device(
                      NameString.of("MP00"),
                      List.of(
                          new Name(NameString.of("ID"), IntegerConst.ZERO),
                          new Method(
                              NameString.of("_STA"),
                              0,
                              List.of(
                                  new Statement.Return(
                                      new Expression.MethodInvocation(
                                          NameString.of("CMST"), NameString.of("ID"))))),
                          new Method(
                              NameString.of("_OST"),
                              3,
                              List.of(
                                  new Expression.MethodInvocation(
                                      NameString.of("\\_SB.MOST"),
                                      new ArgObj(0),
                                      new ArgObj(1),
                                      NameString.of("ID")))),
                          new Method(
                              NameString.of("TEST"),
                              0,
                              List.of(
                                  new Expression.Store(
                                      NameString.of("\\MEON"), DebugObj.DEBUG))))))));

  @Test
  void namesThatOtherTablesDeclareAreFoundWithTheirKind() {
    assertThat(Externals.missing(TABLE))
        .containsExactly(
            new External(NameString.of("\\_SB.PCI0"), 6, 0),
            new External(NameString.of("\\CMST"), External.METHOD, 1),
            new External(NameString.of("\\_SB.MOST"), External.METHOD, 3),
            new External(NameString.of("\\MEON"), 0, 0));
  }

  @Test
  void declaredTablesMissNothing() {
    AmlTable declared = Externals.declare(TABLE);

    assertThat(Externals.missing(declared)).isEmpty();
    assertThat(Externals.declare(declared)).isEqualTo(declared);
    assertThat(AmlDecoder.decode(AmlEncoder.encode(declared)).table()).isEqualTo(declared);
  }

  @Test
  void declaredTablePrintsItsExternalsAsDeclarations() {
    assertThat(AslPrinter.print(Externals.declare(TABLE)))
        .startsWith(
            """
            DefinitionBlock ("", "SSDT", 2, "MEMSLT", "TEST", 0x00000001)
            {
                External (\\_SB.PCI0, DeviceObj)
                External (\\CMST, MethodObj)  // 1 argument
                External (\\_SB.MOST, MethodObj)  // 3 arguments
                External (\\MEON, UnknownObj)

                Scope (\\_SB.PCI0)
            """)
        .doesNotContain("If (Zero)");
  }

  @Test
  void undeclaredTablePrintsTheSameAndSaysSo() {
    assertThat(AslPrinter.print(TABLE))
        .contains(
            "    // Used here and declared elsewhere:\n    External (\\_SB.PCI0, DeviceObj)\n");
  }

  @Test
  void refereeMakesTheDeclaredTableWithoutAnySwitch() {
    AmlTable declared = Externals.declare(TABLE);

    Acpica.assertSameTable(Acpica.compile(AslPrinter.print(declared)), AmlEncoder.encode(declared));
    Acpica.assertSameTable(Acpica.compile(AslPrinter.print(TABLE)), AmlEncoder.encode(declared));
  }

  @Test
  void predefinedAndOwnNamesAreNotMissing() {
    AmlTable table =
        TestTables.ssdt(
            new Scope(
                NameString.of("\\_SB"), List.of(new Name(NameString.of("OWN"), IntegerConst.ONE))),
            new Method(
                NameString.of("TEST"),
                0,
                List.of(
                    new Expression.Store(NameString.of("\\_SB.OWN"), DebugObj.DEBUG),
                    new Expression.Store(NameString.of("\\_OS"), DebugObj.DEBUG),
                    new Expression.CondRefOf(NameString.of("MAYB"), DebugObj.DEBUG))));

    assertThat(Externals.missing(table)).isEmpty();
  }
}
