package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of the opcode table have the operands of the records. */
class OpcodeTest {
  @Test
  void aRowHasTheOperandsThatAVisitorOfTheRecordSees() {
    Kinds kinds = new Kinds();
    for (Productions.Production production : Productions.all()) {
      visit(production.term(), kinds);
    }
  }

  private static void visit(Term term, Kinds kinds) {
    switch (term) {
      case Expression.MethodInvocation _ -> {}
      case Statement.Return value -> {
        kinds.visit(value);
        kinds.check();
        if (value.value() instanceof Expression expression) {
          visit(expression, kinds);
        }
      }
      case Statement statement -> {
        kinds.visit(statement);
        kinds.check();
      }
      case Expression expression -> {
        kinds.visit(expression);
        kinds.check();
      }
      default -> {}
    }
  }

  private static final class Kinds extends OperandVisitor {
    private final List<Operand> seen = new ArrayList<>();
    private Opcode opcode = Opcode.NOOP_OP;

    void check() {
      List<Operand> row = new ArrayList<>(opcode.operands());
      row.removeIf(kind -> kind == Operand.PKG_LENGTH || kind == Operand.LIST);
      row.replaceAll(kind -> kind == Operand.SUPER_NAME ? Operand.TERM_ARG : kind);
      assertThat(seen).as(opcode.toString()).isEqualTo(row);
      seen.clear();
    }

    @Override
    public void operator(String name) {
      opcode =
          Arrays.stream(Opcode.values())
              .filter(each -> each.operatorName().equals(name))
              .findFirst()
              .orElseThrow();
    }

    @Override
    public void value(TermArg value) {
      seen.add(Operand.TERM_ARG);
    }

    @Override
    public void target(Target target) {
      seen.add(Operand.TARGET);
    }

    @Override
    public void reference(SuperName object) {
      seen.add(Operand.OBJECT_NAME);
    }

    @Override
    public void replaced(SimpleName target) {
      seen.add(Operand.SIMPLE_NAME);
    }

    @Override
    public void name(NameString name) {
      seen.add(Operand.NAME);
    }

    @Override
    public void number(int value, int digits) {
      seen.add(digits == 2 ? Operand.BYTE : digits == 4 ? Operand.WORD : Operand.DWORD);
    }

    @Override
    public void comparison(Expression.Match.Operator operator) {
      seen.add(Operand.MATCH_OPERATOR);
    }
  }
}
