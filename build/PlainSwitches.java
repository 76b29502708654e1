import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each switch over types a method of its own in place of the {@code invokedynamic} that the
 * compiler leaves for it. That one makes a class when the switch first runs, which no cache of
 * loaded classes holds: two dozen of them are a quarter of a start.
 */
final class PlainSwitches {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";
  private static final String TYPE_SWITCH = "typeSwitch";

  private final ClassFile classes;

  /** A switch: the method that is to take its place, with its type and its labels. */
  private record Switch(String method, MethodTypeDesc type, List<ClassDesc> labels) {}

  /**
   * With a class file library.
   *
   * @param classes finds the classes that others are made of
   */
  PlainSwitches(ClassFile classes) {
    this.classes = classes;
  }

  /** The class without such switches; the same bytes when it has none. */
  byte[] transformed(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    if (model.methods().stream().noneMatch(PlainSwitches::hasSwitch)) {
      return bytes;
    }
    List<Switch> switches = new ArrayList<>();
    boolean inInterface = model.flags().has(AccessFlag.INTERFACE);
    ClassDesc owner = model.thisClass().asSymbol();
    CodeTransform calls =
        (builder, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
            Switch plain = plain(call, switches.size());
            switches.add(plain);
            builder.invokestatic(owner, plain.method(), plain.type(), inInterface);
          } else {
            builder.with(element);
          }
        };
    ClassTransform methods =
        new ClassTransform() {
          @Override
          public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method && hasSwitch(method)) {
              builder.transformMethod(method, MethodTransform.transformingCode(calls));
            } else {
              builder.with(element);
            }
          }

          @Override
          public void atEnd(ClassBuilder builder) {
            switches.forEach(plain -> addMethod(builder, plain));
          }
        };
    return classes.transformClass(model, methods);
  }

  private static boolean hasSwitch(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(PlainSwitches::isTypeSwitch);
  }

  /** Labels that are constants, not types, stay with the Java library. */
  private static boolean isTypeSwitch(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS)
        && call.bootstrapMethod().methodName().equals(TYPE_SWITCH)
        && call.bootstrapArgs().stream()
            .allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
  }

  private static Switch plain(InvokeDynamicInstruction call, int number) {
    List<ClassDesc> labels = new ArrayList<>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      labels.add((ClassDesc) label);
    }
    return new Switch("memslot$" + TYPE_SWITCH + "$" + number, call.typeSymbol(), labels);
  }

  /**
   * What SwitchBootstraps.typeSwitch documents: -1 for null, else the first label from the second
   * argument on that is a type of the first, else the number of labels.
   */
  private static void addMethod(ClassBuilder builder, Switch plain) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    builder.withMethodBody(plain.method(), plain.type(), flags, code -> body(code, plain));
  }

  private static void body(CodeBuilder code, Switch plain) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int i = 0; i < plain.labels().size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(plain.labels().get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(plain.labels().size()).ireturn();
  }
}
