package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Increment;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.Expression.Store;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.Statement.Return;
import org.memslot.aml.Statement.While;
import org.memslot.aml.TableHeader;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;

/** A loop of calls fills no heap. */
class CallAllocationTest {
  private static final long TURNS = 100_000;
  private static final long BYTES_A_CALL = 32;

  @Test
  void callOfAMethodAllocatesNextToNothing() {
    AmlInterpreter interpreter =
        new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
    LocalObj counter = new LocalObj(0);
    LocalObj sum = new LocalObj(1);
    AmlTable table =
        new AmlTable(
            new TableHeader("DSDT", 2, "MEMSLT", "CALLS", 1, "TEST", 1),
            List.of(
                new Method(NameString.of("SAME"), 1, List.of(new Return(new ArgObj(0)))),
                new Method(
                    NameString.of("CALL"),
                    1,
                    List.of(
                        new Store(IntegerConst.ZERO, counter),
                        new Store(IntegerConst.ZERO, sum),
                        new While(
                            new Logical(Logical.Operator.LLESS, counter, new ArgObj(0)),
                            List.of(
                                new Binary(
                                    Binary.Operator.ADD,
                                    sum,
                                    new MethodInvocation(NameString.of("SAME"), counter),
                                    sum),
                                new Increment(counter))),
                        new Return(sum)))));
    assertThat(interpreter.load(table.encode()).problems()).isEmpty();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    interpreter.evaluate("\\CALL", AmlInteger.of(TURNS));

    long before = threads.getCurrentThreadAllocatedBytes();
    interpreter.evaluate("\\CALL", AmlInteger.of(TURNS));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).isLessThanOrEqualTo(TURNS * BYTES_A_CALL);
  }
}
