package org.memslot.aml.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.add;
import static org.memslot.aml.Asl.path;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.AslOptions;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.lint.AmlLint;
import org.memslot.aml.lint.LintTable;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.GpioInterrupt;
import org.memslot.aml.resource.GpioLines;
import org.memslot.aml.resource.InterruptMode;
import org.memslot.aml.resource.InterruptPolarity;
import org.memslot.aml.resource.IoPorts;
import org.memslot.aml.resource.ResourceDescriptor;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.WindowKind;

/** The examples in the package documentation of this module. */
class PackageExamplesTest {
  private static TableHeader header(String signature) {
    return new TableHeader(signature, 2, "EXAMPL", "EXAMPLE", 1, "MSLT", 1);
  }

  @Test
  void printsBothStyles() {
    AmlTable table =
        AmlTable.of(
            header("SSDT"),
            block ->
                block
                    .name("SUM", Asl.integer(0))
                    .method("COUN", 1, body -> body.with(add(path("SUM"), ARG0, path("SUM")))));
    // snippet asl
    String source = AslPrinter.print(table);
    String legacySource = AslPrinter.print(table, AslOptions.DEFAULT.legacy());
    // end snippet
    assertThat(source).contains("SUM += Arg0");
    assertThat(legacySource).contains("Add (SUM, Arg0, SUM)");
  }

  @Test
  void reportsAnInvalidHardwareId() {
    AmlTable dsdt =
        AmlTable.of(
            header("DSDT"),
            block -> block.device("COM1", device -> device.name("_HID", Asl.string("PNP05"))));
    AmlTable ssdt = AmlTable.of(header("SSDT"), block -> block.name("VALU", Asl.integer(1)));
    List<String> lines = new ArrayList<>();
    // snippet lint
    List<Finding> findings =
        AmlLint.check(List.of(new LintTable("DSDT.aml", dsdt), new LintTable("SSDT.aml", ssdt)));
    for (Finding finding : findings) {
      lines.add(finding.toString()); // DSDT.aml: \COM1._HID: ... [hardware-id]
    }
    // end snippet
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line).startsWith("DSDT.aml: \\COM1._HID: ").endsWith("[hardware-id]"));
  }

  @Test
  void buildsTheTablesOfAMachineWithOneSlot() {
    TableHeader dsdtHeader = header("DSDT");
    TableHeader ssdtHeader = header("SSDT");
    // snippet memory
    AmlTable dsdt =
        Externals.declare(
            new AmlTable(dsdtHeader, MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
    MemoryDevice slot = new MemoryDevice(0, 0x1_0000_0000L, 0x2000_0000L, 0);
    AmlTable ssdt = MemslotAml.ssdt(ssdtHeader, List.of(slot), number -> false);
    // end snippet
    assertThat(AslPrinter.print(dsdt)).contains("_E03");
    assertThat(AslPrinter.print(ssdt)).contains("MP00");
  }

  @Test
  void encodesAndReadsResources() {
    // snippet resources
    ResourceTemplate crs =
        ResourceTemplate.of(
            r ->
                r.ioPorts(0xCF8, 8)
                    .irq(4)
                    .memory(0x1_0000_0000L, 0x2000_0000L)
                    .with(
                        new GpioInterrupt(
                            InterruptMode.EDGE,
                            InterruptPolarity.ACTIVE_BOTH,
                            GpioLines.of("\\_SB.GPI0", 12))));
    byte[] bytes = crs.encode();
    String text = crs.asl().orElseThrow();
    // end snippet
    assertThat(text).contains("IO (Decode16, 0x0CF8").contains("QWordMemory").contains("GpioInt");

    // snippet descriptors
    List<String> ranges = new ArrayList<>();
    for (ResourceDescriptor descriptor : ResourceTemplate.decode(bytes).descriptors()) {
      switch (descriptor) {
        case AddressSpace(var width, WindowKind.Memory _, var window, _) ->
            ranges.add("%s memory at 0x%x".formatted(width, window.minimum()));
        case IoPorts ports -> ranges.add("ports at 0x%x".formatted(ports.minimum()));
        default -> {}
      }
    }
    // end snippet
    assertThat(ranges).containsExactly("ports at 0xcf8", "QWORD memory at 0x100000000");
  }
}
