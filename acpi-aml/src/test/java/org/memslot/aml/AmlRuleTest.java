package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;

/** Each rule has tables that break it and tables that almost do. */
class AmlRuleTest {
  private static final TableHeader DSDT =
      new TableHeader("DSDT", 2, "MEMSLT", "TEST", 1, "INTL", 1);
  private static final TableHeader NARROW =
      new TableHeader("SSDT", 1, "MEMSLT", "TEST", 1, "INTL", 1);

  @ParameterizedTest
  @EnumSource
  void rulesAreBroken(AmlRule rule) {
    assertThat(broken(rule)).extracting(AmlProblem::rule).containsExactly(rule);
  }

  @ParameterizedTest
  @EnumSource
  void rulesAreKept(AmlRule rule) {
    assertThat(kept(rule)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rulesSayWhatTheyDemandAndWhere(AmlRule rule) {
    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(Arrays.stream(AmlRule.values()).filter(other -> other.id().equals(rule.id())))
        .hasSize(1);
    assertThat(rule.source()).matches("ACPI 6\\.5, sections? [0-9.]+[0-9].*");
    assertThat(rule.description()).endsWith(".");
  }

  private static List<AmlProblem> broken(AmlRule rule) {
    return switch (rule) {
      case UNDECODED -> AmlDecoder.decode(Tables.around("03")).problems();
      case CHECKSUM -> AmlDecoder.decode(changed(9)).problems();
      case TRAILING_BYTES ->
          AmlDecoder.decode(Arrays.copyOf(Tables.around(""), TableHeader.LENGTH + 1)).problems();
      case UNENCODABLE -> check(block -> block.with(nested(AmlEncoder.MAX_DEPTH)));
      case CALL_ARGUMENTS ->
          check(
              block ->
                  block.method("USED", 1, body -> {}).method("USER", 0, body -> body.call("USED")));
      case UNDECLARED_SCOPE -> check(DSDT, block -> block.scope("\\NONE", scope -> {}));
      case UNDECLARED_NAME -> check(block -> block.scope("\\NONE", scope -> {}));
      case DUPLICATE_NAME ->
          check(block -> block.name("SAME", integer(0)).event("SAME").event("ELSE"));
      case DUPLICATE_FIELD ->
          check(block -> fields(block, fields -> fields.field("SAME", 8).field("SAME", 8)));
      case DUPLICATE_TABLE -> {
        AmlTable table = AmlTable.of(Tables.SSDT, block -> block.event("EVT0"));
        yield together(table, table);
      }
      case NAMELESS -> check(block -> block.event("\\"));
      case EMPTY_REGION ->
          check(block -> block.operationRegion("REG0", RegionSpace.SYSTEM_MEMORY, 1, 0));
      case REGION_BOUNDS ->
          check(block -> block.operationRegion("REG0", RegionSpace.SYSTEM_IO, 0xffff, 2));
      case EMPTY_FIELD -> check(block -> fields(block, fields -> fields.field("NONE", 0)));
      case INITIALIZERS ->
          check(
              block ->
                  block.name(
                      "PKG0", new PackageObj(0, List.of(integer(1)), PkgLengthWidth.SHORTEST)));
      case WIDE_INTEGER -> check(NARROW, block -> block.name("WIDE", integer(1L << 32)));
      case STRING_CHARACTERS -> check(block -> block.name("TEXT", new StringConst("\u00fc")));
      case VALUE_AS_STATEMENT -> check(block -> block.with(integer(0)));
      case NO_LOOP -> check(block -> block.method("USER", 0, body -> body.breaks()));
      case NO_METHOD -> check(block -> block.store(ARG0, DebugObj.DEBUG));
    };
  }

  private static List<AmlProblem> kept(AmlRule rule) {
    return switch (rule) {
      case UNDECODED -> AmlDecoder.decode(Tables.around("a3")).problems();
      case CHECKSUM, TRAILING_BYTES -> AmlDecoder.decode(Tables.around("")).problems();
      case UNENCODABLE -> check(block -> block.with(nested(100)));
      case CALL_ARGUMENTS ->
          check(
              block ->
                  block
                      .method("USED", 1, body -> {})
                      .method("USER", 0, body -> body.call("USED", integer(0))));
      case UNDECLARED_SCOPE ->
          together(
              AmlTable.of(DSDT, block -> block.scope("\\DEV0", scope -> {})),
              AmlTable.of(Tables.SSDT, block -> block.device("DEV0", device -> {})));
      case UNDECLARED_NAME ->
          check(
              block ->
                  block
                      .external("\\NONE", 0)
                      .method("USER", 0, body -> body.returns(path("NONE"))));
      case DUPLICATE_NAME ->
          check(
              block ->
                  block
                      .method("USER", 0, body -> body.name("SAME", integer(0)))
                      .event("SAME")
                      .ifElse(
                          integer(1),
                          then -> then.event("ONCE"),
                          otherwise -> otherwise.event("ONCE")));
      case DUPLICATE_FIELD ->
          check(block -> fields(block, fields -> fields.field("ONE0", 8).field("TWO0", 8)));
      case DUPLICATE_TABLE ->
          together(
              AmlTable.of(Tables.SSDT, block -> block.event("EVT0")),
              AmlTable.of(Tables.SSDT, block -> block.event("EVT1")));
      case NAMELESS ->
          check(block -> block.method("USER", 0, body -> body.notify(path("^"), integer(1))));
      case EMPTY_REGION ->
          check(block -> block.operationRegion("REG0", RegionSpace.SYSTEM_MEMORY, 0, 1));
      case REGION_BOUNDS ->
          check(block -> block.operationRegion("REG0", RegionSpace.SYSTEM_IO, 0xffff, 1));
      case EMPTY_FIELD -> check(block -> fields(block, fields -> fields.field("ONE0", 1)));
      case INITIALIZERS ->
          check(
              block ->
                  block.name(
                      "PKG0", new PackageObj(2, List.of(integer(1)), PkgLengthWidth.SHORTEST)));
      case WIDE_INTEGER -> check(NARROW, block -> block.name("WIDE", integer(0xffff_ffffL)));
      case STRING_CHARACTERS -> check(block -> block.name("TEXT", new StringConst("~")));
      case VALUE_AS_STATEMENT ->
          check(block -> block.call("FARR").with(integer(0))).stream()
              .filter(problem -> problem.rule() == AmlRule.VALUE_AS_STATEMENT)
              .toList();
      case NO_LOOP ->
          check(
              block ->
                  block.method("USER", 1, body -> body.whileTrue(ARG0, loop -> loop.breaks())));
      case NO_METHOD -> check(block -> block.method("USER", 1, body -> body.returns(ARG0)));
    };
  }

  private static void fields(TermListBuilder block, Consumer<FieldListBuilder> fields) {
    block
        .operationRegion("REG0", RegionSpace.SYSTEM_MEMORY, 0, 16)
        .field("REG0", FieldFlags.of(0), fields);
  }

  private static Term nested(int depth) {
    TermArg term = integer(1);
    for (int i = 0; i < depth; i++) {
      term = new Expression.LNot(term);
    }
    return term;
  }

  private static byte[] changed(int offset) {
    byte[] table = Tables.around("");
    table[offset]++;
    return table;
  }

  private static List<AmlProblem> check(Consumer<TermListBuilder> body) {
    return check(Tables.SSDT, body);
  }

  private static List<AmlProblem> check(TableHeader header, Consumer<TermListBuilder> body) {
    return AmlTable.of(header, body).check();
  }

  private static List<AmlProblem> together(AmlTable... tables) {
    List<AmlProblem> problems = new ArrayList<>();
    AmlTable.checkAll(List.of(tables), index -> "table " + index).forEach(problems::addAll);
    return problems;
  }
}
