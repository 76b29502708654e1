package org.memslot.hypervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FwCfg;
import org.memslot.bios.FwCfgState;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.StateFileException;

/** What of a board is kept in a state file, and comes back from it: its slots and fw_cfg. */
final class BoardState {
  /** What a state file calls the state of fw_cfg. */
  private static final String FW_CFG = "fw_cfg";

  private final MemoryHotplugController slots;
  private final FwCfg fwCfg;

  BoardState(MemoryHotplugController slots, FwCfg fwCfg) {
    this.slots = slots;
    this.fwCfg = fwCfg;
  }

  void save(Path file) throws IOException {
    slots.save(file, Map.of(FW_CFG, fwCfg.state().encode()));
  }

  /**
   * All as saved, and then as a reset leaves it.
   *
   * @throws BoardException when the file cannot be used
   */
  void restore(Path file) {
    try {
      Map<String, ByteList> extras = slots.restore(file, ContentLoading.LAZY);
      Optional<ByteList> state = Optional.ofNullable(extras.get(FW_CFG));
      fwCfg.restore(FwCfgState.decode(state.orElseThrow(() -> lacksFwCfg(file))));
    } catch (IOException e) {
      throw new BoardException("%s: cannot be read: %s".formatted(file, reason(e)), e);
    } catch (StateFileException e) {
      throw new BoardException(reason(e), e);
    } catch (FirmwareDataException e) {
      throw new BoardException("%s: %s".formatted(file, reason(e)), e);
    }
    fwCfg.reset();
    slots.reset(ResetMode.KEEP);
  }

  private static BoardException lacksFwCfg(Path file) {
    return new BoardException(file + ": it has no state of fw_cfg: no memslot run has saved it");
  }

  private static String reason(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }
}
