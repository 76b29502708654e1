package org.memslot.aml.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlRule;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Device;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.NamespaceModifier.Scope;
import org.memslot.aml.Statement;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.resource.ResourceTemplate;

class AmlLintTest {
  @Test
  void predefinedNamesHaveTheirPlace() {
    assertThat(check(name("_HID", new StringConst("PNP0C80"))))
        .containsExactly(
            finding(LintRule.MISPLACED_NAME, "\\_HID", "_HID does not belong at the root"));
    assertThat(check(device("DEV0", name("_S5", PackageObj.of()))))
        .extracting(Finding::rule, Finding::place)
        .containsExactly(tuple(LintRule.MISPLACED_NAME, "\\DEV0._S5_"));
    assertThat(
            check(
                name("_S5", PackageObj.of()),
                new Scope(NameString.of("\\_GPE"), List.of(method("_E03", 0))),
                device(
                    "DEV0", name("_STA", number(15)), method("_EJ0", 1), name("_S3D", number(2)))))
        .isEmpty();
  }

  @Test
  void namesInObjectsOfOtherTablesAreNotJudged() {
    assertThat(check(new Scope(NameString.of("\\_SB.PCI0"), List.of(name("_WAK", number(0))))))
        .extracting(Finding::rule)
        .containsExactly(AmlRule.UNDECLARED_SCOPE);
  }

  @Test
  void predefinedMethodsHaveTheirArguments() {
    assertThat(
            check(
                device(
                    "DEV0",
                    method("_EJ0", 0),
                    new Method(NameString.of("_STA"), 1, List.of(new Statement.Return(number(15)))),
                    method("_OST", 3))))
        .extracting(Finding::toString)
        .containsExactly(
            "DSDT.aml: \\DEV0._EJ0: takes 0 arguments, the specification says 1"
                + " [predefined-arguments]",
            "DSDT.aml: \\DEV0._STA: takes 1 arguments, the specification says 0"
                + " [predefined-arguments]");
  }

  @Test
  void hardwareIdsHaveTheirForm() {
    for (DataRefObject right :
        List.of(
            new StringConst("PNP0C80"),
            new StringConst("ACPI0007"),
            new StringConst("80860F0A"),
            number(0x800CD041L))) {
      assertThat(check(device("DEV0", name("_HID", right)))).isEmpty();
    }
    for (DataRefObject wrong :
        List.of(
            new StringConst("pnp0c80"),
            new StringConst("PNP0C8"),
            new StringConst("PNP0C80 "),
            new StringConst("PNP0C8G"),
            new StringConst("PCI\\CC_0604"),
            number(5),
            PackageObj.of())) {
      assertThat(check(device("DEV0", name("_HID", wrong))))
          .as(wrong.toString())
          .extracting(Finding::rule)
          .containsExactly(LintRule.HARDWARE_ID);
    }
    assertThat(
            check(
                device(
                    "DEV0",
                    name(
                        "_CID",
                        PackageObj.of(
                            new StringConst("PNP0C80"),
                            new StringConst("PCI\\CC_0604"),
                            new StringConst("x"),
                            new StringConst("pnp0c80"))))))
        .extracting(Finding::message)
        .containsExactly("\"pnp0c80\" is no hardware id: expected AAA#### or NNNN####, upper case");
  }

  @Test
  void namesAreDeclaredOnce() {
    assertThat(check(name("AAAA", number(1)), name("AAAA", number(2))))
        .containsExactly(finding(AmlRule.DUPLICATE_NAME, "\\", "\\AAAA is declared twice"));
    assertThat(
            check(
                new Statement.If(
                    number(1),
                    List.of(name("AAAA", number(1))),
                    new Statement.Else(List.of(name("AAAA", number(2)))))))
        .isEmpty();
  }

  @Test
  void devicesDoNotClaimTheSameResources() {
    assertThat(
            check(
                crs("MEM0", ResourceTemplate.of(r -> r.memory(0x1_0000_0000L, 0x1000_0000))),
                crs("MEM1", ResourceTemplate.of(r -> r.memory(0x1_0FFF_FFFFL, 1).ioPorts(0x60, 1))),
                crs(
                    "MEM2",
                    ResourceTemplate.of(r -> r.memory(0x1_1000_0000L, 1).ioPorts(0x61, 1)))))
        .containsExactly(
            finding(
                LintRule.RESOURCE_OVERLAP,
                "\\MEM1._CRS",
                "memory 0x10fffffff..0x10fffffff overlaps memory 0x100000000..0x10fffffff of"
                    + " \\MEM0"));
  }

  @Test
  void aBusHasWhatItsChildrenHave() {
    byte[] memory = ResourceTemplate.of(r -> r.memory(0x1000, 0x1000)).encode();
    Name crs = name("_CRS", Buffer.of(memory));

    assertThat(check(device("BUS0", crs, device("DEV0", crs)))).isEmpty();
    assertThat(check(device("DEV0", crs), device("DEV1", crs))).hasSize(1);
  }

  @Test
  void motherboardResourcesClaimWhatTheyReserve() {
    byte[] memory = ResourceTemplate.of(r -> r.memory(0x1000, 0x1000)).encode();
    Name crs = name("_CRS", Buffer.of(memory));

    assertThat(
            check(
                device("DEV0", crs), device("DEV1", name("_HID", new StringConst("PNP0C02")), crs)))
        .isEmpty();
  }

  @Test
  void aCrsIsATemplate() {
    assertThat(check(device("DEV0", name("_CRS", Buffer.of((byte) 0x22)))))
        .extracting(Finding::rule)
        .containsExactly(LintRule.RESOURCE_FORM);
    assertThat(check(device("DEV0", name("_CRS", number(1)))))
        .extracting(Finding::message)
        .containsExactly("is not a resource template");
  }

  @Test
  void faultsOfQemusTablesAreFound() throws Exception {
    String misplaced = ".aml: \\_GPE._HID: _HID does not belong in \\_GPE [misplaced-name]";
    assertThat(qemu("q35-slots-numa-DSDT"))
        .extracting(Finding::toString)
        .containsExactly("q35-slots-numa-DSDT" + misplaced);
    assertThat(qemu("q35-cxl-DSDT"))
        .extracting(Finding::toString)
        .containsExactly(
            "q35-cxl-DSDT.aml: \\_SB_.CL0C: \\_SB_.CL0C._UID is declared twice [duplicate-name]",
            "q35-cxl-DSDT" + misplaced);
    // Of "VM_Gen_Counter" in _CID nothing is said: a bus may have ids of its own form.
    assertThat(qemu("pc-devices-SSDT"))
        .extracting(Finding::toString)
        .containsExactly(
            "pc-devices-SSDT.aml: \\_SB_.VGEN._HID: \"QEMUVGID\" is no hardware id: expected"
                + " AAA#### or NNNN####, upper case [hardware-id]");
  }

  private static List<Finding> qemu(String name) throws Exception {
    try (var in = AmlLintTest.class.getResourceAsStream("/qemu/" + name + ".aml")) {
      return AmlLint.check(
          new LintTable(name + ".aml", AmlDecoder.decode(in.readAllBytes()).table()));
    }
  }

  private static List<Finding> check(Term... terms) {
    TableHeader header = new TableHeader("DSDT", 2, "MEMSLT", "TEST", 1, "INTL", 1);
    return AmlLint.check(new LintTable("DSDT.aml", new AmlTable(header, List.of(terms))));
  }

  private static Finding finding(Rule rule, String place, String message) {
    return new Finding(rule, "DSDT.aml", place, message);
  }

  private static Device crs(String name, ResourceTemplate template) {
    return device(name, name("_CRS", Buffer.of(template.encode())));
  }

  private static Device device(String name, Term... terms) {
    return new Device(NameString.of(name), List.of(terms));
  }

  private static Method method(String name, int arguments) {
    return new Method(NameString.of(name), arguments, List.of());
  }

  private static Name name(String name, DataRefObject value) {
    return new Name(NameString.of(name), value);
  }

  private static IntegerConst number(long value) {
    return IntegerConst.of(value);
  }
}
