package org.memslot.aml.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.Externals;
import org.memslot.testing.Acpica;
import org.memslot.testing.ReferenceProgram;

/**
 * The whole life of a slot as ACPICA's interpreter sees it, with every number of slots: added and
 * used, asked for and refused, asked for and ejected, added and declined. {@code -Dslots.all=true}
 * makes it every number from 1 to 255.
 */
class MemslotAmlSweepTest {
  private static final boolean ALL = Boolean.getBoolean("slots.all");
  private static final Pattern SAID =
      Pattern.compile("\\[(MP[0-9A-F]{2})\\].* Value 0x0(\\d) |\\[Integer\\] = 0*([0-9A-F]+)\\R");

  /** Runs of acpiexec at once; it spends most of its time asleep. */
  private static final int AT_ONCE = 12;

  private static IntStream counts() {
    return ALL
        ? IntStream.rangeClosed(1, 255)
        : IntStream.of(1, 2, 7, 8, 9, 31, 32, 33, 64, 128, 254, 255);
  }

  @Test
  void everyStateAndBothOutcomes() throws Exception {
    ReferenceProgram.require("acpiexec");
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> runs = new ArrayList<>();
      counts().forEach(slots -> runs.add(pool.submit(() -> firstAndLastOf(slots))));
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }

  private static void firstAndLastOf(int slots) {
    List<byte[]> tables = tables(slots);
    for (int slot : new TreeSet<>(List.of(0, slots - 1))) {
      List<String> commands = new ArrayList<>();
      Said expected = new Said(new ArrayList<>(), new ArrayList<>());
      new Life(slot, commands, expected).run();

      String output = Acpica.acpiexec(tables, String.join(";", commands));
      assertThat(said(output)).as("%d slots: %s", slots, output).isEqualTo(expected.sorted());
    }
  }

  /**
   * acpiexec has a thread for each notification: they come apart from the values, and those of one
   * evaluation in any order.
   */
  private record Said(List<String> notifications, List<String> values) {
    Said sorted() {
      return new Said(notifications.stream().sorted().toList(), values);
    }
  }

  private static Said said(String output) {
    Said said = new Said(new ArrayList<>(), new ArrayList<>());
    for (MatchResult match : SAID.matcher(output).results().toList()) {
      if (match.group(1) == null) {
        said.values.add(match.group(3));
      } else {
        said.notifications.add(match.group(1) + " " + match.group(2));
      }
    }
    return said.sorted();
  }

  private static List<byte[]> tables(int slots) {
    List<MemoryDevice> devices =
        IntStream.range(0, slots)
            .mapToObj(slot -> new MemoryDevice(slot, (4L + slot) << 30, 1 << 30, 0))
            .toList();
    AmlTable dsdt =
        Externals.declare(
            new AmlTable(header("DSDT"), MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals());
    return List.of(
        dsdt.encode(),
        MemslotAml.ssdt(header("SSDT"), devices, _ -> false).encode(),
        hypervisor().encode());
  }

  private static TableHeader header(String signature) {
    return new TableHeader(signature, 2, "MEMSLT", "TEST", 1, "INTL", 0x20200925);
  }

  /**
   * Stands in for the hypervisor, whose registers acpiexec simulates in memory: HSET makes one byte
   * of the status bitmap and leaves nothing in the report registers; HREP() is what was reported as
   * not removed, added and not added, a byte each; HEJE(n) is byte n of what was ejected.
   */
  private static AmlTable hypervisor() {
    return AmlTable.of(
        header("SSDT"),
        block ->
            block
                .method(
                    "HSET",
                    2,
                    body ->
                        body.store(Buffer.zeroed(32), Asl.LOCAL0)
                            .store(Asl.ARG1, Asl.index(Asl.LOCAL0, Asl.ARG0))
                            .store(Asl.LOCAL0, Asl.path("\\_SB.MSTB"))
                            .store(Asl.integer(0xff), Asl.path("\\_SB.MRFL"))
                            .store(Asl.integer(0xff), Asl.path("\\_SB.MADD"))
                            .store(Asl.integer(0xff), Asl.path("\\_SB.MAFL")))
                .method(
                    "HREP",
                    0,
                    body ->
                        body.store(Asl.path("\\_SB.MRFL"), Asl.LOCAL0)
                            .store(Asl.shiftLeft(Asl.LOCAL0, Asl.integer(8)), Asl.LOCAL0)
                            .with(Asl.add(Asl.LOCAL0, Asl.path("\\_SB.MADD"), Asl.LOCAL0))
                            .store(Asl.shiftLeft(Asl.LOCAL0, Asl.integer(8)), Asl.LOCAL0)
                            .with(Asl.add(Asl.LOCAL0, Asl.path("\\_SB.MAFL"), Asl.LOCAL0))
                            .returns(Asl.LOCAL0))
                .method(
                    "HEJE",
                    1,
                    body ->
                        body.store(Asl.path("\\_SB.MEJB"), Asl.LOCAL0)
                            .returns(Asl.derefOf(Asl.index(Asl.LOCAL0, Asl.ARG0)))));
  }

  /** One slot's life: what acpiexec is told, and what it is to say. */
  private static final class Life {
    private static final int NONE = 0xff;

    private final int slot;
    private final String device;
    private final List<String> commands;
    private final Said expected;

    Life(int slot, List<String> commands, Said expected) {
      this.slot = slot;
      this.device = new MemoryDevice(slot, 0, 1, 0).name();
      this.commands = commands;
      this.expected = expected;
    }

    void run() {
      status("0");
      populated(true);
      scan("1");
      status("F");
      ost(1, 0);
      reports(NONE, slot, NONE);

      populated(false);
      scan("3");
      status("0");
      ost(3, 0x84);
      reports(NONE, NONE, NONE);
      ost(3, 0x82);
      reports(slot, NONE, NONE);
      evaluate("\\_SB.MCOD", "82");
      status("F");
      populated(true);
      scan("");

      populated(false);
      scan("3");
      ost(0x103, 0x81);
      reports(slot, NONE, NONE);
      evaluate("\\_SB.MCOD", "81");
      status("F");

      scan("3");
      commands.add("eval \\_SB." + device + "._EJ0 1");
      evaluate("\\HEJE " + slot / 8, "%X".formatted(1 << slot % 8));
      ost(3, 0);
      reports(slot, NONE, NONE);
      status("0");

      populated(true);
      scan("1");
      ost(1, 2);
      reports(NONE, NONE, slot);
      evaluate("\\_SB.MCOD", "2");
      status("0");
      scan("1");
      status("F");
      populated(false);
      scan("3");
    }

    private void populated(boolean on) {
      commands.add("eval \\HSET %d %d".formatted(slot / 8, on ? 1 << slot % 8 : 0));
    }

    private void scan(String notified) {
      commands.add("eval \\_GPE._E03");
      if (!notified.isEmpty()) {
        expected.notifications.add(device + " " + notified);
      }
    }

    private void status(String status) {
      evaluate("\\_SB." + device + "._STA", status);
    }

    private void ost(int source, int status) {
      commands.add("eval \\_SB.%s._OST %d %d 0".formatted(device, source, status));
    }

    private void reports(int removeFailed, int added, int addFailed) {
      int reports = (removeFailed << 16) | (added << 8) | addFailed;
      evaluate("\\HREP", "%X".formatted(reports));
    }

    private void evaluate(String what, String value) {
      commands.add("eval " + what);
      expected.values.add(value);
    }
  }
}
