import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;

/**
 * Gives classes of Java 5 and before the format of Java 8, with the stack maps that it demands. The
 * Java VM keeps no older class in a cache of loaded classes; picocli has 200 of them.
 */
final class ModernClasses {
  private static final int OLDEST_IN_CACHE = ClassFile.JAVA_6_VERSION;

  private final ClassFile classes;

  /**
   * With a class file library.
   *
   * @param classes finds the classes that others are made of
   */
  ModernClasses(ClassFile classes) {
    this.classes = classes.withOptions(StackMapsOption.GENERATE_STACK_MAPS);
  }

  /** Whether no cache would hold it. */
  static boolean isOld(byte[] bytes) {
    return ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) < OLDEST_IN_CACHE;
  }

  /** The class in the newer format. */
  byte[] transformed(byte[] bytes) {
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
