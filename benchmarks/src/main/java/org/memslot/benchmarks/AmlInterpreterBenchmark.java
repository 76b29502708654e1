package org.memslot.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Increment;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.FieldElement.NamedField;
import org.memslot.aml.FieldFlags;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Field;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamedObject.OperationRegion;
import org.memslot.aml.NullName;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.Statement.Return;
import org.memslot.aml.Statement.While;
import org.memslot.aml.TableHeader;
import org.memslot.aml.TermArg;
import org.memslot.aml.UpdateRule;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million turns of {@code While (Local0 < Arg0) { Local1 += X Local0++ }}, X being a local, an
 * 8-bit SystemMemory field, or the call of a method that returns its argument.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AmlInterpreterBenchmark {
  private static final AmlInteger TURNS = AmlInteger.of(1_000_000);
  private static final LocalObj COUNTER = new LocalObj(0);
  private static final LocalObj SUM = new LocalObj(1);

  private AmlInterpreter interpreter =
      new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);

  /** Loads the three methods. */
  @Setup
  public void load() {
    AddressSpace memory = AddressSpace.memory("memory");
    memory.change(change -> change.add(0, RamRegion.create("ram", 1 << 20)));
    interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    FieldFlags bytes = new FieldFlags(AccessType.BYTE_ACC, false, UpdateRule.PRESERVE);
    AmlTable table =
        new AmlTable(
            new TableHeader("DSDT", 2, "MEMSLT", "BENCH", 1, "TEST", 1),
            List.of(
                new OperationRegion(
                    NameString.of("REG0"),
                    RegionSpace.SYSTEM_MEMORY,
                    IntegerConst.of(0x1000),
                    IntegerConst.of(16)),
                new Field(
                    NameString.of("REG0"), bytes, List.of(new NamedField(NameSeg.of("FLD0"), 8))),
                new Method(NameString.of("SAME"), 1, List.of(new Return(new ArgObj(0)))),
                loop("LOCL", COUNTER),
                loop("FILD", NameString.of("FLD0")),
                loop("CALL", new MethodInvocation(NameString.of("SAME"), COUNTER))));
    if (!interpreter.load(table.encode()).problems().isEmpty()) {
      throw new IllegalStateException("the table does not load");
    }
  }

  private static Method loop(String name, TermArg added) {
    return new Method(
        NameString.of(name),
        1,
        List.of(
            new org.memslot.aml.Expression.Store(IntegerConst.ZERO, COUNTER),
            new org.memslot.aml.Expression.Store(IntegerConst.ZERO, SUM),
            new While(
                new Logical(Logical.Operator.LLESS, COUNTER, new ArgObj(0)),
                List.of(new Binary(Binary.Operator.ADD, SUM, added, SUM), new Increment(COUNTER))),
            new Return(new Binary(Binary.Operator.ADD, SUM, COUNTER, NullName.NULL_NAME))));
  }

  /** Adds a local. */
  @Benchmark
  public Optional<AmlObject> locals() {
    return interpreter.evaluate("\\LOCL", TURNS);
  }

  /** Adds an 8-bit field of memory. */
  @Benchmark
  public Optional<AmlObject> memoryField() {
    return interpreter.evaluate("\\FILD", TURNS);
  }

  /** Adds what a method returns. */
  @Benchmark
  public Optional<AmlObject> methodCall() {
    return interpreter.evaluate("\\CALL", TURNS);
  }
}
