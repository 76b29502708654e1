package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Boot Error Record Table. */
public final class BertLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "BERT",
              "Boot Error Record Table",
              "ACPI 6.5, section 18.3.1",
              u32("Boot Error Region Length"),
              u64("Boot Error Region Address"))
          .revisions(1);

  private BertLayout() {}
}
