package org.memslot.ospm.interpreter.execution;

import java.util.List;
import org.memslot.aml.Statement;
import org.memslot.aml.SuperName;
import org.memslot.aml.TermArg;
import org.memslot.ospm.interpreter.execution.ControlNodes.Block;
import org.memslot.ospm.interpreter.execution.ControlNodes.JumpNode;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Turns statements into nodes. */
final class StatementCompiler {
  private final TermCompiler terms;

  StatementCompiler(TermCompiler terms) {
    this.terms = terms;
  }

  Node compile(Statement statement) {
    return switch (statement) {
      case Statement.Break jump -> new JumpNode(Completion.BREAK);
      case Statement.Continue jump -> new JumpNode(Completion.CONTINUE);
      case Statement.Noop nothing -> new JumpNode(Completion.NORMAL);
      case Statement.BreakPoint nothing -> new JumpNode(Completion.NORMAL);
      case Statement.If branch ->
          new ControlNodes.IfNode(
              terms.result(branch.predicate()),
              terms.block(branch.terms()),
              branch
                  .otherwise()
                  .map(otherwise -> terms.block(otherwise.terms()))
                  .orElseGet(() -> new Block(List.of())));
      case Statement.While loop ->
          new ControlNodes.WhileNode(terms.result(loop.predicate()), terms.block(loop.terms()));
      case Statement.Return(TermArg value) -> new ControlNodes.ReturnNode(terms.operand(value));
      case Statement.Fatal(int type, int code, TermArg argument) ->
          new SystemNodes.FatalNode(type, code, terms.operand(argument));
      case Statement.Notify(SuperName object, TermArg value) ->
          new SystemNodes.NotifyNode(terms.place(object), terms.operand(value));
      case Statement.Release(SuperName mutex) ->
          new SystemNodes.ActionNode<>(
              terms.place(mutex),
              AmlNamed.Mutex.class,
              (object, frame) -> AmlMutex.of(object).release(frame.evaluation));
      case Statement.Signal(SuperName event) ->
          new SystemNodes.ActionNode<>(
              terms.place(event),
              AmlNamed.Event.class,
              (object, frame) -> AmlEvent.of(object).signal());
      case Statement.Reset(SuperName event) ->
          new SystemNodes.ActionNode<>(
              terms.place(event),
              AmlNamed.Event.class,
              (object, frame) -> AmlEvent.of(object).reset());
      case Statement.Sleep(TermArg milliseconds) ->
          new SystemNodes.SleepNode(terms.operand(milliseconds));
      case Statement.Stall(TermArg microseconds) ->
          new SystemNodes.StallNode(terms.operand(microseconds));
      case Statement.Unload unload ->
          new ControlNodes.FailingNode(
              AmlStatus.AE_SUPPORT, "ACPI 6.4 removed Unload; a table stays loaded");
    };
  }
}
