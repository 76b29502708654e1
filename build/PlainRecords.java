import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;

/**
 * Gives records an {@code equals} and a {@code hashCode} of plain code in place of the {@code
 * invokedynamic} that the compiler leaves for them. As with {@link PlainSwitches}: no cache holds
 * the classes that those make at their first call.
 */
final class PlainRecords {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/ObjectMethods;";
  private static final String EQUALS = "equals";
  private static final String HASH_CODE = "hashCode";
  private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
  private static final int FACTOR = 31;

  private final ClassFile classes;

  /**
   * With a class file library.
   *
   * @param classes finds the classes that others are made of
   */
  PlainRecords(ClassFile classes) {
    this.classes = classes;
  }

  /** A component as its field: a record's fields are its components in their order. */
  private record Component(String name, ClassDesc type) {}

  /** The class with plain methods; the same bytes when it has none to replace. */
  byte[] transformed(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    if (model.methods().stream().noneMatch(PlainRecords::isGenerated)) {
      return bytes;
    }
    ClassDesc owner = model.thisClass().asSymbol();
    List<Component> components =
        model.findAttribute(Attributes.record()).orElseThrow().components().stream()
            .map(PlainRecords::component)
            .toList();
    ClassTransform methods =
        (ClassBuilder builder, ClassElement element) -> {
          if (element instanceof MethodModel method && isGenerated(method)) {
            boolean equals = method.methodName().equalsString(EQUALS);
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code -> {
                  if (equals) {
                    equals(code, owner, components);
                  } else {
                    hashCode(code, owner, components);
                  }
                });
          } else {
            builder.with(element);
          }
        };
    return classes.transformClass(model, methods);
  }

  private static Component component(RecordComponentInfo info) {
    return new Component(info.name().stringValue(), info.descriptorSymbol());
  }

  private static boolean isGenerated(MethodModel method) {
    return (method.methodName().equalsString(EQUALS) || method.methodName().equalsString(HASH_CODE))
        && method.code().stream()
            .flatMap(code -> code.elementStream())
            .anyMatch(PlainRecords::isBootstrap);
  }

  private static boolean isBootstrap(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS);
  }

  /** References by Objects.equals, floating point by its class's compare, the rest by value. */
  private static void equals(CodeBuilder code, ClassDesc owner, List<Component> components) {
    Label different = code.newLabel();
    code.aload(1).instanceOf(owner).ifeq(different);
    for (Component component : components) {
      code.aload(0).getfield(owner, component.name(), component.type());
      code.aload(1).checkcast(owner).getfield(owner, component.name(), component.type());
      switch (TypeKind.from(component.type())) {
        case REFERENCE -> {
          MethodTypeDesc type =
              MethodTypeDesc.of(
                  ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
          code.invokestatic(OBJECTS, EQUALS, type).ifeq(different);
        }
        case LONG -> code.lcmp().ifne(different);
        case FLOAT, DOUBLE -> {
          MethodTypeDesc type =
              MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type());
          code.invokestatic(box(component.type()), "compare", type).ifne(different);
        }
        default -> code.if_icmpne(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  /** 31 times what the components before have, plus the component's, from 0 on. */
  private static void hashCode(CodeBuilder code, ClassDesc owner, List<Component> components) {
    code.iconst_0();
    for (Component component : components) {
      code.loadConstant(FACTOR).imul();
      code.aload(0).getfield(owner, component.name(), component.type());
      boolean reference = !component.type().isPrimitive();
      ClassDesc argument = reference ? ConstantDescs.CD_Object : component.type();
      code.invokestatic(
          reference ? OBJECTS : box(component.type()),
          HASH_CODE,
          MethodTypeDesc.of(ConstantDescs.CD_int, argument));
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
