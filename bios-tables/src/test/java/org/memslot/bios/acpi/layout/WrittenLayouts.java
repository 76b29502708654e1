package org.memslot.bios.acpi.layout;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.memslot.bios.acpi.layout.tables.BgrtLayout;

/** The layouts that this module has classes for, registered or not. */
final class WrittenLayouts {
  private WrittenLayouts() {}

  /** Returns the layouts in the order of their signatures. */
  static List<TableLayout> all() {
    String layouts = BgrtLayout.class.getPackageName();
    List<TableLayout> written = new ArrayList<>();
    try {
      Path classes =
          Path.of(BgrtLayout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(classes.resolve(layouts.replace('.', '/')))) {
        for (Path file : files.filter(file -> file.toString().endsWith("Layout.class")).toList()) {
          String name = file.getFileName().toString().replace(".class", "");
          for (Field field : Class.forName(layouts + "." + name).getFields()) {
            if (field.getType() == TableLayout.class) {
              written.add((TableLayout) field.get(null));
            }
          }
        }
      }
    } catch (IOException | ReflectiveOperationException | URISyntaxException e) {
      throw new AssertionError("cannot list the classes of layouts", e);
    }
    written.sort(Comparator.comparing(TableLayout::signature));
    return written;
  }
}
