package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlRule;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.diagnostic.Finding;

/**
 * Checks definition blocks that are loaded together: each by itself ({@link AmlTable#checkAll}),
 * and the namespace that they make ({@link LintRule}). Nothing is run, so the results of methods
 * are not seen. Time is linear in the size of the tables, but for sorting the resources.
 */
public final class AmlLint {
  /** Motherboard resources and containers, which claim again what devices have. */
  private static final Set<String> RESERVING_IDS =
      Set.of("PNP0C01", "PNP0C02", "PNP0A05", "PNP0A06");

  private static final NameSeg HID = NameSeg.of("_HID");
  private static final NameSeg CID = NameSeg.of("_CID");
  private static final NameSeg CRS = NameSeg.of("_CRS");

  private final List<LintTable> tables;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<NameString, String> ids = new HashMap<>();

  private AmlLint(List<LintTable> tables) {
    this.tables = tables;
  }

  /**
   * Returns what is wrong with tables that are loaded together, the DSDT first; nothing is an empty
   * list. The findings of the tables' own checks come first, then those of the namespace, rule by
   * rule in the order of the declarations. Bytes that could not be decoded are not among them: the
   * decoder has reported those with their offset and reason ({@link
   * org.memslot.aml.AmlDecoding#problems()}). Calls with a wrong number of arguments are in both.
   */
  public static List<Finding> check(List<LintTable> tables) {
    AmlLint lint = new AmlLint(List.copyOf(tables));
    lint.check();
    return List.copyOf(lint.findings);
  }

  /** Returns what is wrong with a table by itself. */
  public static List<Finding> check(LintTable table) {
    return check(List.of(table));
  }

  private void check() {
    List<List<AmlProblem>> problems =
        AmlTable.checkAll(
            tables.stream().map(LintTable::table).toList(), index -> tables.get(index).name());
    List<LintTable> sound = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      String name = tables.get(i).name();
      problems.get(i).stream()
          .filter(problem -> problem.rule() != AmlRule.UNDECODED)
          .forEach(problem -> findings.add(problem.toFinding(name)));
      if (problems.get(i).stream().noneMatch(AmlLint::excludes)) {
        sound.add(tables.get(i));
      }
    }
    namespace(sound);
  }

  /** Whether a table with this problem is no part of the namespace. */
  private static boolean excludes(AmlProblem problem) {
    return problem.rule() == AmlRule.UNENCODABLE || problem.rule() == AmlRule.DUPLICATE_TABLE;
  }

  private void namespace(List<LintTable> sound) {
    List<PlacedName> names = new NameCollector().collect(sound);
    for (PlacedName placed : names) {
      if (placed.term() instanceof Name name && placed.isNamed(HID)) {
        HardwareIds.text(name.value()).ifPresent(id -> ids.put(placed.parent(), id));
      }
    }
    Reporter reporter = new Reporter(sound);
    names.forEach(placed -> placement(placed, reporter));
    names.forEach(placed -> hardwareId(placed, reporter));
    new MethodLint(reporter::report).check(names);
    resources(names, reporter);
  }

  /** Makes findings of what is wrong with declarations. */
  private final class Reporter {
    private final List<LintTable> sound;

    private Reporter(List<LintTable> sound) {
      this.sound = sound;
    }

    private void report(LintRule rule, PlacedName placed, String message) {
      findings.add(
          new Finding(rule, sound.get(placed.table()).name(), placed.path().toString(), message));
    }
  }

  private void placement(PlacedName placed, Reporter reporter) {
    if (!placed.isReserved()) {
      return;
    }
    String name = placed.name().toString();
    Optional<NamePlacement> place =
        NamePlacement.of(name)
            .or(
                () ->
                    NamePlacement.ofEvent(
                        name, placed.holder(), ids.getOrDefault(placed.parent(), "")));
    if (place.isEmpty()) {
      return;
    }
    if (!place.get().allows(placed.holder())) {
      reporter.report(LintRule.MISPLACED_NAME, placed, misplaced(name, placed.holder()));
    } else if (placed.term() instanceof Method method
        && !place.get().takes(method.argumentCount())) {
      reporter.report(
          LintRule.PREDEFINED_ARGUMENTS,
          placed,
          "takes %d arguments, the specification says %s"
              .formatted(method.argumentCount(), place.get().currentArguments()));
    }
  }

  private static String misplaced(String name, Holder holder) {
    String place =
        switch (holder) {
          case ROOT -> "at the root";
          case GPE -> "in \\_GPE";
          case INDICATORS -> "in \\_SI";
          case BUS -> "in a scope that is no device";
          case DEVICE -> "in a device";
          case PROCESSOR -> "in a processor";
          case POWER -> "in a power resource";
          case THERMAL -> "in a thermal zone";
          case METHOD -> "in a method";
          case FOREIGN -> "in another table's object";
        };
    return name + " does not belong " + place;
  }

  private void hardwareId(PlacedName placed, Reporter reporter) {
    if (placed.term() instanceof Name name && (placed.isNamed(HID) || placed.isNamed(CID))) {
      List<String> problems =
          placed.isNamed(HID) ? HardwareIds.ofHid(name.value()) : HardwareIds.ofCid(name.value());
      problems.forEach(problem -> reporter.report(LintRule.HARDWARE_ID, placed, problem));
    }
  }

  private void resources(List<PlacedName> names, Reporter reporter) {
    DeviceStatus status = new DeviceStatus(names);
    ResourceClaims claims = new ResourceClaims();
    Set<NameString> seen = new HashSet<>();
    for (PlacedName placed : names) {
      if (placed.term() instanceof Name(_, DataRefObject value)
          && placed.isNamed(CRS)
          && seen.add(placed.path())
          && !RESERVING_IDS.contains(ids.getOrDefault(placed.parent(), ""))) {
        claims
            .add(placed, value, status.of(placed.parent()))
            .ifPresent(problem -> reporter.report(LintRule.RESOURCE_FORM, placed, problem));
      }
    }
    claims.overlaps(
        overlap -> {
          String other = reporter.sound.get(overlap.other().table()).name();
          boolean elsewhere = overlap.other().table() != overlap.resources().table();
          reporter.report(
              overlap.rule(),
              overlap.resources(),
              overlap.message() + (elsewhere ? " (" + other + ")" : ""));
        });
  }
}
