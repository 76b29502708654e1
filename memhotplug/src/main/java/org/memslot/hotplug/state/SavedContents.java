package org.memslot.hotplug.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.memslot.machine.HostFile;
import org.memslot.machine.HostMemoryException;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a state file, on their way into memory. */
public final class SavedContents {
  private static final Logger LOG = LoggerFactory.getLogger(SavedContents.class);

  /** What is shorter is read: to map it costs more than to copy it. */
  private static final int WORTH_MAPPING = 64 << 10;

  /** Each part that is mapped makes up to two mappings more; Linux gives a process 65,530. */
  private static final int MAX_MAPPED = 8192;

  private final Path path;
  private final HostFile file;
  private final List<PageRun> runs;

  SavedContents(Path path, HostFile file, List<PageRun> runs) {
    this.path = path;
    this.file = file;
    this.runs = List.copyOf(runs);
  }

  /** Pages that lie side by side in memory and in the file. */
  private record Extent(int slot, long offset, long position, long length) {
    boolean continues(PageRun next) {
      return slot == next.slot() && offset + length == next.offset();
    }

    Extent with(PageRun next) {
      return new Extent(slot, offset, position, length + next.length());
    }
  }

  /**
   * Reads all pages once and compares their checksums; nothing is kept of them.
   *
   * @throws IOException when the file cannot be read
   * @throws StateFileException when a page differs from its checksum
   */
  public void verify() throws IOException, StateFileException {
    int longest = runs.stream().mapToInt(PageRun::length).max().orElse(0);
    ByteBuffer buffer = ByteBuffer.allocateDirect(longest);
    for (PageRun run : runs) {
      file.read(buffer.clear().limit(run.length()), run.position());
      if (StateFormat.checksum(buffer.flip()) != run.checksum()) {
        throw new StateFileException(path, new StateFileProblem.Altered(run.position()));
      }
    }
  }

  /**
   * Puts the pages into memory that is all zeros.
   *
   * @param memory by slot number; pages of other slots are left out
   * @param loading whether pages are read now or when they are touched
   * @throws IOException when the file cannot be read
   */
  public void load(Map<Integer, RamRegion> memory, ContentLoading loading) throws IOException {
    List<Extent> extents = extents(memory.keySet());
    Set<Extent> mapped =
        switch (loading) {
          case LAZY -> worthMapping(extents);
          case EAGER -> Set.of();
        };
    for (Extent extent : extents) {
      RamRegion ram = Objects.requireNonNull(memory.get(extent.slot()));
      if (!mapped.contains(extent) || !mapOver(extent, ram)) {
        read(extent, ram);
      }
    }
  }

  /** Maps an extent, if memory, file and host can do that; the memory is zero if not. */
  private boolean mapOver(Extent extent, RamRegion ram) {
    try {
      return ram.overlay(extent.offset(), file, extent.position(), extent.length());
    } catch (HostMemoryException e) {
      LOG.debug("{}: cannot be mapped, is read", path, e);
      return false;
    }
  }

  private List<Extent> extents(Set<Integer> slots) {
    List<Extent> extents = new ArrayList<>();
    for (PageRun run : runs) {
      if (!slots.contains(run.slot())) {
        continue;
      }
      if (!extents.isEmpty() && extents.getLast().continues(run)) {
        extents.add(extents.removeLast().with(run));
      } else {
        extents.add(new Extent(run.slot(), run.offset(), run.position(), run.length()));
      }
    }
    return extents;
  }

  /** The longest, where there are too many. */
  private static Set<Extent> worthMapping(List<Extent> extents) {
    return extents.stream()
        .filter(extent -> extent.length() >= WORTH_MAPPING)
        .sorted(Comparator.comparingLong(Extent::length).reversed())
        .limit(MAX_MAPPED)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void read(Extent extent, RamRegion ram) throws IOException {
    try (Pin pin = ram.pin("state file")) {
      for (long done = 0; done < extent.length(); done += StateFormat.MAX_RUN) {
        long length = Math.min(StateFormat.MAX_RUN, extent.length() - done);
        file.read(
            pin.memory().asSlice(extent.offset() + done, length).asByteBuffer(),
            extent.position() + done);
      }
    }
  }
}
