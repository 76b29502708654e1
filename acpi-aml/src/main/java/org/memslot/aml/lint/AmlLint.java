package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.lint.LintFinding.Rule;

/** Judges the namespace that some tables make. Nothing is run, so methods' results are not seen. */
public final class AmlLint {
  /** Motherboard resources and containers, which claim again what devices have. */
  private static final Set<String> RESERVING_IDS =
      Set.of("PNP0C01", "PNP0C02", "PNP0A05", "PNP0A06");

  private final List<LintFinding> findings = new ArrayList<>();

  private AmlLint() {}

  /**
   * Returns what is wrong with tables that are loaded together, the DSDT first; nothing is an empty
   * list. The findings come rule by rule in the order of the declarations.
   */
  public static List<LintFinding> check(List<AmlTable> tables) {
    AmlLint lint = new AmlLint();
    List<PlacedName> names = new NameCollector().collect(tables);
    names.forEach(lint::placement);
    lint.duplicates(names);
    names.forEach(lint::hardwareId);
    lint.resources(names);
    return List.copyOf(lint.findings);
  }

  /** Returns what is wrong with a table by itself. */
  public static List<LintFinding> check(AmlTable table) {
    return check(List.of(table));
  }

  private void placement(PlacedName placed) {
    String name = placed.name().toString();
    Optional<NamePlacement> place = NamePlacement.of(name);
    if (place.isEmpty()) {
      return;
    }
    if (!place.get().allows(placed.holder())) {
      report(Rule.MISPLACED_NAME, placed, misplaced(name, placed.holder()));
    }
    int arguments = placed.term() instanceof Method method ? method.argumentCount() : 0;
    if (arguments != place.get().arguments()) {
      report(
          Rule.ARGUMENT_COUNT,
          placed,
          "takes %d arguments, the specification says %d"
              .formatted(arguments, place.get().arguments()));
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

  private void duplicates(List<PlacedName> names) {
    Set<NameString> seen = new HashSet<>();
    for (PlacedName placed : names) {
      if (!placed.conditional() && !seen.add(placed.path())) {
        report(Rule.DUPLICATE_NAME, placed, "is declared twice");
      }
    }
  }

  private void hardwareId(PlacedName placed) {
    if (placed.term() instanceof Name name) {
      List<String> problems =
          switch (placed.name().toString()) {
            case "_HID" -> HardwareIds.ofHid(name.value());
            case "_CID" -> HardwareIds.ofCid(name.value());
            default -> List.of();
          };
      problems.forEach(problem -> report(Rule.HARDWARE_ID, placed, problem));
    }
  }

  private void resources(List<PlacedName> names) {
    Map<NameString, DataRefObject> hids = new HashMap<>();
    for (PlacedName placed : names) {
      if (placed.term() instanceof Name name && placed.name().toString().equals("_HID")) {
        hids.put(placed.parent(), name.value());
      }
    }
    ResourceClaims claims = new ResourceClaims();
    for (PlacedName placed : names) {
      if (placed.term() instanceof Name name && placed.name().toString().equals("_CRS")) {
        DataRefObject hid = hids.getOrDefault(placed.parent(), name.value());
        if (HardwareIds.text(hid).filter(RESERVING_IDS::contains).isEmpty()) {
          claims
              .add(placed.parent(), name.value())
              .ifPresent(problem -> report(Rule.RESOURCE_FORM, placed, problem));
        }
      }
    }
    findings.addAll(claims.overlaps());
  }

  private void report(Rule rule, PlacedName placed, String message) {
    findings.add(new LintFinding(rule, placed.path().toString(), message));
  }
}
