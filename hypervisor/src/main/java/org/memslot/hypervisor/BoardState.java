package org.memslot.hypervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.device.Devices;
import org.memslot.bios.device.MissingStateException;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.StateFileException;

/** What of a board is kept in a state file, and comes back from it: its slots and its devices. */
final class BoardState {
  private final MemoryHotplugController slots;
  private final Devices devices;

  BoardState(MemoryHotplugController slots, Devices devices) {
    this.slots = slots;
    this.devices = devices;
  }

  void save(Path file) throws IOException {
    slots.save(file, devices.save());
  }

  /**
   * All as saved, and then as a reset leaves it.
   *
   * @throws BoardException when the file cannot be used
   */
  void restore(Path file) {
    try {
      devices.restore(slots.restore(file, ContentLoading.LAZY));
    } catch (IOException e) {
      throw new BoardException("%s: cannot be read: %s".formatted(file, reason(e)), e);
    } catch (StateFileException e) {
      throw BoardException.because("", e);
    } catch (MissingStateException e) {
      throw new BoardException(
          "%s: it has no state of %s: no memslot run has saved it".formatted(file, e.device()), e);
    } catch (FirmwareDataException e) {
      throw new BoardException("%s: %s".formatted(file, reason(e)), e);
    }
    slots.reset(ResetMode.KEEP);
  }

  private static String reason(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }
}
