package org.memslot.aml.example;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.add;
import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;

import java.util.List;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.AslPrinter;

/** Writes an SSDT, checks it, encodes it, and prints what the decoder makes of the bytes. */
public final class WriteATable {
  private WriteATable() {}

  /** Returns the ASL of the table. */
  public static String run() {
    // snippet
    AmlTable table =
        AmlTable.of(
            new TableHeader("SSDT", 2, "EXAMPL", "COUNTER", 1, "MSLT", 1),
            block ->
                block.scope(
                    "\\_SB",
                    sb ->
                        sb.device(
                            "CNT0",
                            device ->
                                device
                                    .name("_HID", eisaId("PNP0C02"))
                                    .name("SUM", integer(0))
                                    .method(
                                        "COUN",
                                        1,
                                        body ->
                                            body.with(add(path("SUM"), ARG0, path("SUM")))
                                                .returns(path("SUM"))))));
    List<AmlProblem> problems = table.check();
    byte[] aml = table.encode();
    AmlDecoding decoded = AmlDecoder.decode(aml);
    String asl = AslPrinter.print(decoded.table());
    // end snippet
    if (!problems.isEmpty() || !decoded.table().equals(table)) {
      throw new AssertionError(problems.toString());
    }
    return asl;
  }
}
