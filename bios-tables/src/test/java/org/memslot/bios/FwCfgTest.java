package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

class FwCfgTest {
  private static final int RAM = 0x10000;
  private static final int ERROR = 1;
  private static final int READ = 2;
  private static final int SKIP = 4;
  private static final int SELECT = 8;
  private static final int WRITE = 0x10;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final FwCfg fwCfg = new FwCfg(memory);
  private final FwCfgClient client = new FwCfgClient(ports);

  @BeforeEach
  void connect() {
    memory.change(edit -> edit.add(0, RamRegion.create("ram", RAM)));
    ports.change(fwCfg::attach);
  }

  @Test
  void theSignatureAndTheFeaturesAreThere() {
    assertThat(client.isPresent()).isTrue();
    assertThat(client.readU32(FwCfgKey.ID)).isEqualTo(3);
    assertThat(new FwCfgClient(AddressSpace.ports("empty")).isPresent()).isFalse();
  }

  @Test
  void filesAreSortedByNameWhateverTheOrderTheyCameIn() {
    fwCfg.addFile("etc/table-loader", ByteList.ascii("script"));
    fwCfg.addFile("etc/acpi/tables", ByteList.ascii("tables"));
    fwCfg.addFile("bootorder", ByteList.EMPTY);
    assertThat(client.directory())
        .containsExactly(
            new FwCfgFile("bootorder", 0x20, 0),
            new FwCfgFile("etc/acpi/tables", 0x21, 6),
            new FwCfgFile("etc/table-loader", 0x22, 6))
        .isEqualTo(fwCfg.directory());
    assertThat(client.readFile("etc/acpi/tables")).contains(ByteList.ascii("tables"));
    assertThat(client.readFile("etc/nothing")).isEmpty();
  }

  @Test
  void theDirectoryIsBigEndianWithEntriesOf64Bytes() {
    fwCfg.addFile("etc/e820", ByteList.of(new byte[20]));
    byte[] directory = client.read(0x19, 68).toArray();
    ByteBuffer in = ByteBuffer.wrap(directory);
    assertThat(in.getInt()).isEqualTo(1);
    assertThat(in.getInt()).isEqualTo(20);
    assertThat(in.getShort()).isEqualTo((short) 0x20);
    assertThat(in.getShort()).isZero();
    assertThat(new String(directory, 12, 56, StandardCharsets.US_ASCII))
        .isEqualTo("etc/e820" + "\0".repeat(48));
  }

  @Test
  void aFileMayBeReplacedAndTakenAway() {
    fwCfg.addFile("etc/e820", ByteList.ascii("one"));
    fwCfg.addFile("etc/e820", ByteList.ascii("another"));
    assertThat(client.readFile("etc/e820")).contains(ByteList.ascii("another"));
    fwCfg.removeFile("etc/e820");
    assertThat(client.directory()).isEmpty();
  }

  @Test
  void whatIsPastTheEndAndWhatHasNoItemReadsAsZero() {
    fwCfg.addU16(FwCfgKey.NB_CPUS, 0x1234);
    assertThat(client.read(FwCfgKey.NB_CPUS.key(), 4).toString()).isEqualTo("[34 12 00 00]");
    assertThat(client.read(0x3f0, 4)).isEqualTo(ByteList.of(new byte[4]));
    assertThat(fwCfg.counters().bytesPastEnd()).isEqualTo(6);
    assertThat(fwCfg.counters().unknownKeys()).isEqualTo(1);
  }

  @Test
  void theWriteChannelSelectsTheSameItemAndDataCannotBeWritten() {
    fwCfg.addU16(FwCfgKey.NB_CPUS, 7);
    ports.write16(FwCfg.SELECTOR_PORT, 0x4000 | FwCfgKey.NB_CPUS.key());
    ports.write8(FwCfg.DATA_PORT, 9);
    assertThat(ports.read8(FwCfg.DATA_PORT)).isEqualTo(7);
    assertThat(fwCfg.counters().refusedWrites()).isEqualTo(1);
  }

  @Test
  void resetSelectsTheSignature() {
    ports.write16(FwCfg.SELECTOR_PORT, FwCfgKey.ID.key());
    ports.write32(FwCfg.DMA_PORT, 0x77);
    fwCfg.reset();
    assertThat((char) ports.read8(FwCfg.DATA_PORT)).isEqualTo('Q');
    fwCfg.addFile("f", ByteList.ascii("content"));
    assertThat(dma(SELECT | READ | 0x20 << 16, 7, 0x2000)).isZero();
    assertThat(ram(0x2000, 7)).isEqualTo(ByteList.ascii("content"));
  }

  @Test
  void tooManyFilesAndImpossibleNamesAreRefused() {
    for (int i = 0; i < FwCfg.FILE_SLOTS; i++) {
      fwCfg.addFile("file" + i, ByteList.EMPTY);
    }
    assertThatThrownBy(() -> fwCfg.addFile("one-more", ByteList.EMPTY))
        .isInstanceOf(FirmwareLimitException.class)
        .hasMessageContaining("33 asked for, at most 32 possible");
    fwCfg.addFile("file7", ByteList.ascii("replaced"));
    assertThatThrownBy(() -> fwCfg.addFile("n".repeat(56), ByteList.EMPTY))
        .isInstanceOf(FirmwareLimitException.class)
        .hasMessageContaining("at most 55");
    assertThatThrownBy(() -> fwCfg.addFile("", ByteList.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fwCfg.addFile("é", ByteList.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fwCfg.add(FwCfgKey.FILE_DIR, ByteList.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0x19");
  }

  @Test
  void theDmaPortReadsAsItsSignature() {
    assertThat(ports.read32(FwCfg.DMA_PORT)).isEqualTo(0x554d4551);
    assertThat(ports.read32(FwCfg.DMA_PORT + 4)).isEqualTo(0x47464320);
    assertThat(ports.read8(FwCfg.DMA_PORT + 5)).isEqualTo('C');
    assertThat(ports.read8(FwCfg.DMA_PORT + 4)).isEqualTo(' ');
  }

  @Test
  void dmaReadsSkipsAndZeroFills() {
    fwCfg.addFile("f", ByteList.ascii("0123456789"));
    memory.fill(0x2000, 16, (byte) 0xee);
    assertThat(dma(SELECT | SKIP | 0x20 << 16, 7, 0)).isZero();
    assertThat(dma(READ, 5, 0x2000)).isZero();
    assertThat(ram(0x2000, 6))
        .isEqualTo(ByteList.of(new byte[] {'7', '8', '9', 0, 0, (byte) 0xee}));
    assertThat(dma(0, 5, 0x2000)).isZero();
  }

  @Test
  void dmaWritesOnlyWritableFilesAndOnlyWhatFits() {
    AtomicReference<ByteList> written = new AtomicReference<>(ByteList.EMPTY);
    fwCfg.addWritableFile("a", ByteList.ascii("------"), written::set);
    fwCfg.addFile("b", ByteList.ascii("------"));
    memory.write(0x2000, "wxyz".getBytes(StandardCharsets.US_ASCII), 0, 4);
    assertThat(dma(SELECT | SKIP | 0x20 << 16, 1, 0)).isZero();
    assertThat(dma(WRITE, 4, 0x2000)).isZero();
    assertThat(written.get()).isEqualTo(ByteList.ascii("-wxyz-"));
    assertThat(fwCfg.file("a")).contains(ByteList.ascii("-wxyz-"));
    assertThat(dma(WRITE, 4, 0x2000)).isEqualTo(ERROR);
    assertThat(dma(SELECT | WRITE | 0x21 << 16, 4, 0x2000)).isEqualTo(ERROR);
    assertThat(dma(SELECT | WRITE | 0x3f << 16, 4, 0x2000)).isEqualTo(ERROR);
    assertThat(fwCfg.file("b")).contains(ByteList.ascii("------"));
    assertThat(fwCfg.counters().dmaErrors()).isEqualTo(3);
  }

  @Test
  void dmaToWhereThereIsNoRamIsAnErrorAndReachesNothingElse() {
    fwCfg.addFile("f", ByteList.ascii("0123456789"));
    assertThat(dma(SELECT | READ | 0x20 << 16, 10, RAM)).isEqualTo(ERROR);
    assertThat(dma(SELECT | READ | 0x20 << 16, 10, RAM - 4)).isEqualTo(ERROR);
    assertThat(ram(RAM - 4, 4)).isEqualTo(ByteList.ascii("0123"));
    assertThat(dma(SELECT | READ | 0x20 << 16, 10, -5)).isEqualTo(ERROR);
    assertThat(dma(SELECT | READ | 0x20 << 16, 10, Long.MIN_VALUE)).isEqualTo(ERROR);
    long errors = fwCfg.counters().dmaErrors();
    start(RAM - 8);
    start(-8);
    assertThat(fwCfg.counters().dmaErrors()).isEqualTo(errors + 2);
  }

  @Test
  void lengthsNearTwoToThe32StayInRam() {
    fwCfg.addFile("f", ByteList.ascii("0123456789"));
    memory.fill(0x3000, 0x1000, (byte) 0xee);
    assertThat(dma(SELECT | READ | 0x20 << 16, 0xffff_ffff, 0x4000)).isEqualTo(ERROR);
    assertThat(ram(0x4000, 12).toString()).isEqualTo("[30 31 32 33 34 35 36 37 38 39 00 00]");
    assertThat(ram(0x3fff, 1).get(0)).isEqualTo(0xee);
    assertThat(dma(SELECT | SKIP | 0x20 << 16, 0xffff_fff0, 0)).isZero();
    assertThat(dma(READ, 1, 0x2000)).isZero();
    assertThat(ram(0x2000, 1).get(0)).isZero();
  }

  @Test
  void aDescriptorThatNamesItselfGetsItsOutcomeOverTheData() {
    fwCfg.addFile("f", ByteList.ascii("0123456789abcdef"));
    assertThat(dma(SELECT | READ | 0x20 << 16, 16, 0x1000)).isZero();
    assertThat(ram(0x1004, 12)).isEqualTo(ByteList.ascii("456789abcdef"));
  }

  @Test
  void aClientReadsAndWritesByDmaThroughItsOwnBuffer() {
    byte[] content = new byte[1000];
    new Random(1).nextBytes(content);
    fwCfg.addFile("f", ByteList.of(content));
    fwCfg.addWritableFile("w", ByteList.of(new byte[100]), bytes -> {});
    FwCfgClient byDma = FwCfgClient.withDma(ports, memory, AddressRange.of(0x8000, 16 + 64));
    assertThat(byDma.readFile("f")).contains(ByteList.of(content));
    assertThat(byDma.directory()).isEqualTo(client.directory());
    assertThat(byDma.writeFile("w", 10, ByteList.of(content).slice(0, 90))).isTrue();
    assertThat(fwCfg.file("w").orElseThrow().slice(10, 90))
        .isEqualTo(ByteList.of(content).slice(0, 90));
    assertThat(byDma.writeFile("w", 99, ByteList.of(content).slice(0, 2))).isFalse();
    assertThat(byDma.writeFile("f", 0, ByteList.ascii("x"))).isFalse();
    assertThat(byDma.writeFile("absent", 0, ByteList.ascii("x"))).isFalse();
    assertThat(client.writeFile("w", 0, ByteList.ascii("x"))).isFalse();
    assertThat(ram(0x7ff0, 16)).isEqualTo(ByteList.of(new byte[16]));
    assertThat(ram(0x8050, 16)).isEqualTo(ByteList.of(new byte[16]));
    FwCfgClient nowhere = FwCfgClient.withDma(ports, memory, AddressRange.of(RAM, 64));
    assertThatThrownBy(() -> nowhere.readFile("f")).isInstanceOf(FirmwareDataException.class);
    assertThatThrownBy(() -> FwCfgClient.withDma(ports, memory, AddressRange.of(0, 16)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyWholeHalvesOfTheDmaAddressAreTaken() {
    fwCfg.addFile("f", ByteList.ascii("content"));
    ByteBuffer descriptor = ByteBuffer.allocate(16);
    descriptor.putInt(SELECT | READ | 0x20 << 16).putInt(7).putLong(0x2000);
    memory.write(0x1000, descriptor.array(), 0, 16);
    int address = Integer.reverseBytes(0x1000);
    ports.write16(FwCfg.DMA_PORT + 4, address);
    ports.write16(FwCfg.DMA_PORT + 6, address >>> 16);
    ports.write32(FwCfg.DMA_PORT + 2, address);
    assertThat(ram(0x2000, 7)).isEqualTo(ByteList.of(new byte[7]));
    ports.write32(FwCfg.DMA_PORT + 4, address);
    assertThat(ram(0x2000, 7)).isEqualTo(ByteList.ascii("content"));
  }

  private int dma(int control, int length, long address) {
    ByteBuffer descriptor = ByteBuffer.allocate(16);
    descriptor.putInt(control).putInt(length).putLong(address);
    memory.write(0x1000, descriptor.array(), 0, 16);
    start(0x1000);
    return Integer.reverseBytes(memory.read32(0x1000));
  }

  private void start(long descriptor) {
    ports.write32(FwCfg.DMA_PORT, Integer.reverseBytes((int) (descriptor >>> 32)));
    ports.write32(FwCfg.DMA_PORT + 4, Integer.reverseBytes((int) descriptor));
  }

  private ByteList ram(long address, int length) {
    byte[] content = new byte[length];
    memory.read(address, content, 0, length);
    return ByteList.of(content);
  }
}
