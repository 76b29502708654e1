import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the classes of some jars so that a Java VM with a cache of loaded classes starts them
 * sooner: {@link ModernClasses}, {@link PlainSwitches}, {@link PlainRecords}.
 *
 * <p>Usage: {@code java QuickStart.java JAR...}, with all that refer to each other
 */
public final class QuickStart {
  private static final String CLASS = ".class";

  private final ModernClasses modern;
  private final PlainSwitches switches;
  private final PlainRecords records;

  private QuickStart(ClassLoader hierarchy) {
    ClassFile classes =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(hierarchy)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    modern = new ModernClasses(classes);
    switches = new PlainSwitches(classes);
    records = new PlainRecords(classes);
  }

  /** Rewrites the jars. */
  public static void main(String[] args) throws IOException {
    List<URL> path = new ArrayList<>();
    for (String jar : args) {
      path.add(Path.of(jar).toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new))) {
      QuickStart quick = new QuickStart(loader);
      for (String jar : args) {
        quick.rewrite(Path.of(jar));
      }
    }
  }

  private void rewrite(Path jar) throws IOException {
    Path part = Path.of(jar + ".part");
    try (ZipFile source = new ZipFile(jar.toFile());
        OutputStream stream = Files.newOutputStream(part);
        ZipOutputStream target = new ZipOutputStream(stream)) {
      for (ZipEntry entry : Collections.list(source.entries())) {
        target.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = source.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          target.write(entry.getName().endsWith(CLASS) ? transformed(bytes) : bytes);
        }
        target.closeEntry();
      }
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] transformed(byte[] bytes) {
    return ModernClasses.isOld(bytes)
        ? modern.transformed(bytes)
        : records.transformed(switches.transformed(bytes));
  }
}
