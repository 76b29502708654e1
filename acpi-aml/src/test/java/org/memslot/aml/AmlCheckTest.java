package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.VarPackage;

/** What is wrong though bytes can express it. */
class AmlCheckTest {
  static final Iterable<String> QEMU =
      List.of("pc-DSDT", "pc-slots-DSDT", "q35-DSDT", "microvm-DSDT");

  private static List<String> problems(Consumer<TermListBuilder> body) {
    return AmlTable.of(Tables.SSDT, body).check().stream().map(AmlProblem::toString).toList();
  }

  @ParameterizedTest
  @FieldSource("QEMU")
  void tablesOfQemuAreRight(String name) {
    assertThat(AmlDecoder.decode(Tables.qemu(name)).table().check()).isEmpty();
  }

  @Test
  void grammarOfAllProductionsIsRight() {
    for (Productions.Production production : Productions.all()) {
      assertThat(
              problems(
                  block -> {
                    Productions.prelude(block);
                    if (production.statement()) {
                      block.method("TEST", 7, body -> body.with(production.term()));
                    } else {
                      block.with(production.term());
                    }
                  }))
          .as(production.asl())
          .isEmpty();
    }
  }

  @Test
  void callsWithAnotherNumberOfArguments() {
    assertThat(
            problems(
                block ->
                    block
                        .method("USED", 2, body -> {})
                        .method("USER", 0, body -> body.call("USED", ARG0))))
        .containsExactly("in \\USER: USED takes 2 arguments and is given 1");
  }

  @Test
  void callsOfWhatIsNoMethod() {
    assertThat(
            problems(
                block ->
                    block
                        .name("USED", integer(1))
                        .method("USER", 0, body -> body.call("USED", ARG0))))
        .containsExactly("in \\USER: USED takes 0 arguments and is given 1");
  }

  @Test
  void methodsWithoutTheirArguments() {
    assertThat(
            problems(
                block ->
                    block
                        .method("USED", 2, body -> {})
                        .method("USER", 0, body -> body.store(path("USED"), LOCAL0))))
        .containsExactly(
            "in \\USER: USED is a method of 2 arguments and stands without: what follows would"
                + " be read as its arguments");
  }

  /** Firmware notifies methods; no interpreter calls them, so no arguments are missing. */
  @Test
  void aMethodThatIsNotifiedIsNoCall() {
    assertThat(
            problems(
                block ->
                    block
                        .method("USED", 1, body -> {})
                        .method("USER", 0, body -> body.notify(path("USED"), integer(0)))))
        .isEmpty();
  }

  @Test
  void aNameThatIsAskedForByItsPathMayBeMissing() {
    assertThat(
            problems(
                block ->
                    block.device(
                        "\\_SB.DEV0",
                        device ->
                            device.method(
                                "USER",
                                0,
                                body ->
                                    body.ifTrue(
                                        new Expression.CondRefOf(
                                            path("\\_SB.DEV0.FAR0"), NullName.NULL_NAME),
                                        then -> then.call("FAR0"))))))
        .isEmpty();
  }

  @Test
  void namesThatNothingDeclares() {
    assertThat(
            problems(
                block ->
                    block
                        .scope("\\_SB.PCI0", pci -> {})
                        .method(
                            "USER",
                            0,
                            body ->
                                body.store(path("NONE"), LOCAL0)
                                    .call("\\_SB.NONE")
                                    .with(Asl.condRefOf(path("ASKS"))))))
        .containsExactly(
            "in \\: \\_SB_.PCI0 is declared nowhere",
            "in \\USER: NONE is declared nowhere",
            "in \\USER: \\_SB_.NONE is declared nowhere");
  }

  @Test
  void namesOfExternalsAndOtherTablesAreDeclared() {
    AmlTable dsdt = AmlTable.of(Tables.SSDT, block -> block.device("DEV0", device -> {}));
    AmlTable ssdt =
        AmlTable.of(
            Tables.SSDT,
            block ->
                block
                    .externalMethod("\\FAR0", 1)
                    .scope(
                        "\\DEV0", device -> device.method("USER", 0, m -> m.call("FAR0", ARG0))));

    assertThat(ssdt.check(AmlContext.of(List.of(dsdt.encode())))).isEmpty();
    assertThat(ssdt.check()).hasSize(1);
  }

  @Test
  void namesThatAreDeclaredTwice() {
    assertThat(
            problems(
                block ->
                    block
                        .name("SAME", integer(1))
                        .scope("\\_SB", sb -> sb.method("SAME", 0, body -> {}))
                        .ifElse(
                            integer(1),
                            then -> then.name("ONCE", integer(1)),
                            otherwise -> otherwise.name("ONCE", integer(2)))
                        .event("SAME")))
        .containsExactly("in \\: \\SAME is declared twice");
  }

  @Test
  void initializersWithoutRoom() {
    assertThat(
            problems(
                block ->
                    block
                        .name(
                            "PKG0",
                            new PackageObj(
                                1, List.of(integer(1), integer(2)), PkgLengthWidth.SHORTEST))
                        .name(
                            "PKG1",
                            new VarPackage(
                                integer(0), List.of(integer(1)), PkgLengthWidth.SHORTEST))
                        .name("BUF0", new Buffer(integer(1), ByteList.of((byte) 1, (byte) 2)))))
        .containsExactly(
            "in \\: Package of 1 elements has 2",
            "in \\: VarPackage of 0 elements has 1",
            "in \\: Buffer of 1 bytes has 2");
  }

  @Test
  void regionsThatOverflow() {
    assertThat(
            problems(
                block ->
                    block
                        .operationRegion("REG0", RegionSpace.SYSTEM_MEMORY, -16, 16)
                        .operationRegion("REG1", RegionSpace.SYSTEM_MEMORY, -16, 17)
                        .operationRegion("REG2", RegionSpace.SYSTEM_IO, 0xfffc, 4)
                        .operationRegion("REG3", RegionSpace.SYSTEM_IO, 0xfffc, 5)
                        .operationRegion("REG4", RegionSpace.SYSTEM_IO, 0, 0)))
        .containsExactly(
            "in \\: region REG1 from 0xfffffffffffffff0, 0x11 bytes, ends beyond 2^64",
            "in \\: region REG3 ends at port 0x10000; the last is 0xffff",
            "in \\: region REG4 is empty");
  }

  @Test
  void loopsAndVariablesWhereThereAreNone() {
    assertThat(
            problems(
                block ->
                    block
                        .name("BUF0", new Buffer(ARG0, ByteList.EMPTY))
                        .method(
                            "USER",
                            1,
                            body ->
                                body.whileTrue(ARG0, loop -> loop.breaks().continues())
                                    .breaks()
                                    .continues())))
        .containsExactly(
            "in \\: Arg0 outside of a method",
            "in \\USER: Break outside of While",
            "in \\USER: Continue outside of While");
  }

  @Test
  void constantsAsStatements() {
    assertThat(problems(block -> block.with(integer(0)).with(ARG0)))
        .containsExactly(
            "in \\: the integer 0x0 stands where a term is needed",
            "in \\: Arg0 stands where a term is needed");
  }

  @Test
  void paddingIsOneProblem() {
    assertThat(problems(block -> block.with(integer(0)).with(integer(0)).with(integer(0))))
        .hasSize(1);
  }

  @Test
  void constantsThatMayBeArgumentsOfAnUndeclaredMethod() {
    assertThat(problems(block -> block.call("FARR").with(integer(0)).with(ARG0)))
        .containsExactly("in \\: FARR is declared nowhere");
  }

  @Test
  void namesThatATableAsksForAreNotMissed() {
    assertThat(
            problems(
                block ->
                    block.method(
                        "USER",
                        0,
                        body ->
                            body.ifTrue(
                                Asl.condRefOf(path("\\_SB.OPT0")),
                                then -> then.store(path("\\_SB.OPT0.VALU"), LOCAL0)))))
        .isEmpty();
  }

  @Test
  void aPathOfCaretsIsAName() {
    assertThat(
            problems(
                block ->
                    block.device(
                        "DEV0",
                        device ->
                            device.method("USER", 0, body -> body.notify(path("^"), integer(0))))))
        .isEmpty();
  }

  @Test
  void tablesThatAreCheckedTogetherKnowEachOther() {
    AmlTable first = AmlTable.of(Tables.SSDT, block -> block.method("BOTH", 1, body -> {}));
    AmlTable second =
        AmlTable.of(
            Tables.SSDT,
            block ->
                block
                    .method("BOTH", 1, body -> {})
                    .method("USER", 0, body -> body.call("ONLY"))
                    .device("DEV0", device -> device.name("VALU", integer(1))));
    AmlTable third =
        AmlTable.of(
            Tables.SSDT,
            block ->
                block
                    .method("ONLY", 0, body -> {})
                    .device("DEV0", device -> device.name("VALU", integer(1))));

    assertThat(AmlTable.checkAll(List.of(first, second, third), index -> "table " + index))
        .extracting(problems -> problems.stream().map(AmlProblem::toString).toList())
        .containsExactly(
            List.of(),
            List.of("in \\: \\BOTH is declared in table 0, too"),
            List.of("in \\: \\DEV0 is declared in table 1, too"));
  }

  @Test
  void integersTooWideForTheRevision() {
    TableHeader narrow = new TableHeader("SSDT", 1, "MEMSLT", "TEST", 1, "INTL", 1);
    AmlTable table =
        AmlTable.of(
            narrow,
            block ->
                block
                    .name("INT0", integer(0xffffffffL))
                    .name("INT1", integer(0x100000000L))
                    .name("INT2", integer(-1)));

    assertThat(table.check())
        .containsExactly(
            new AmlProblem(
                AmlRule.WIDE_INTEGER,
                -1,
                NameString.ROOT,
                "0x100000000 loses its upper half: revision 1 has integers of 32 bits"));
  }

  @Test
  void whatCouldNotBeDecodedOrEncoded() {
    assertThat(problems(block -> block.with(new Undecoded(ByteList.of((byte) 3)))))
        .containsExactly("in \\: 1 bytes that could not be decoded");
    assertThat(problems(block -> block.with(call("FARR")).with(deep())))
        .containsExactly(
            "in \\: nesting of terms: 513 is more than AML can express; the limit is 512");
  }

  private static Term deep() {
    TermArg term = integer(1);
    for (int i = 0; i < AmlEncoder.MAX_DEPTH; i++) {
      term = new Expression.LNot(term);
    }
    return term;
  }
}
