package org.memslot.ospm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of the module depend on each other in one direction only. */
class PackageCyclesTest {
  /** A class of the module in a name, descriptor or signature; the group is its package. */
  private static final Pattern CLASS = Pattern.compile("(org/memslot/ospm(?:/[a-z0-9]+)*)/[A-Z]");

  @Test
  void noPackageDependsOnItselfByWayOfOthers() throws Exception {
    Map<String, Set<String>> uses = uses();
    assertThat(uses).containsKeys("org/memslot/ospm", "org/memslot/ospm/interpreter/value");
    // A package that uses none of those that are left is in no cycle.
    boolean changed = true;
    while (changed) {
      uses.values().forEach(used -> used.retainAll(uses.keySet()));
      changed = uses.values().removeIf(Set::isEmpty);
    }
    assertThat(uses).as("packages in cycles, or that use such").isEmpty();
  }

  /** Returns the packages and which others their classes name. */
  private static Map<String, Set<String>> uses() throws Exception {
    Path classes =
        Path.of(EmbeddedGuest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Set<String>> uses = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        if (!file.endsWith("module-info.class")) {
          String folder = classes.relativize(file.getParent()).toString();
          addUses(file, uses.computeIfAbsent(folder, _ -> new TreeSet<>()));
          uses.get(folder).remove(folder);
        }
      }
    }
    return uses;
  }

  private static void addUses(Path file, Set<String> packages) throws IOException {
    for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        CLASS.matcher(text.stringValue()).results().forEach(used -> packages.add(used.group(1)));
      }
    }
  }
}
