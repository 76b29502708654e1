package org.memslot.benchmarks;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.LOCAL0;
import static org.memslot.aml.Asl.LOCAL1;
import static org.memslot.aml.Asl.add;
import static org.memslot.aml.Asl.and;
import static org.memslot.aml.Asl.call;
import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.element;
import static org.memslot.aml.Asl.equal;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.less;
import static org.memslot.aml.Asl.packageOf;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.shiftLeft;
import static org.memslot.aml.Asl.string;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TableHeader;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.UpdateRule;
import org.memslot.aml.resource.AddressSpace;
import org.memslot.aml.resource.ResourceTemplate;

/**
 * A DSDT of 200 KB whose devices have what devices of real firmware have: resources, a region with
 * fields, methods with arithmetic, conditions, loops and calls, packages, strings. As a program it
 * writes the table to a file, for iasl.
 */
final class LargeDsdt {
  private static final int DEVICES = 740;

  private LargeDsdt() {}

  /** Writes the table to the file named by the only argument. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), table().encode());
  }

  static AmlTable table() {
    return AmlTable.of(
        new TableHeader("DSDT", 2, "MEMSLT", "LARGE", 1, "MSLT", 1),
        block ->
            block.scope(
                "\\_SB",
                sb -> {
                  sb.method("MIXD", 2, body -> body.returns(add(ARG0, ARG1)));
                  for (int i = 0; i < DEVICES; i++) {
                    int index = i;
                    sb.device(String.format("D%03X", i), device -> device(device, index));
                  }
                }));
  }

  private static void device(TermListBuilder device, int index) {
    byte[] resources =
        ResourceTemplate.of(
                AddressSpace.memory(0x1_0000_0000L + index * 0x1000_0000L, 0x1000_0000L))
            .encode();
    device
        .name("_HID", eisaId("PNP0C02"))
        .name("_UID", integer(index))
        .name("_CRS", Buffer.of(resources))
        .name("MODE", packageOf(integer(1), string("on"), integer(0x1234), path("^MIXD")))
        .operationRegion("REG0", RegionSpace.SYSTEM_IO, 0x1000 + 16 * index, 16)
        .field(
            "REG0",
            AccessType.DWORD_ACC,
            UpdateRule.PRESERVE,
            fields ->
                fields
                    .field("STAT", 1)
                    .skip(7)
                    .field("CODE", 8)
                    .offset(4)
                    .field("DATA", 32)
                    .field("HIGH", 32))
        .method(
            "_STA",
            0,
            body ->
                body.ifElse(
                    equal(path("STAT"), integer(1)),
                    on -> on.returns(integer(0xf)),
                    off -> off.returns(integer(0))))
        .serializedMethod(
            "WORK",
            2,
            0,
            body ->
                body.store(integer(0), LOCAL0)
                    .whileTrue(
                        less(LOCAL0, ARG0),
                        turn ->
                            turn.store(call("MIXD", LOCAL0, path("DATA")), LOCAL1)
                                .ifTrue(
                                    and(LOCAL1, shiftLeft(integer(1), ARG1)),
                                    set -> set.store(LOCAL1, path("HIGH")))
                                .with(add(LOCAL1, element(path("MODE"), integer(2)), LOCAL1))
                                .increment(LOCAL0))
                    .notify(path("\\_SB." + String.format("D%03X", index)), integer(0x80))
                    .returns(LOCAL1))
        .method("_PS0", 0, body -> body.store(integer(1), path("STAT")).sleep(10))
        .method("_PS3", 0, body -> body.store(integer(0), path("STAT")));
  }
}
