package org.memslot.bios.acpi;

import java.util.List;
import java.util.Optional;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.GroupView;
import org.memslot.bios.acpi.layout.TableRule;

/** What fields of the FADT demand of each other. */
final class FadtLint {
  private FadtLint() {}

  static void check(TableLint lint) {
    for (String block : List.of("GPE0", "GPE1")) {
      lint.view()
          .field(block + " Block Length")
          .filter(length -> length.number() % 2 != 0)
          .ifPresent(
              length ->
                  lint.find(
                      TableRule.GPE_BLOCK_LENGTH,
                      length,
                      length.number() + ", half of it is status and half enable"));
    }
    agree(lint, "FACS Address", lint.view().field("X FACS Address"));
    agree(lint, "DSDT Address", lint.view().field("X DSDT Address"));
    for (String block : FixedHardware.BLOCKS) {
      Optional<GroupView> extended = lint.view().group(block);
      agree(lint, block + " Address", extended.flatMap(group -> group.field("Address")));
    }
  }

  /** An address in 32 bits and the one in 64 bits that supersedes it. */
  private static void agree(TableLint lint, String field, Optional<FieldView> extended) {
    long narrow = lint.view().number(field).orElse(0);
    extended
        .filter(wide -> narrow != 0 && wide.number() != 0 && wide.number() != narrow)
        .ifPresent(
            wide ->
                lint.find(
                    TableRule.FADT_ADDRESSES_AGREE,
                    field,
                    wide.offset(),
                    "0x"
                        + Long.toHexString(wide.number())
                        + " in 64 bits, 0x"
                        + Long.toHexString(narrow)
                        + " in 32"));
  }
}
