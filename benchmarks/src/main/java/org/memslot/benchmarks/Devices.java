package org.memslot.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One read of a device register at random, of four kinds of device: through the memory bus, through
 * the port bus, and as a bare call of the handler. {@code bareUnpredictable} is that call with the
 * kind changing at random for any number of devices: what a device access costs at least when the
 * processor cannot guess where it goes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Devices {
  private static final int COUNT = 4096;
  private static final long BASE = 0xc000_0000L;

  /** Devices on the bus. */
  @Param({"1", "8", "32", "128", "1024"})
  public int devices;

  private AddressSpace memory;
  private AddressSpace ports;
  private final IoHandler[] targets = new IoHandler[COUNT];
  private final IoHandler[] mixed = new IoHandler[COUNT];
  private final long[] addresses = new long[COUNT];
  private final long[] numbers = new long[COUNT];
  private int next;

  private abstract static class Register implements IoHandler {
    final long value;

    Register(long value) {
      this.value = value;
    }

    @Override
    public void write(long offset, int width, long written) {}
  }

  private static final class Constant extends Register {
    Constant(long value) {
      super(value);
    }

    @Override
    public long read(long offset, int width) {
      return value;
    }
  }

  private static final class Sum extends Register {
    Sum(long value) {
      super(value);
    }

    @Override
    public long read(long offset, int width) {
      return value + offset;
    }
  }

  private static final class Difference extends Register {
    Difference(long value) {
      super(value);
    }

    @Override
    public long read(long offset, int width) {
      return value - offset;
    }
  }

  private static final class Mask extends Register {
    Mask(long value) {
      super(value);
    }

    @Override
    public long read(long offset, int width) {
      return value ^ offset;
    }
  }

  private static IoHandler handler(int number) {
    return switch (number % 4) {
      case 0 -> new Constant(number);
      case 1 -> new Sum(number);
      case 2 -> new Difference(number);
      default -> new Mask(number);
    };
  }

  /** Places the devices, a page apart in memory and 32 ports apart. */
  @Setup(Level.Trial)
  public void prepare() {
    memory = AddressSpace.memory("memory");
    ports = AddressSpace.ports("ports");
    IoHandler[] all = new IoHandler[devices];
    for (int i = 0; i < devices; i++) {
      IoHandler handler = handler(i);
      all[i] = handler;
      long number = i;
      memory.change(c -> c.add(BASE + number * 0x1000, new DeviceRegion("m", 0x1000, handler)));
      ports.change(c -> c.add(number * 32, new DeviceRegion("p", 32, handler)));
    }
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      int device = random.nextInt(devices);
      targets[i] = all[device];
      mixed[i] = handler(random.nextInt(4));
      addresses[i] = BASE + device * 0x1000L + random.nextInt(0x400) * 4L;
      numbers[i] = device * 32L + random.nextInt(8) * 4L;
    }
    for (IoHandler handler : new IoHandler[] {handler(0), handler(1), handler(2), handler(3)}) {
      for (int i = 0; i < 20_000; i++) {
        next +=
            (int)
                handler.read(i, 4); // the call site has seen every kind, for any number of devices
      }
    }
    next = 0;
  }

  private int turn() {
    int now = next;
    next = now + 1;
    return now & (COUNT - 1);
  }

  @Benchmark
  public long bareUnpredictable() {
    int turn = turn();
    return mixed[turn].read(addresses[turn] & 0xfff, 4);
  }

  @Benchmark
  public long bareSameDevices() {
    int turn = turn();
    return targets[turn].read(addresses[turn] & 0xfff, 4);
  }

  @Benchmark
  public int memoryBus() {
    return memory.read32(addresses[turn()]);
  }

  @Benchmark
  public int portBus() {
    return ports.read32(numbers[turn()]);
  }
}
