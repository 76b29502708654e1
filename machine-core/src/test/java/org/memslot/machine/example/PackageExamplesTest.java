package org.memslot.machine.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RomRegion;

/** The examples in the package documentation of this module. */
class PackageExamplesTest {
  private static final IoHandler ZEROS =
      new IoHandler() {
        @Override
        public long read(long offset, int width) {
          return 0;
        }

        @Override
        public void write(long offset, int width, long value) {}
      };

  @Test
  void placesRegionsAndRemovesOne() throws Exception {
    byte[] image = new byte[0x1_0000];
    IoHandler hpet = ZEROS;
    // snippet regions
    AddressSpace memory = AddressSpace.memory("memory");
    RamRegion ram = RamRegion.create("ram", 512L << 20);
    memory.change(
        c -> {
          c.add(0, ram);
          c.add(0xffff_0000L, RomRegion.of("firmware", image));
          c.add(0xfed0_0000L, new DeviceRegion("hpet", 0x400, hpet, AccessWidths.accepting(4, 8)));
        });
    memory.write32(0x1000, 42);
    // end snippet
    assertThat(memory.read32(0x1000)).isEqualTo(42);

    // snippet unplug
    Pin pin = ram.pin("disk"); // ram.pins() names its holders
    pin.close();

    ram.drain(Duration.ofSeconds(10)).get(); // fails with the holders' names when time is up
    memory.change(c -> c.remove(ram));
    ram.close();
    // end snippet
    assertThat(memory.read32(0x1000)).isEqualTo(-1);
  }
}
