import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar, and gives classes of the format of Java 5 and before that of Java 8, with the stack
 * maps that it demands. The Java VM keeps no old class in a cache, so that picocli alone would cost
 * half of a start.
 *
 * <p>Usage: {@code java ModernClasses.java FROM.jar TO.jar}
 */
public final class ModernClasses {
  private static final int OLDEST_IN_CACHE = 50;

  private final ClassFile classes;

  private ModernClasses(ClassLoader others) {
    var hierarchy = ClassHierarchyResolver.ofResourceParsing(others);
    classes =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                hierarchy.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** Copies one jar. */
  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {from.toUri().toURL()});
        ZipFile source = new ZipFile(from.toFile());
        OutputStream stream = Files.newOutputStream(Path.of(args[1]));
        ZipOutputStream target = new ZipOutputStream(stream)) {
      ModernClasses modern = new ModernClasses(loader);
      for (ZipEntry entry : Collections.list(source.entries())) {
        target.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = source.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          target.write(entry.getName().endsWith(".class") ? modern.transformed(bytes) : bytes);
        }
        target.closeEntry();
      }
    }
  }

  private byte[] transformed(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    if (model.majorVersion() >= OLDEST_IN_CACHE) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) -> {
          ClassElement copy =
              element instanceof ClassFileVersion
                  ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                  : element;
          builder.with(copy);
        };
    // Taking the code apart is what makes new stack maps.
    ClassTransform code = ClassTransform.transformingMethodBodies(CodeBuilder::with);
    return classes.transformClass(model, version.andThen(code));
  }
}
