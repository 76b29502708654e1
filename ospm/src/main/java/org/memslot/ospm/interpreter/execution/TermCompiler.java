package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.NullName;
import org.memslot.aml.Statement;
import org.memslot.aml.SuperName;
import org.memslot.aml.Target;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;
import org.memslot.ospm.interpreter.execution.ControlNodes.Block;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.IntegerWidth;

/** Turns the terms of a table or of a method's body into nodes, and measures how deep they nest. */
final class TermCompiler {
  /**
   * The revision of this interpreter that the Revision operator gives (ACPI 6.5, 19.6.119): a date
   * in hexadecimal digits, as firmware that looks at it expects.
   */
  private static final int INTERPRETER_REVISION = 0x2026_1130;

  /** No firmware nests deeper; the walk over the tree is recursive. */
  private static final int MAX_DEPTH = 300;

  private static final TargetNode NOWHERE = new TargetNode.Nowhere();

  private final IntegerWidth width;
  private final @Nullable TableText text;
  private final ExpressionCompiler expressions;
  private final StatementCompiler statements;
  private final DeclarationCompiler declarations;
  private int depth;
  private int deepest;

  /** Whether the value of a statement may be what the method returns. */
  private boolean keepsResults;

  private TermCompiler(IntegerWidth width) {
    this(width, null);
  }

  /**
   * Creates a compiler.
   *
   * @param text the table whose terms are compiled; null for those of a method
   */
  TermCompiler(IntegerWidth width, @Nullable TableText text) {
    this.width = width;
    this.text = text;
    this.expressions = new ExpressionCompiler(this);
    this.statements = new StatementCompiler(this);
    this.declarations = new DeclarationCompiler(this);
  }

  @Nullable TableText text() {
    return text;
  }

  IntegerWidth width() {
    return width;
  }

  /** Compiles a method's body. */
  static MethodCode.Body method(List<Term> terms, IntegerWidth width, AmlSettings settings) {
    TermCompiler compiler = new TermCompiler(width);
    compiler.keepsResults =
        settings.has(AmlBehaviour.IMPLICIT_RETURN)
            && !(!terms.isEmpty() && terms.getLast() instanceof Statement.Return);
    Block block = compiler.block(terms);
    return new ControlNodes.MethodBody(block, compiler.keepsResults, compiler.deepest + 1);
  }

  /** Compiles a statement, or a predicate, whose value a method may return implicitly. */
  Node result(TermArg term) {
    Node node = operand(term);
    return keepsResults ? new ResultNode(node) : node;
  }

  Block block(List<Term> terms) {
    List<Node> nodes = new ArrayList<>(terms.size());
    enter();
    for (Term term : terms) {
      nodes.add(term(term));
    }
    depth--;
    return new Block(nodes);
  }

  private void enter() {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new AmlException(
          AmlStatus.AE_STACK_OVERFLOW, "terms nested more than " + MAX_DEPTH + " deep");
    }
    deepest = Math.max(deepest, depth);
  }

  private Node term(Term term) {
    return switch (term) {
      case TermArg argument -> result(argument);
      case Statement statement -> statements.compile(statement);
      case NamedObject object -> declarations.compile(object);
      case NamespaceModifier modifier -> declarations.compile(modifier);
      case Undecoded undecoded ->
          new ControlNodes.FailingNode(AmlStatus.AE_AML_BAD_OPCODE, undecoded.toString());
    };
  }

  /** Compiles an operand. */
  Node operand(TermArg term) {
    enter();
    Node node =
        switch (term) {
          case SuperName name -> value(name);
          case DataObject data -> data(data);
          case Expression expression -> expressions.compile(expression);
        };
    depth--;
    return node;
  }

  List<Node> operands(List<? extends TermArg> terms) {
    List<Node> nodes = new ArrayList<>(terms.size());
    for (TermArg term : terms) {
      nodes.add(operand(term));
    }
    return nodes;
  }

  /** Compiles a name that is read: a method's name calls it. */
  private Node value(SuperName name) {
    if (name instanceof Expression.MethodInvocation call && !call.arguments().isEmpty()) {
      return new ReferenceNodes.CallNode(call.method(), operands(call.arguments()));
    }
    return place(name);
  }

  /** Compiles a name that is referred to: a method's name alone does not call it. */
  Place place(SuperName name) {
    enter();
    Place place =
        switch (name) {
          case LocalObj(int index) -> new VariableNode(Frame.FIRST_LOCAL + index);
          case ArgObj(int index) -> new VariableNode(index);
          case NameString string -> new NameNode(string);
          case DebugObj debug -> new ReferenceNodes.DebugNode();
          case Expression.RefOf(SuperName object) -> new ReferenceNodes.RefOfNode(place(object));
          case Expression.DerefOf(TermArg reference) ->
              new ReferenceNodes.DerefOfNode(operand(reference));
          case Expression.Index(TermArg source, TermArg index, Target target) ->
              new ReferenceNodes.IndexNode(operand(source), operand(index), target(target));
          case Expression.MethodInvocation(NameString method, List<TermArg> arguments) ->
              arguments.isEmpty()
                  ? new NameNode(method)
                  : new ReferenceNodes.CallNode(method, operands(arguments));
        };
    depth--;
    return place;
  }

  TargetNode target(Target target) {
    return switch (target) {
      case NullName none -> NOWHERE;
      case NameString name when name.isNull() -> NOWHERE;
      case SuperName name -> new TargetNode.Somewhere(place(name));
    };
  }

  Node data(DataObject data) {
    return switch (data) {
      case DataObject.IntegerConst constant ->
          new ConstantNodes.IntegerNode(constant.value() & width.mask());
      case DataObject.StringConst(String value) ->
          new ConstantNodes.StringNode(AmlString.of(value));
      case DataObject.Revision revision -> new ConstantNodes.IntegerNode(INTERPRETER_REVISION);
      case DataObject.Buffer buffer ->
          new ConstantNodes.BufferNode(operand(buffer.size()), buffer.initializer().toArray());
      case DataObject.PackageObj list ->
          new ConstantNodes.PackageNode(
              new ConstantNodes.IntegerNode(list.count()), declarations.elements(list.elements()));
      case DataObject.VarPackage list ->
          new ConstantNodes.PackageNode(
              operand(list.count()), declarations.elements(list.elements()));
    };
  }
}
