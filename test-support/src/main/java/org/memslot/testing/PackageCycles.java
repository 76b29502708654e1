package org.memslot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dependencies between the packages of a module, as its compiled classes have them. */
public final class PackageCycles {
  private final Map<String, Set<String>> uses = new TreeMap<>();
  private final Path classes;
  private final Pattern names;

  private PackageCycles(Path classes, Pattern names) {
    this.classes = classes;
    this.names = names;
  }

  /**
   * Reads the classes of a module.
   *
   * @param type a type in the module's root package; other packages are below that one
   * @return each package and the other packages that its classes name
   */
  public static Map<String, Set<String>> dependencies(Class<?> type) {
    return read(type).uses;
  }

  /**
   * Returns the packages of a module that are part of a cycle, with the packages of that cycle, or
   * of others, that they use. A module whose packages depend on each other in one direction only
   * has none.
   *
   * @param type a type in the module's root package
   */
  public static Map<String, Set<String>> of(Class<?> type) {
    Map<String, Set<String>> uses = read(type).uses;
    boolean changed = true;
    while (changed) {
      // A package in a cycle uses a package that is left, and is used by one.
      Set<String> used = new TreeSet<>();
      uses.values().forEach(used::addAll);
      changed = uses.keySet().retainAll(used);
      uses.values().forEach(others -> others.retainAll(uses.keySet()));
      changed |= uses.values().removeIf(Set::isEmpty);
    }
    return uses;
  }

  private static PackageCycles read(Class<?> type) {
    String root = type.getPackageName().replace('.', '/');
    // A class in a name, descriptor or signature; the group is its package.
    Pattern names = Pattern.compile("(" + root + "(?:/[a-z0-9]+)*)/[A-Z]");
    try {
      Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      PackageCycles cycles = new PackageCycles(classes, names);
      try (Stream<Path> files = Files.walk(classes.resolve(root))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          cycles.add(file);
        }
      }
      return cycles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("classes of " + type, e);
    }
  }

  private void add(Path file) throws IOException {
    String folder = classes.relativize(file.getParent()).toString();
    Set<String> packages = uses.computeIfAbsent(folder, _ -> new TreeSet<>());
    for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        names.matcher(text.stringValue()).results().forEach(used -> packages.add(used.group(1)));
      }
    }
    packages.remove(folder);
  }
}
