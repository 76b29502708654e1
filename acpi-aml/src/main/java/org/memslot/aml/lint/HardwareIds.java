package org.memslot.aml.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.EisaId;
import org.memslot.aml.PackageElement;

/** The form of hardware ids (ACPI 6.5, sections 6.1.2 and 6.1.5). */
final class HardwareIds {
  private static final Pattern PNP = Pattern.compile("[A-Z]{3}[0-9A-F]{4}");
  private static final Pattern ACPI = Pattern.compile("[A-Z0-9]{4}[0-9A-F]{4}");

  /** What is meant as a hardware id: with lower case letters, or an asterisk before it. */
  private static final Pattern ALMOST =
      Pattern.compile("\\*?([A-Za-z]{3}|[A-Z0-9]{4})[0-9A-Fa-f]{4}");

  private HardwareIds() {}

  /** Returns what is wrong with the value of a _HID. */
  static List<String> ofHid(DataRefObject value) {
    return problem(value, false).stream().toList();
  }

  /**
   * Returns what is wrong with the value of a _CID: one id or a package of ids. Strings of another
   * form are left alone, because a bus may have a nomenclature of its own.
   */
  static List<String> ofCid(DataRefObject value) {
    List<? extends PackageElement> ids =
        switch (value) {
          case DataObject.PackageObj list -> list.elements();
          case DataObject.VarPackage list -> list.elements();
          default -> List.of(value);
        };
    List<String> problems = new ArrayList<>();
    ids.forEach(id -> problem(id, true).ifPresent(problems::add));
    return problems;
  }

  /** Returns the id as text, if a value is an id. */
  static Optional<String> text(DataRefObject value) {
    return switch (value) {
      case DataObject.StringConst text -> Optional.of(text.value());
      case DataObject.IntegerConst integer ->
          EisaId.fromInteger((int) integer.value()).map(EisaId::text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> problem(PackageElement value, boolean compatible) {
    return switch (value) {
      case DataObject.StringConst text -> {
        String id = text.value();
        boolean right =
            PNP.matcher(id).matches()
                || ACPI.matcher(id).matches()
                || (compatible && !ALMOST.matcher(id).matches());
        yield right
            ? Optional.empty()
            : Optional.of(
                "\"%s\" is no hardware id: expected AAA#### or NNNN####, upper case".formatted(id));
      }
      case DataObject.IntegerConst integer ->
          integer.value() >>> 32 == 0 && EisaId.fromInteger((int) integer.value()).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "0x%x is no compressed EISA id such as EisaId (\"PNP0C80\")"
                      .formatted(integer.value()));
      default -> Optional.of("is neither a string nor an integer");
    };
  }
}
