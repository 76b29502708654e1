package org.memslot.ospm.interpreter.execution;

import java.util.List;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Statements that steer the evaluation (ACPI 6.5, 20.2.5.3). */
final class ControlNodes {
  private ControlNodes() {}

  /** Terms one after the other. */
  static final class Block {
    private final Node[] statements;

    Block(List<Node> statements) {
      this.statements = statements.toArray(Node[]::new);
    }

    Completion run(Frame frame) {
      for (Node statement : statements) {
        Completion completion;
        try {
          completion = statement.run(frame);
        } catch (AmlException e) {
          frame.runtime.recovery().recover(e, frame);
          continue;
        }
        if (completion != Completion.NORMAL) {
          return completion;
        }
      }
      return Completion.NORMAL;
    }

    /** Runs terms of a table: one that fails does not keep the others from running. */
    Completion runEach(Frame frame, TableLoad table) {
      for (Node statement : statements) {
        try {
          Completion completion = statement.run(frame);
          if (completion != Completion.NORMAL) {
            return completion;
          }
        } catch (AmlException e) {
          recover(e, frame, table);
        }
      }
      return Completion.NORMAL;
    }

    private static void recover(AmlException failure, Frame frame, TableLoad table) {
      try {
        frame.runtime.recovery().recover(failure, frame);
      } catch (AmlException e) {
        table.problem(e.at(frame.scope.path()));
      }
    }
  }

  /** Evaluates the predicate of If or While. */
  private static boolean holds(Node predicate, Frame frame) {
    if (predicate.isNumber(frame)) {
      return predicate.executeLong(frame) != 0;
    }
    AmlObject value = predicate.executeValue(frame);
    if (value instanceof AmlData && !(value instanceof AmlPackage)) {
      return frame.runtime.conversions().toInteger(value) != 0;
    }
    throw new AmlException(AmlStatus.AE_TYPE, "Integer needed, found " + value.type());
  }

  /** If and Else. */
  static final class IfNode extends Node.Statement {
    private final Node predicate;
    private final Block then;
    private final Block otherwise;

    IfNode(Node predicate, Block then, Block otherwise) {
      this.predicate = predicate;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    Completion run(Frame frame) {
      return holds(predicate, frame) ? then.run(frame) : otherwise.run(frame);
    }
  }

  /** While. */
  static final class WhileNode extends Node.Statement {
    private final Node predicate;
    private final Block body;

    WhileNode(Node predicate, Block body) {
      this.predicate = predicate;
      this.body = body;
    }

    @Override
    Completion run(Frame frame) {
      while (holds(predicate, frame)) {
        frame.evaluation.turn();
        switch (body.run(frame)) {
          case NORMAL, CONTINUE -> {}
          case BREAK -> {
            return Completion.NORMAL;
          }
          case RETURN -> {
            return Completion.RETURN;
          }
        }
      }
      return Completion.NORMAL;
    }
  }

  /** Return. */
  static final class ReturnNode extends Node.Statement {
    private final Node value;

    ReturnNode(Node value) {
      this.value = value;
    }

    @Override
    Completion run(Frame frame) {
      if (value.isNumber(frame)) {
        frame.setNumber(Frame.RESULT, value.executeLong(frame));
        return Completion.RETURN;
      }
      AmlObject result = value.executeOrNull(frame);
      if (result == null) {
        returnNothing(frame);
      } else {
        frame.set(Frame.RESULT, result);
      }
      return Completion.RETURN;
    }
  }

  /** A method that returns nothing gives what one without Return gives. */
  private static void returnNothing(Frame frame) {
    if (!frame.runtime.settings().has(AmlBehaviour.IMPLICIT_RETURN)) {
      frame.clearResult();
    } else if (!frame.hasResult()) {
      frame.setNumber(Frame.RESULT, 0);
    }
  }

  /** Break, Continue and Noop. */
  static final class JumpNode extends Node.Statement {
    private final Completion completion;

    JumpNode(Completion completion) {
      this.completion = completion;
    }

    @Override
    Completion run(Frame frame) {
      return completion;
    }
  }

  /** A term that cannot be run: it fails when it is reached, not before. */
  static final class FailingNode extends Place {
    private final AmlStatus status;
    private final String detail;

    FailingNode(AmlStatus status, String detail) {
      this.status = status;
      this.detail = detail;
    }

    @Override
    AmlObject execute(Frame frame) {
      throw new AmlException(status, detail);
    }

    @Override
    AmlObject reference(Frame frame) {
      throw new AmlException(status, detail);
    }

    @Override
    AmlObject store(Frame frame, AmlObject value, Mode mode) {
      throw new AmlException(status, detail);
    }
  }

  /** A method's body. */
  static final class MethodBody implements MethodCode.Body {
    private final Block block;
    private final boolean returnsImplicitly;
    private final int nesting;

    MethodBody(Block block, boolean returnsImplicitly, int nesting) {
      this.block = block;
      this.returnsImplicitly = returnsImplicitly;
      this.nesting = nesting;
    }

    @Override
    public void run(Frame frame) {
      switch (block.run(frame)) {
        case NORMAL -> {
          if (returnsImplicitly && !frame.hasResult()) {
            frame.setNumber(Frame.RESULT, 0);
          }
        }
        case RETURN -> {}
        case BREAK, CONTINUE -> throw new AmlException(AmlStatus.AE_AML_NO_WHILE, "");
      }
    }

    @Override
    public int nesting() {
      return nesting;
    }
  }
}
