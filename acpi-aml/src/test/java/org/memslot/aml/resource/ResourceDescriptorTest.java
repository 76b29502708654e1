package org.memslot.aml.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.resource.Goldens.Golden;
import org.memslot.testing.Acpica;

class ResourceDescriptorTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  static List<Golden> goldens() {
    return Goldens.all().toList();
  }

  static List<Golden> goldensOfReferee() {
    return Goldens.all().filter(Golden::isKnownToReferee).toList();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void encodesToTheCompilersBytes(Golden golden) {
    assertThat(HEX.formatHex(golden.descriptor().encode())).isEqualTo(golden.hex());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void decodesFromTheCompilersBytes(Golden golden) {
    byte[] template = template(HEX.parseHex(golden.hex()));

    assertThat(ResourceTemplate.decode(template).descriptors())
        .containsExactly(golden.descriptor());
  }

  @ParameterizedTest
  @MethodSource("goldensOfReferee")
  void refereeMakesTheGoldenBytesOfTheMacro(Golden golden) {
    assertThat(HEX.formatHex(compile("ResourceTemplate () {" + golden.asl() + "}")))
        .isEqualTo(golden.hex() + " 79 00");
  }

  @ParameterizedTest
  @MethodSource("goldensOfReferee")
  void refereeMakesTheGoldenBytesOfTheMacroWePrint(Golden golden) {
    String text = ResourceTemplate.of(golden.descriptor()).asl().orElseThrow();

    assertThat(HEX.formatHex(compile(text))).as(text).isEqualTo(golden.hex() + " 79 00");
  }

  @Test
  void goldensCoverEveryDescriptorThatHasAMacro() {
    List<String> covered =
        Goldens.all().map(g -> g.descriptor().getClass().getSimpleName()).distinct().toList();
    TreeSet<String> all =
        Arrays.stream(ResourceDescriptor.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    // the first has no macro, the others only mean something together: see ResourceTemplateTest
    all.removeAll(List.of("OpaqueDescriptor", "StartDependentFunctions", "EndDependentFunctions"));

    assertThat(covered).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void printsMacrosOfLaterVersionsAsTheSpecificationWritesThem() {
    assertThat(
            Goldens.all()
                .filter(g -> !g.isKnownToReferee())
                .map(g -> g.descriptor().macro().orElseThrow().toString()))
        .containsExactly(
            "Csi2Bus (ControllerInitiated, 0x01, 0x02, \"\\\\_SB.CSI0\", 0x00, ResourceConsumer, ,"
                + "\n    RawDataBuffer () {0x01, 0x02})",
            "ClockInput (0x00001000, 0x0002, KHz, Fixed)",
            "ClockInput (0x0124F800, 0x0001, Hz, Variable, \"\\\\_SB.CLK0\", 0x01)",
            "DWordPcc (0x12, 0x01, \"\\\\_SB.PCC0\")");
  }

  @Test
  void combinationsThatNoMacroCanSayHaveNone() {
    assertThat(
            List.of(
                AddressSpace.of(
                    AddressWidth.WORD, WindowKind.Memory.CACHEABLE, AddressWindow.fixed(0, 1)),
                AddressSpace.of(
                    AddressWidth.QWORD, new WindowKind.BusNumber(), AddressWindow.fixed(0, 1)),
                new ExtendedAddressSpace(new WindowKind.BusNumber(), AddressWindow.fixed(0, 1), 0),
                new Memory32(MemoryAccess.READ_WRITE, 0x1000, 0x1000, 1, 0x1000),
                new Memory24(MemoryAccess.READ_WRITE, 0x10, 0x10, 1, 0x10),
                new GenericRegister(0x20, 8, 0, 0, 0),
                new ClockInput(ClockMode.FIXED, ClockScale.HERTZ, 1, 1, Optional.empty()),
                // iasl computes the length of the whole space as 0
                AddressSpace.of(
                    AddressWidth.QWORD,
                    WindowKind.Memory.CACHEABLE,
                    new AddressWindow(
                        ResourceUsage.CONSUMER,
                        AddressDecode.POSITIVE,
                        false,
                        false,
                        0,
                        0,
                        -1,
                        0,
                        0x1000))))
        .allSatisfy(
            descriptor -> {
              assertThat(descriptor.macro()).isEmpty();
              assertThat(ResourceTemplate.of(descriptor).asl()).isEmpty();
              assertThat(ResourceTemplate.decode(ResourceTemplate.of(descriptor).encode()))
                  .isEqualTo(ResourceTemplate.of(descriptor));
            });
  }

  static byte[] template(byte[] item) {
    byte[] bytes = Arrays.copyOf(item, item.length + 2);
    bytes[item.length] = 0x79;
    return bytes;
  }

  /** Returns the template's bytes out of a table that holds nothing but {@code Name (R, ...)}. */
  static byte[] compile(String template) {
    byte[] table =
        Acpica.compile(
            "DefinitionBlock (\"\", \"SSDT\", 2, \"TEST\", \"TEST\", 1) {Name (R, "
                + template
                + ")}");
    // header, NameOp, NameSeg, BufferOp
    int at = 36 + 1 + 4 + 1;
    at += 1 + ((table[at] & 0xFF) >> 6);
    at += table[at] == 0x0A ? 2 : 3;
    return Arrays.copyOfRange(table, at, table.length);
  }
}
