package org.memslot.hotplug;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memslot.bios.Bytes;

/**
 * Writes a state file so that at every moment there is the old file or the new one: into a file
 * beside it, forced to disk, then renamed over it. The old one is not written to: memory may be
 * made of it.
 */
final class StateFileWriter {
  private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[StateFormat.PAGE]);

  private final FileChannel channel;
  private final List<PageRun> runs = new ArrayList<>();
  private final ByteBuffer pages = ByteBuffer.allocateDirect(StateFormat.MAX_RUN);
  private long sections;

  private StateFileWriter(FileChannel channel) {
    this.channel = channel;
  }

  /** Memory to write, by slot number. */
  static void write(Path file, SavedState state, Map<Integer, MemorySegment> memory)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      new StateFileWriter(channel).writeAll(state, memory);
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(partial);
      throw e;
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    forceDirectory(target);
  }

  private static void forceDirectory(Path file) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void writeAll(SavedState state, Map<Integer, MemorySegment> memory) throws IOException {
    channel.position(StateFormat.PAGE);
    for (Map.Entry<Integer, MemorySegment> slot : memory.entrySet()) {
      pages(slot.getKey(), slot.getValue());
    }
    long sectionsAt = channel.position();
    section(StateFormat.SLOTS, StateEncoding.encode(state.slots()));
    section(StateFormat.REGISTERS, ByteBuffer.wrap(state.registers().toArray()));
    section(
        StateFormat.GPE,
        StateFormat.buffer(16).putLong(state.gpeStatus()).putLong(state.gpeEnable()).flip());
    for (Map.Entry<String, Bytes> extra : state.extras().entrySet()) {
      byte[] name = extra.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] content = extra.getValue().toArray();
      ByteBuffer payload = StateFormat.buffer(2 + name.length + content.length);
      section(
          StateFormat.EXTRA, payload.putShort((short) name.length).put(name).put(content).flip());
    }
    runs();
    section(StateFormat.END, StateFormat.buffer(8).putLong(sections).flip());
    header(sectionsAt);
  }

  private void header(long sectionsAt) throws IOException {
    ByteBuffer header = StateFormat.buffer(StateFormat.PAGE);
    header.put(StateFormat.MAGIC).putInt(StateFormat.VERSION).putInt(0);
    header.putLong(channel.position()).putLong(sectionsAt);
    int checked = StateFormat.PAGE - StateFormat.CHECKSUM;
    header.putInt(checked, StateFormat.checksum(header.slice(0, checked)));
    channel.position(0);
    writeFully(header.clear());
  }

  private void runs() throws IOException {
    for (int from = 0; from < runs.size(); from += StateFormat.MAX_RUNS) {
      List<PageRun> part = runs.subList(from, Math.min(runs.size(), from + StateFormat.MAX_RUNS));
      ByteBuffer payload = StateFormat.buffer(part.size() * StateFormat.RUN);
      for (PageRun run : part) {
        payload.putInt(run.slot()).putInt(run.length()).putLong(run.offset());
        payload.putInt(run.checksum()).putInt(0);
      }
      section(StateFormat.RUNS, payload.flip());
    }
  }

  /** Runs of pages that are not zero. */
  private void pages(int slot, MemorySegment memory) throws IOException {
    long offset = 0;
    while (offset < memory.byteSize()) {
      if (isZero(memory, offset)) {
        offset += StateFormat.PAGE;
        continue;
      }
      long end = offset + StateFormat.PAGE;
      while (end < memory.byteSize()
          && end - offset < StateFormat.MAX_RUN
          && !isZero(memory, end)) {
        end += StateFormat.PAGE;
      }
      run(slot, offset, memory.asSlice(offset, end - offset));
      offset = end;
    }
  }

  /** From a copy, so that the checksum is that of what is written even while the guest writes. */
  private void run(int slot, long offset, MemorySegment memory) throws IOException {
    pages.clear().put(memory.asByteBuffer()).flip();
    int length = pages.remaining();
    int checksum = StateFormat.checksum(pages);
    runs.add(new PageRun(slot, offset, length, checksum, channel.position()));
    writeFully(pages);
  }

  private static boolean isZero(MemorySegment memory, long offset) {
    return MemorySegment.mismatch(
            memory, offset, offset + StateFormat.PAGE, ZEROS, 0, StateFormat.PAGE)
        < 0;
  }

  private void section(int type, ByteBuffer payload) throws IOException {
    ByteBuffer header = StateFormat.buffer(StateFormat.SECTION_HEADER);
    header.putInt(type).putInt(payload.remaining()).flip();
    ByteBuffer trailer = StateFormat.buffer(StateFormat.CHECKSUM);
    trailer.putInt(StateFormat.checksum(header, payload)).flip();
    writeFully(header);
    writeFully(payload);
    writeFully(trailer);
    sections++;
  }

  private void writeFully(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
