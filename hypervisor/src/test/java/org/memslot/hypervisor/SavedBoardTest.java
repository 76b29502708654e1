package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.ByteList;
import org.memslot.bios.FwCfg;
import org.memslot.bios.FwCfgKey;
import org.memslot.bios.FwCfgState;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;

/** A machine whose slots are kept in a file beyond it. */
class SavedBoardTest {
  private static final MachineConfig CONFIG =
      MachineConfig.of(ByteSize.parse("64M"), SlotOptions.parse("id=hot1,size=128M"));

  /** Where slots begin. */
  private static final long SLOT = 0x1_0000_0000L;

  private static final int FILLED = 1 << 20;

  @TempDir Path directory;
  private Path file = Path.of("");
  private final List<PcBoard> boards = new ArrayList<>();

  @BeforeEach
  void name() {
    file = directory.resolve("state");
  }

  @AfterEach
  void close() {
    boards.forEach(PcBoard::close);
  }

  private PcBoard kept(PcBoard board) {
    boards.add(board);
    return board;
  }

  private PcBoard saved() throws Exception {
    PcBoard board = kept(new PcBoard(CONFIG, Host.system()));
    board.powerOn();
    board.slots().add("hot1");
    for (long at = 0; at < FILLED; at += 8) {
      board.memory().write64(SLOT + at, ~at);
    }
    board.ports().write16(FwCfg.SELECTOR_PORT, FwCfgKey.FILE_DIR.key());
    board.ports().read32(FwCfg.DATA_PORT);
    board.ports().write32(FwCfg.DMA_PORT, 0x01000000);
    board.save(file);
    return board;
  }

  private static MemoryHotplugController controller() {
    return MemoryHotplugController.builder(
            AddressSpace.memory("memory"),
            CONFIG.hotplug(),
            new GpeBlock(new LevelInterruptLine("SCI")))
        .slots(CONFIG.slotPlans())
        .build();
  }

  @Test
  void contentsAreThereThroughResetsAndAFileOfTheSameName() throws Exception {
    saved();
    PcBoard board = kept(PcBoard.restore(CONFIG, Host.system(), file));
    board.powerOn();
    assertThat(board.slots().slot("hot1").orElseThrow().state()).isEqualTo(SlotState.POPULATED);
    board.memory().write64(SLOT + 0x1000, 1);
    board.save(file);
    for (long at = 0; at < FILLED; at += 8) {
      assertThat(board.memory().read64(SLOT + at)).isEqualTo(at == 0x1000 ? 1 : ~at);
    }
    PcBoard next = kept(PcBoard.restore(CONFIG, Host.system(), file));
    assertThat(next.memory().read64(SLOT + 0x1000)).isEqualTo(1);
    assertThat(next.memory().read64(SLOT + 0x1008)).isEqualTo(~0x1008L);
  }

  @Test
  void theFileHasTheStateOfFwCfg() throws Exception {
    PcBoard board = saved();
    Map<String, ByteList> extras = controller().restore(file, ContentLoading.EAGER);
    assertThat(extras).containsOnlyKeys("fw_cfg");
    FwCfgState state = FwCfgState.decode(extras.getOrDefault("fw_cfg", ByteList.EMPTY));
    assertThat(state).isEqualTo(board.fwCfg().state());
    assertThat(state.selector()).isEqualTo(FwCfgKey.FILE_DIR.key());
    assertThat(state.dmaAddress()).isEqualTo(1L << 32);
  }

  /** A guest that boots finds fw_cfg as after a reset. */
  @Test
  void aMachineThatStartsFromAFileHasFwCfgReset() throws Exception {
    saved();
    PcBoard board = kept(PcBoard.restore(CONFIG, Host.system(), file));
    assertThat((char) board.ports().read8(FwCfg.DATA_PORT)).isEqualTo('Q');
    assertThat(board.fwCfg().state().dmaAddress()).isZero();
  }

  @Test
  void aFileWithoutAStateOfFwCfgOrWithAnotherIsRefused() throws Exception {
    controller().save(file, Map.of());
    assertThatThrownBy(() -> PcBoard.restore(CONFIG, Host.system(), file))
        .isInstanceOf(BoardException.class)
        .hasMessage(file + ": it has no state of fw_cfg: no memslot run has saved it");
    controller().save(file, Map.of("fw_cfg", ByteList.ascii("fw_cfg")));
    assertThatThrownBy(() -> PcBoard.restore(CONFIG, Host.system(), file))
        .isInstanceOf(BoardException.class)
        .hasMessage(file + ": fw_cfg state: at offset 0x0: form 26231; known is 1");
    FwCfgState other = new FwCfgState(0, 0, 0, Map.of("etc/vmgenid", ByteList.ascii("12345678")));
    controller().save(file, Map.of("fw_cfg", other.encode()));
    assertThatThrownBy(() -> PcBoard.restore(CONFIG, Host.system(), file))
        .isInstanceOf(BoardException.class)
        .hasMessageStartingWith(file + ": fw_cfg state")
        .hasMessageEndingWith(
            "file etc/vmgenid of 8 bytes was written, and here is none of that name");
  }

  /** As quit does it while a client saves. */
  @Test
  @Timeout(120)
  void aBoardThatIsClosedDuringASaveLeavesTheOldFileOrTheNewOne() throws Exception {
    PcBoard board = saved();
    for (long at = 0; at < 128 * ByteSize.MIB; at += 4096) {
      board.memory().write64(SLOT + at, ~at);
    }
    Path folder = Files.createDirectory(directory.resolve("other"));
    Path other = folder.resolve("state");
    AtomicReference<Throwable> unexpected = new AtomicReference<>();
    Thread save =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    board.save(other);
                  } catch (IOException e) {
                    assertThat(other).doesNotExist();
                  } catch (RuntimeException | Error e) {
                    unexpected.set(e);
                  }
                });
    while (save.isAlive() && files(folder).isEmpty()) {
      Thread.onSpinWait();
    }
    board.close();
    save.join();
    assertThat(unexpected.get()).isNull();
    assertThat(files(folder)).allSatisfy(left -> assertThat(left).isEqualTo(other.toString()));
    assertThatThrownBy(() -> board.save(other)).isInstanceOf(IOException.class);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::toString).toList();
    }
  }

  @Test
  @Timeout(60)
  void aFifoIsRefusedAndNotWaitedFor() throws Exception {
    Path fifo = directory.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> PcBoard.restore(CONFIG, Host.system(), fifo))
        .isInstanceOf(BoardException.class)
        .hasMessageContaining("it is not a regular file");
  }
}
