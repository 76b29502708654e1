package org.memslot.cli.inspect;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlRule;
import org.memslot.aml.AmlTable;
import org.memslot.aml.asl.AslOptions;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.lint.LintTable;

/**
 * Decodes, prints and checks the tables of one machine, each with the others beside it. Definition
 * blocks are printed by a second thread while the checks go on: together they take most of the
 * command's time.
 */
final class MachineInspection {
  /** More definition blocks than machines have: one context serves all, and time stays linear. */
  private static final int MANY = 64;

  private final List<FoundTable> tables;
  private final ListMultimap<String, Finding> findings = ArrayListMultimap.create();
  private final Map<String, Future<String>> texts = new HashMap<>();
  private final Predicate<FoundTable> printed;

  private MachineInspection(List<FoundTable> tables, Predicate<FoundTable> printed) {
    this.tables = tables;
    this.printed = printed;
  }

  /**
   * Inspects the tables of a machine. Their order stays.
   *
   * @param printed whether the text of a table is wanted
   */
  static List<InspectedTable> of(List<FoundTable> tables, Predicate<FoundTable> printed) {
    return new MachineInspection(tables, printed).inspect();
  }

  private List<InspectedTable> inspect() {
    try (ExecutorService printer = Executors.newSingleThreadExecutor()) {
      decodeBlocks(printer);
    }
    for (FoundTable table : tables) {
      if (!AmlText.isAml(table.content())) {
        add(Checks.table(table.name(), table.content()));
      }
    }
    List<InspectedTable> inspected = new ArrayList<>();
    for (FoundTable table : tables) {
      inspected.add(
          new InspectedTable(
              table,
              Optional.ofNullable(texts.get(table.name())).map(Future::resultNow),
              findings.get(table.name())));
    }
    return inspected;
  }

  private void decodeBlocks(Executor printer) {
    // The DSDT is loaded first, wherever it stands (ACPI 6.5, 5.2.11).
    List<FoundTable> loaded = new ArrayList<>();
    for (FoundTable table : tables) {
      if (table.isDsdt()) {
        loaded.addFirst(table);
      } else if (AmlText.isAml(table.content())) {
        loaded.add(table);
      }
    }
    List<byte[]> contents = new ArrayList<>();
    for (FoundTable table : loaded) {
      if (isReadable(table)) {
        contents.add(table.content());
      }
    }
    AmlContext all = contents.size() > MANY ? AmlContext.of(contents) : AmlContext.EMPTY;
    List<LintTable> named = new ArrayList<>();
    for (FoundTable table : loaded) {
      AmlContext context =
          contents.size() > MANY ? all : AmlContext.of(AmlText.othersOf(table.content(), contents));
      Optional<AmlTable> decoded = decode(table, context);
      decoded.ifPresent(tree -> named.add(new LintTable(table.name(), tree)));
      decoded
          .filter(_ -> printed.test(table))
          .ifPresent(tree -> print(table, tree, context, printer));
    }
    if (!named.isEmpty()) {
      add(Checks.blocks(named));
    }
  }

  /** True when others can be read beside it; what is wrong with it is found when it is read. */
  private static boolean isReadable(FoundTable table) {
    try {
      AmlContext.of(List.of(table.content()));
      return true;
    } catch (AmlDecodingException _) {
      return false;
    }
  }

  private Optional<AmlTable> decode(FoundTable table, AmlContext context) {
    try {
      AmlDecoding decoding = AmlDecoder.decode(table.content(), context);
      for (AmlProblem problem : decoding.problems()) {
        // The checks find wrong calls in the tree, too.
        if (problem.rule() != AmlRule.CALL_ARGUMENTS) {
          add(List.of(problem.toFinding(table.name())));
        }
      }
      return Optional.of(decoding.table());
    } catch (AmlDecodingException e) {
      add(List.of(Checks.notDecoded(table.name(), e)));
      return Optional.empty();
    }
  }

  private void print(FoundTable table, AmlTable tree, AmlContext context, Executor printer) {
    FutureTask<String> text =
        new FutureTask<>(() -> AslPrinter.print(tree, AslOptions.DEFAULT, context).stripTrailing());
    texts.put(table.name(), text);
    printer.execute(text);
  }

  private void add(List<Finding> more) {
    more.forEach(finding -> findings.put(finding.table(), finding));
  }
}
