package org.memslot.machine.example;

import java.util.function.IntConsumer;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RomRegion;

// snippet
/**
 * The instructions of an Intel 8080 that a small program needs, with ROM and RAM on one bus and a
 * terminal on the other.
 */
public final class Emulator8080 {
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private int pc;
  private int a;
  private int hl;
  private boolean zero;

  /** A computer with a program at 0, 4 KiB of RAM at 0x8000 and a terminal at port 1. */
  public Emulator8080(byte[] program, IntConsumer screen) {
    memory.change(
        c -> {
          c.add(0x0000, RomRegion.of("program", program));
          c.add(0x8000, RamRegion.create("ram", 0x1000));
        });
    ports.change(c -> c.add(1, new DeviceRegion("terminal", 1, new Terminal(screen))));
  }

  private record Terminal(IntConsumer screen) implements IoHandler {
    @Override
    public long read(long offset, int width) {
      return 0; // no key pressed
    }

    @Override
    public void write(long offset, int width, long value) {
      screen.accept((int) value);
    }
  }

  /** Runs until HLT or the end of the program: unmapped memory reads as 0xff, which is RST 7. */
  public void run() {
    while (true) {
      switch (memory.read8(pc++)) {
        case 0x21 -> hl = word(); // LXI H
        case 0x7e -> a = memory.read8(hl); // MOV A,M
        case 0x77 -> memory.write8(hl, a); // MOV M,A
        case 0x23 -> hl = (hl + 1) & 0xffff; // INX H
        case 0xb7 -> zero = a == 0; // ORA A
        case 0xd3 -> ports.write8(memory.read8(pc++), a); // OUT
        case 0xc3 -> pc = word(); // JMP
        case 0xca -> pc = zero ? memory.read16(pc) : pc + 2; // JZ
        case 0x76, 0xff -> { // HLT, RST 7
          return;
        }
        default ->
            throw new IllegalStateException("unsupported opcode at 0x%04x".formatted(pc - 1));
      }
    }
  }

  private int word() {
    pc += 2;
    return memory.read16(pc - 2);
  }
}
// end snippet
