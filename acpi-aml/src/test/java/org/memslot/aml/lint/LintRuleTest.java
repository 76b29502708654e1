package org.memslot.aml.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.LOCAL1;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.string;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.aml.AmlRule;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.TableHeader;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.resource.ResourceTemplate;

/** Each rule has a table that breaks it and a table that almost does. */
class LintRuleTest {
  @ParameterizedTest
  @EnumSource
  void rulesAreBroken(LintRule rule) {
    assertThat(check(broken(rule))).extracting(Finding::rule).containsExactly(rule);
  }

  @ParameterizedTest
  @EnumSource
  void rulesAreKept(LintRule rule) {
    assertThat(check(kept(rule))).isEmpty();
  }

  @Test
  void rulesHaveNamesOfTheirOwnAndSections() {
    List<Rule> rules =
        Stream.concat(Arrays.<Rule>stream(LintRule.values()), Arrays.stream(AmlRule.values()))
            .toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules).extracting(Rule::id).allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    assertThat(rules)
        .extracting(Rule::source)
        .allMatch(source -> source.matches("ACPI 6\\.5, sections? [0-9.]+[0-9].*"));
    assertThat(rules).extracting(Rule::description).allMatch(text -> text.endsWith("."));
  }

  private static Consumer<TermListBuilder> broken(LintRule rule) {
    return switch (rule) {
      case MISPLACED_NAME -> block -> block.name("_HID", string("PNP0C80"));
      case PREDEFINED_ARGUMENTS -> device(device -> device.method("_EJ0", 0, body -> {}));
      case MISSING_RETURN -> device(device -> device.method("_STA", 0, body -> {}));
      case PATH_WITHOUT_RETURN ->
          device(
              device ->
                  device.method(
                      "_STA",
                      0,
                      body -> body.ifTrue(integer(1), then -> then.returns(integer(1)))));
      case VALUE_OF_NOTHING ->
          block ->
              block
                  .method("NONE", 0, body -> {})
                  .method("USER", 0, body -> body.store(call("NONE"), LOCAL0));
      case ARGUMENT_BEYOND_COUNT ->
          block -> block.method("USER", 1, body -> body.store(ARG1, LOCAL0));
      case UNSET_LOCAL -> block -> block.method("USER", 1, body -> body.store(LOCAL1, LOCAL0));
      case UNREACHABLE_CODE ->
          block -> block.method("USER", 0, body -> body.returns(integer(1)).sleep(1));
      case HARDWARE_ID -> device(device -> device.name("_HID", string("pnp0c80")));
      case RESOURCE_FORM -> device(device -> device.name("_CRS", integer(0)));
      case RESOURCE_OVERLAP -> twoDevices(first -> {}, second -> {});
      case ALTERNATIVE_DEVICES ->
          twoDevices(
              first -> {},
              second ->
                  second
                      .name("THER", integer(0))
                      .method("_STA", 0, body -> body.returns(Asl.path("THER"))));
    };
  }

  private static Consumer<TermListBuilder> kept(LintRule rule) {
    return switch (rule) {
      case MISPLACED_NAME, HARDWARE_ID ->
          device(
              device ->
                  device
                      .name("_HID", string("PNP0C80"))
                      .name("_CID", string("VM_Gen_Counter"))
                      .device("CPU0", cpu -> cpu.name("_HID", string("ACPI0007"))));
      case PREDEFINED_ARGUMENTS ->
          device(
              device ->
                  device
                      .method("_EJ0", 1, body -> {})
                      .method("_SCP", 1, body -> {})
                      .device("ZONE", zone -> zone.method("_SCP", 3, body -> {})));
      case MISSING_RETURN ->
          device(device -> device.method("_STA", 0, body -> body.returns(integer(0))));
      case PATH_WITHOUT_RETURN ->
          device(
              device ->
                  device
                      .method(
                          "_STA",
                          0,
                          body ->
                              body.ifElse(
                                  integer(1),
                                  then -> then.returns(integer(1)),
                                  otherwise ->
                                      otherwise.whileTrue(
                                          integer(1), loop -> loop.returns(integer(2)))))
                      // Nobody uses what the method returns on some of its paths.
                      .method(
                          "HALF", 1, body -> body.ifTrue(ARG0, then -> then.returns(integer(1))))
                      .method("USER", 0, body -> body.call("HALF", integer(1)))
                      // ASL's Return without a value is Return (Zero).
                      .method("VOID", 1, body -> body.ifTrue(ARG0, then -> then.returns())));
      case VALUE_OF_NOTHING ->
          block ->
              block
                  .method("NONE", 0, body -> {})
                  .method("FULL", 0, body -> body.returns(integer(1)))
                  .method("USER", 0, body -> body.call("NONE").returns(call("FULL")))
                  .method("PASS", 0, body -> body.returns(call("NONE")));
      case ARGUMENT_BEYOND_COUNT ->
          block -> block.method("USER", 1, body -> body.store(ARG0, ARG1).store(ARG1, LOCAL0));
      case UNSET_LOCAL ->
          block ->
              block
                  .method(
                      "LOOP",
                      1,
                      body ->
                          body.whileTrue(
                              ARG0,
                              loop ->
                                  loop.ifTrue(
                                          Asl.equal(ARG0, integer(2)),
                                          then -> then.store(LOCAL0, ARG0))
                                      .store(ARG0, LOCAL0)))
                  .method(
                      "MAYB",
                      1,
                      body -> body.ifTrue(ARG0, then -> then.store(ARG0, LOCAL0)).returns(LOCAL0))
                  .method(
                      "REFS",
                      1,
                      body ->
                          body.store(Asl.refOf(LOCAL0), ARG0)
                              .store(integer(1), Asl.derefOf(ARG0))
                              .returns(LOCAL0));
      case UNREACHABLE_CODE ->
          block ->
              block.method(
                  "USER",
                  1,
                  body -> body.ifTrue(ARG0, then -> then.returns(integer(1))).returns(integer(2)));
      case RESOURCE_FORM -> device(device -> device.name("_CRS", ports(ResourceTemplate.of())));
      case RESOURCE_OVERLAP ->
          twoDevices(first -> {}, second -> second.name("_HID", string("PNP0C02")));
      case ALTERNATIVE_DEVICES -> twoDevices(first -> first.name("_STA", integer(0)), second -> {});
    };
  }

  private static Consumer<TermListBuilder> device(Consumer<TermListBuilder> body) {
    return block -> block.device("DEV0", body);
  }

  /** Two devices that use the same port. */
  private static Consumer<TermListBuilder> twoDevices(
      Consumer<TermListBuilder> first, Consumer<TermListBuilder> second) {
    Buffer port = ports(ResourceTemplate.of(r -> r.ioPorts(0x60, 1)));
    return block ->
        block
            .device("DEV0", device -> first.accept(device.name("_CRS", port)))
            .device("DEV1", device -> second.accept(device.name("_CRS", port)));
  }

  private static Buffer ports(ResourceTemplate template) {
    return Buffer.of(template.encode());
  }

  private static List<Finding> check(Consumer<TermListBuilder> body) {
    TableHeader header = new TableHeader("DSDT", 2, "MEMSLT", "TEST", 1, "INTL", 1);
    return AmlLint.check(new LintTable("DSDT.aml", AmlTable.of(header, body)));
  }
}
