package org.memslot.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** AML in and out: a DSDT of 200 KB, and the SSDT of 255 memory slots. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AmlBenchmark {
  private static final TableHeader SSDT =
      new TableHeader("SSDT", 2, "MEMSLT", "SLOTS", 1, "MSLT", 1);

  private final AmlTable tree = LargeDsdt.table();
  private final byte[] dsdt = tree.encode();
  private final List<MemoryDevice> slots =
      IntStream.range(0, 255)
          .mapToObj(
              slot ->
                  new MemoryDevice(
                      slot, 0x1_0000_0000L + slot * 0x4000_0000L, 0x4000_0000L, slot % 8))
          .toList();
  private final byte[] ssdt = ssdt();

  private byte[] ssdt() {
    return MemslotAml.ssdt(SSDT, slots, slot -> slot % 2 == 0).encode();
  }

  /** Decodes the DSDT and encodes it again: to be compared with one {@code iasl -d} of it. */
  @Benchmark
  public byte[] decodeAndEncodeDsdt() {
    return AmlDecoder.decode(dsdt).table().encode();
  }

  /** Decodes the DSDT. */
  @Benchmark
  public AmlTable decodeDsdt() {
    return AmlDecoder.decode(dsdt).table();
  }

  /** Encodes the DSDT. */
  @Benchmark
  public byte[] encodeDsdt() {
    return tree.encode();
  }

  /** Checks the DSDT. */
  @Benchmark
  public List<AmlProblem> checkDsdt() {
    return tree.check();
  }

  /** Prints the DSDT as ASL. */
  @Benchmark
  public String printDsdt() {
    return AslPrinter.print(tree);
  }

  /** Builds and encodes the SSDT: to be compared with {@link #copySsdtFourTimes}. */
  @Benchmark
  public byte[] buildAndEncodeSsdt() {
    return ssdt();
  }

  /** Copies the SSDT's bytes four times. */
  @Benchmark
  public void copySsdtFourTimes(Blackhole hole) {
    for (int i = 0; i < 4; i++) {
      hole.consume(ssdt.clone());
    }
  }
}
