import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of Java 5 and before in a folder's jars the format of Java 8, with the stack
 * maps that it demands. The Java VM keeps no older class in a cache of loaded classes; picocli has
 * 200 of them.
 *
 * <p>Usage: {@code java ModernClasses.java FOLDER}
 */
public final class ModernClasses {
  private static final int OLDEST_IN_CACHE = ClassFile.JAVA_6_VERSION;
  private static final String CLASS = ".class";
  private static final int HEADER = 8;

  private final ClassFile classes;

  private ModernClasses(ClassLoader hierarchy) {
    classes =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(hierarchy)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** Rewrites what is old in a folder. */
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar") && hasOldClass(file)).toList();
    }
    for (Path jar : jars) {
      rewrite(jar);
    }
  }

  private static boolean hasOldClass(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          if (entry.getName().endsWith(CLASS) && isOld(content.readNBytes(HEADER))) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(jar.toString(), e);
    }
  }

  private static boolean isOld(byte[] bytes) {
    return ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) < OLDEST_IN_CACHE;
  }

  private static void rewrite(Path jar) throws IOException {
    Path part = Path.of(jar + ".part");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        ZipFile source = new ZipFile(jar.toFile());
        OutputStream stream = Files.newOutputStream(part);
        ZipOutputStream target = new ZipOutputStream(stream)) {
      ModernClasses modern = new ModernClasses(loader);
      for (ZipEntry entry : Collections.list(source.entries())) {
        target.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = source.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          boolean old = entry.getName().endsWith(CLASS) && isOld(bytes);
          target.write(old ? modern.transformed(bytes) : bytes);
        }
        target.closeEntry();
      }
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] transformed(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    ClassTransform version =
        (builder, element) -> {
          ClassElement modern =
              element instanceof ClassFileVersion
                  ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                  : element;
          builder.with(modern);
        };
    // Taking the code apart is what makes stack maps for it.
    ClassTransform code = ClassTransform.transformingMethodBodies(CodeBuilder::with);
    return classes.transformClass(model, version.andThen(code));
  }
}
