package org.memslot.hotplug.state;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.memslot.aml.ByteList;
import org.memslot.machine.FileReplacement;

/**
 * Writes a state file as {@link FileReplacement} does. The old one is not written to: memory may be
 * made of it.
 */
public final class StateFileWriter {
  private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[StateFormat.PAGE]);

  private final FileChannel channel;
  private final List<PageRun> runs = new ArrayList<>();
  private final ByteBuffer pages = ByteBuffer.allocateDirect(StateFormat.MAX_RUN);
  private long sections;

  private final BooleanSupplier ended;

  private StateFileWriter(FileChannel channel, BooleanSupplier ended) {
    this.channel = channel;
    this.ended = ended;
  }

  /**
   * Writes the file.
   *
   * @param memory memory to write, by slot number
   * @param ended asked after each part: true gives the file up
   * @throws IOException when it cannot be written, holds what a reader would refuse, or was given
   *     up
   */
  public static void write(
      Path file, SavedState state, Map<Integer, MemorySegment> memory, BooleanSupplier ended)
      throws IOException {
    FileReplacement.write(
        file, channel -> new StateFileWriter(channel, ended).writeAll(state, memory));
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
    for (Map.Entry<String, ByteList> extra : state.extras().entrySet()) {
      extra(extra.getKey(), extra.getValue().toArray());
    }
    runs();
    section(StateFormat.END, StateFormat.buffer(8).putLong(sections).flip());
    header(sectionsAt);
  }

  private void extra(String name, byte[] content) throws IOException {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    long length = 2L + key.length + content.length;
    if (key.length > StateFormat.MAX_NAME || length > StateFormat.MAX_PAYLOAD) {
      throw new IOException(
          "the state of \"%s\" has %d bytes; a state file holds at most %d"
              .formatted(name, length, StateFormat.MAX_PAYLOAD));
    }
    ByteBuffer payload = StateFormat.buffer((int) length);
    section(StateFormat.EXTRA, payload.putShort((short) key.length).put(key).put(content).flip());
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
      if (ended.getAsBoolean()) {
        throw new IOException("the machine ends, the save was given up");
      }
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
