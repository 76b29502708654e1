package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlEncoder;
import org.memslot.aml.AmlTable;
import org.memslot.testing.Acpica;

/**
 * Tables that QEMU 7.2 made, of many kinds of machine; {@code qemu/dump.py} among the resources has
 * the commands. What is printed of them compiles to them.
 */
class QemuTablesTest {
  private static AmlTable decode(byte[] aml) {
    assertThat(AmlDecoder.decode(aml).problems()).isEmpty();
    return AmlDecoder.decode(aml).table();
  }

  private static byte[] aml(String name) {
    return TestTables.resource("/qemu/" + name + ".aml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "microvm-bare-DSDT",
        "pc-256-slots-DSDT",
        "pc-DSDT",
        "pc-no-bridges-DSDT",
        "pc-slots-DSDT",
        "q35-DSDT",
        "q35-bridges-DSDT",
        "q35-no-bridges-DSDT",
        "q35-slots-numa-DSDT"
      })
  void refereeMakesTheTableOfWhatIsPrinted(String name) {
    byte[] aml = aml(name);
    AmlTable table = decode(aml);

    Acpica.assertSameTable(Acpica.compile(AslPrinter.print(table), "-oa"), aml);
    Acpica.assertSameTable(
        Acpica.compile(AslPrinter.print(table, AslOptions.DEFAULT.legacy()), "-oa"), aml);
  }

  /**
   * These have faults of their own, for which iasl writes no table unless forced: a _STR that is no
   * Unicode, the same _UID twice, a method without a value returned.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pc-2.5-DSDT",
        "pc-devices-DSDT",
        "pc-tpm-DSDT",
        "q35-cxl-DSDT",
        "q35-iommu-erst-DSDT",
        "q35-tpm-crb-DSDT"
      })
  void refereeMakesFaultyTablesWhenForced(String name) {
    byte[] aml = aml(name);

    Acpica.assertSameTable(Acpica.compile(AslPrinter.print(decode(aml)), "-oa", "-f"), aml);
  }

  @Test
  void refereeAddsTheExternalsThatATableLacks() {
    AmlTable table = decode(aml("q35-nvdimm-DSDT"));

    Acpica.assertSameTable(
        Acpica.compile(AslPrinter.print(table), "-oa"),
        AmlEncoder.encode(Externals.declare(table)));
  }

  /** QEMU writes zero in four bytes, to be patched later; ASL has no words for that. */
  @ParameterizedTest
  @ValueSource(strings = {"q35-nvdimm-SSDT,MEMA", "pc-devices-SSDT,VGIA"})
  void refereeShortensIntegersThatAreLongerThanTheyNeed(String nameAndObject) {
    List<String> parts = List.of(nameAndObject.split(","));
    String text = AslPrinter.print(decode(aml(parts.get(0))));
    String object = "Name (" + parts.get(1) + ", 0x";

    byte[] compiled = Acpica.compile(text, "-oa", "-f");

    assertThat(text).contains(object + "00000000)");
    assertThat(AslPrinter.print(decode(compiled)))
        .isEqualTo(text.replace(object + "00000000)", object + "00)"));
  }

  /** QEMU writes a package of 128 elements as VarPackage; ASL has no words for that. */
  @Test
  void refereeMakesAPackageOfAConstantVarPackage() {
    byte[] aml = aml("microvm-DSDT");
    String text = AslPrinter.print(decode(aml));

    byte[] compiled = Acpica.compile(text, "-oa");

    assertThat(compiled).hasSize(aml.length - 1);
    assertThat(AslPrinter.print(decode(compiled))).isEqualTo(text);
  }
}
