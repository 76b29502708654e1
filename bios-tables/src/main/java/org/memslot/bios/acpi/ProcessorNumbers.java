package org.memslot.bios.acpi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.GroupView;
import org.memslot.bios.acpi.layout.TableRule;

/** Checks the numbers of processors in MADT and SRAT. */
final class ProcessorNumbers {
  private ProcessorNumbers() {}

  /** No two enabled processors of a kind have the same number; disabled ones are placeholders. */
  static void check(TableLint lint, int type, String field) {
    Map<Long, Integer> seen = new HashMap<>();
    for (GroupView processor : lint.view().subtables(type)) {
      Optional<FieldView> id = processor.field(field);
      boolean enabled = (processor.number("Flags").orElse(0) & MadtEntry.ENABLED) != 0;
      if (enabled && id.isPresent()) {
        FieldView number = id.orElseThrow();
        Integer before = seen.putIfAbsent(number.number(), number.offset());
        if (before != null) {
          lint.find(
              TableRule.PROCESSOR_NUMBER_ONCE,
              number,
              number.number() + ", the same as at offset 0x" + Integer.toHexString(before));
        }
      }
    }
  }
}
