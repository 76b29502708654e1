package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.string;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which names are calls, and what becomes of bytes that cannot be read. */
class AmlDecoderTest {
  private static AmlTable table(Consumer<TermListBuilder> body) {
    return AmlTable.of(Tables.SSDT, body);
  }

  private static void assertReadsBack(AmlTable table, AmlContext context) {
    AmlDecoding decoding = AmlDecoder.decode(table.encode(), context);

    assertThat(decoding.problems()).isEmpty();
    assertThat(decoding.table()).isEqualTo(table);
  }

  private static void assertReadsBack(Consumer<TermListBuilder> body) {
    assertReadsBack(table(body), AmlContext.EMPTY);
  }

  @Test
  void callBeforeTheMethodIsDeclared() {
    assertReadsBack(
        block ->
            block
                .method("USER", 0, body -> body.returns(call("USED", integer(1), integer(2))))
                .method("USED", 2, body -> body.returns(ARG0)));
  }

  /** As Firecracker 1.15's DSDT has it, which uses a device that none of its tables declares. */
  @Test
  void callOfAMethodThatNobodyDeclares() {
    assertReadsBack(
        block ->
            block
                .name("_SUN", integer(3))
                .method(
                    "_EJ0",
                    1,
                    body ->
                        body.call("\\_SB.PHPR.PCEJ", path("_SUN"), ARG0, integer(2))
                            .sleep(1)
                            .call("\\_SB.PHPR.DONE")
                            .returns()));
  }

  @Test
  void callInAPredicateBeforeTheMethodIsDeclared() {
    assertReadsBack(
        block ->
            block
                .ifTrue(
                    call("USED", integer(1), integer(2)),
                    then ->
                        then.device(
                            "DEV0",
                            device ->
                                device.method(
                                    "THRE", 3, body -> body.returns(call("USED", ARG0, ARG0)))))
                .method("USED", 2, body -> body.returns(ARG0))
                .method(
                    "LAST",
                    0,
                    body -> body.returns(call("\\DEV0.THRE", integer(1), integer(2), integer(3)))));
  }

  @Test
  void namesAreSearchedUpwards() {
    assertReadsBack(
        block ->
            block
                .method("FOUR", 4, body -> {})
                .scope(
                    "\\_SB",
                    sb ->
                        sb.device(
                            "DEV0",
                            device ->
                                device.method(
                                    "USER",
                                    0,
                                    body ->
                                        body.call(
                                            "FOUR",
                                            integer(1),
                                            integer(2),
                                            integer(3),
                                            integer(4))))));
  }

  @Test
  void theNearestNameCounts() {
    assertReadsBack(
        block ->
            block
                .method("SAME", 2, body -> {})
                .device(
                    "DEV0",
                    device ->
                        device
                            .name("SAME", integer(5))
                            .method("USER", 0, body -> body.store(path("SAME"), LOCAL0)))
                .device(
                    "DEV1",
                    device ->
                        device
                            .method("SAME", 1, body -> {})
                            .method("USER", 0, body -> body.store(call("SAME", ARG0), LOCAL0))));
  }

  @Test
  void pathsAreNotSearched() {
    assertReadsBack(
        block ->
            block
                .device("DEV0", device -> device.method("USED", 2, body -> {}))
                .device(
                    "DEV1",
                    device ->
                        device
                            .method("ABS", 0, body -> body.call("\\DEV0.USED", ARG0, ARG0))
                            .method("REL", 0, body -> body.call("^^DEV0.USED", ARG0, ARG0))));
  }

  @Test
  void aliasOfAMethodIsCalledAsTheMethod() {
    assertReadsBack(
        block ->
            block
                .alias("USED", "ALI0")
                .alias("ALI0", "ALI1")
                .method("USER", 0, body -> body.call("ALI1", ARG0, ARG0, ARG0))
                .method("USED", 3, body -> {}));
  }

  @Test
  void externalTellsTheNumberOfArguments() {
    assertReadsBack(
        block ->
            block
                .ifTrue(integer(0), then -> then.externalMethod("\\_SB.FAR0", 2))
                .scope(
                    "\\_SB",
                    sb -> sb.method("USER", 0, body -> body.call("FAR0", ARG0, integer(1)))));
  }

  @Test
  void osiIsAMethodOfOneArgument() {
    assertReadsBack(
        block -> block.method("USER", 0, body -> body.returns(call("_OSI", string("Linux")))));
  }

  @Test
  void otherTablesTellTheNumberOfArguments() {
    AmlTable dsdt = table(block -> block.scope("\\_SB", sb -> sb.method("FAR0", 3, body -> {})));
    AmlTable ssdt =
        table(
            block ->
                block.scope(
                    "\\_SB",
                    sb ->
                        sb.method(
                            "USER",
                            0,
                            body -> body.returns(call("FAR0", ARG0, integer(1), ARG0)))));

    assertReadsBack(ssdt, AmlContext.of(List.of(dsdt.encode())));
    AmlDecoding alone = AmlDecoder.decode(ssdt.encode());
    assertThat(alone.table().encode()).isEqualTo(ssdt.encode());
  }

  /** The compiler that laid out a table's calls knew the names of this table, not of others. */
  @Test
  void ownNamesComeBeforeNearerOnesOfOtherTables() {
    AmlTable other = table(block -> block.scope("\\_SB", sb -> sb.name("FUN0", integer(1))));
    AmlTable table =
        table(
            block ->
                block
                    .method("\\FUN0", 1, body -> {})
                    .scope(
                        "\\_SB",
                        sb -> sb.method("USER", 1, body -> body.call("FUN0", string("text")))));

    assertReadsBack(table, AmlContext.of(List.of(other.encode())));
  }

  /** A name that stands as a statement is called, whatever another table declares by it. */
  @Test
  void anObjectOfAnotherTableIsNotWhatAStatementCalls() {
    AmlTable other = table(block -> block.scope("\\_SB", sb -> sb.name("FAR0", integer(1))));
    AmlTable table =
        table(
            block ->
                block.scope(
                    "\\_SB",
                    sb -> sb.method("USER", 1, body -> body.call("FAR0", string("text")))));

    assertReadsBack(table, AmlContext.of(List.of(other.encode())));
  }

  /** The second call shows what the first leaves open: one name has one count. */
  @Test
  void callsOfAnUnknownMethodAgree() {
    assertReadsBack(
        block ->
            block
                .method("USER", 1, body -> body.store(call("FAR0", path("FAR1")), LOCAL0))
                .method("MORE", 1, body -> body.returns(call("FAR0", ARG0))));
  }

  @Test
  void severalUnknownMethodsInOneStatement() {
    assertReadsBack(
        block ->
            block.method(
                "USER",
                1,
                body ->
                    body.store(
                            new Expression.Binary(
                                Expression.Binary.Operator.ADD,
                                call("FAR0", ARG0),
                                call("FAR1", integer(2), ARG0),
                                NullName.NULL_NAME),
                            LOCAL0)
                        .ifTrue(call("FAR0", ARG0), then -> then.call("FAR1", ARG0, integer(5)))));
  }

  @Test
  void aMethodThatIsOnlyReferredToIsNotCalled() {
    assertReadsBack(
        block ->
            block
                .method("USED", 2, body -> {})
                .method(
                    "USER",
                    0,
                    body ->
                        body.with(new Expression.CondRefOf(path("USED"), LOCAL0))
                            .store(new Expression.RefOf(path("USED")), LOCAL0)
                            .store(new Expression.ObjectType(path("USED")), LOCAL0)
                            .with(new Expression.CopyObject(LOCAL0, path("USED")))
                            .store(
                                new DataObject.VarPackage(List.of(path("USED"), path("USED"))),
                                LOCAL0)));
  }

  @Test
  void methodsDeclaredInAMethodAreKnownFromThereOn() {
    assertReadsBack(
        block ->
            block.method(
                "USER",
                0,
                body ->
                    body.method("INNR", 2, inner -> inner.returns(ARG0))
                        .returns(call("INNR", integer(1), integer(2)))));
  }

  @Test
  void aFieldIsNoMethodOfAnOuterScope() {
    assertReadsBack(
        block ->
            block
                .method("FLD0", 2, body -> {})
                .device(
                    "DEV0",
                    device ->
                        device
                            .operationRegion("REG0", RegionSpace.SYSTEM_IO, 0, 4)
                            .field(
                                "REG0",
                                AccessType.BYTE_ACC,
                                UpdateRule.PRESERVE,
                                fields -> fields.field("FLD0", 8))
                            .method("USER", 0, body -> body.returns(path("FLD0")))));
  }

  @Test
  void unreadableTermIsKeptAndTheNextPackageIsRead() {
    byte[] table = Tables.around("5b82 07 44455630 03 00" + "08 41414141 01");

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.table().terms())
        .containsExactly(
            new NamedObject.Device(
                path("DEV0"), List.of(new Undecoded(ByteList.of((byte) 3, (byte) 0)))),
            new NamespaceModifier.Name(path("AAAA"), integer(1)));
    assertThat(decoding.problems())
        .containsExactly(new AmlProblem(36 + 7, path("\\DEV0"), "0x03 is no opcode"));
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void unreadablePackageIsSkippedAsAWhole() {
    // a Device whose name begins with a digit, then a Name
    byte[] table = Tables.around("5b82 05 30414141" + "08 41414141 01");

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.table().terms()).hasSize(2);
    assertThat(decoding.table().terms().getFirst()).isInstanceOf(Undecoded.class);
    assertThat(decoding.problems()).hasSize(1);
    assertThat(decoding.problems().getFirst().offset()).isEqualTo(36 + 3);
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void packageLongerThanWhatIsAroundIt() {
    byte[] table = Tables.around("10 0c 5f53425f 5b82 0a 44455630");

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.problems())
        .containsExactly(
            new AmlProblem(36 + 8, path("\\_SB_"), "PkgLength 10 goes beyond what is around it"));
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void packageShorterThanItsLength() {
    AmlDecoding decoding = AmlDecoder.decode(Tables.around("10 40 00 5f53425f"));

    assertThat(decoding.problems())
        .extracting(AmlProblem::message)
        .containsExactly("PkgLength 0 is less than its own length");
  }

  @Test
  void elseWithoutIfIsKept() {
    byte[] table = Tables.around("a1 02 a3 08 41414141 01");

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.table().terms()).hasSize(2);
    assertThat(decoding.problems()).hasSize(1);
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void expressionAsTheValueOfANameIsKept() {
    byte[] table = Tables.around("08 41414141 72 01 01 00" + "08 42424242 01");

    AmlDecoding decoding = AmlDecoder.decode(table);

    assertThat(decoding.table().terms()).hasSize(2);
    assertThat(decoding.problems())
        .containsExactly(
            new AmlProblem(36 + 5, NameString.ROOT, "an expression stands where data is needed"));
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void wrongChecksumIsReportedAndMadeRight() {
    byte[] right = Tables.around("08 41414141 01");
    byte[] wrong = right.clone();
    wrong[9] = (byte) (wrong[9] + 5);

    AmlDecoding decoding = AmlDecoder.decode(wrong);

    assertThat(decoding.problems()).hasSize(1);
    assertThat(decoding.problems().getFirst().offset()).isEqualTo(9);
    assertThat(decoding.problems().getFirst().message())
        .isEqualTo("checksum 0x%02x should be 0x%02x", wrong[9], right[9]);
    assertThat(decoding.table().encode()).isEqualTo(right);
  }

  @Test
  void bytesBehindTheTableAreReported() {
    byte[] table = Tables.around("08 41414141 01");
    byte[] longer = java.util.Arrays.copyOf(table, table.length + 3);

    AmlDecoding decoding = AmlDecoder.decode(longer);

    assertThat(decoding.problems())
        .containsExactly(
            new AmlProblem(
                AmlRule.TRAILING_BYTES, table.length, NameString.ROOT, "3 bytes follow the table"));
    assertThat(decoding.table().encode()).isEqualTo(table);
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> AmlDecoder.decode(new byte[35]))
        .isInstanceOf(AmlDecodingException.class)
        .hasMessage("a table header has 36 bytes; there are only 35");
    byte[] table = Tables.around("");
    table[4] = 37;
    assertThatThrownBy(() -> AmlDecoder.decode(table))
        .isInstanceOf(AmlDecodingException.class)
        .hasMessage(
            "the header gives a length of 37 bytes; it must be from 36 to the 36 there are");
    table[4] = 35;
    assertThatThrownBy(() -> AmlDecoder.decode(table)).isInstanceOf(AmlDecodingException.class);
    table[7] = (byte) 0x80;
    assertThatThrownBy(() -> AmlDecoder.decode(table)).isInstanceOf(AmlDecodingException.class);
  }
}
