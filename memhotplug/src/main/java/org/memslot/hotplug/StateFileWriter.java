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
import java.util.Map;
import org.memslot.bios.Bytes;

/**
 * Writes a state file so that at every moment there is the old file or the new one: into a file
 * beside it, forced to disk, then renamed over it.
 */
final class StateFileWriter {
  private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[StateFormat.PAGE]);

  private final FileChannel channel;
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
    ByteBuffer header = StateFormat.buffer(StateFormat.FILE_HEADER);
    writeFully(header.put(StateFormat.MAGIC).putInt(StateFormat.VERSION).putInt(0).flip());
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
    for (Map.Entry<Integer, MemorySegment> slot : memory.entrySet()) {
      pages(slot.getKey(), slot.getValue());
    }
    section(StateFormat.END, StateFormat.buffer(8).putLong(sections).flip());
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
          && end - offset < StateFormat.MAX_PAGES
          && !isZero(memory, end)) {
        end += StateFormat.PAGE;
      }
      ByteBuffer header = StateFormat.buffer(StateFormat.PAGES_HEADER);
      header.putInt(slot).putInt(0).putLong(offset).flip();
      section(StateFormat.PAGES, header, memory.asSlice(offset, end - offset).asByteBuffer());
      offset = end;
    }
  }

  private static boolean isZero(MemorySegment memory, long offset) {
    return MemorySegment.mismatch(
            memory, offset, offset + StateFormat.PAGE, ZEROS, 0, StateFormat.PAGE)
        < 0;
  }

  private void section(int type, ByteBuffer... payload) throws IOException {
    int length = 0;
    for (ByteBuffer part : payload) {
      length += part.remaining();
    }
    ByteBuffer header = StateFormat.buffer(StateFormat.SECTION_HEADER);
    header.putInt(type).putInt(length).flip();
    ByteBuffer[] checked = new ByteBuffer[payload.length + 1];
    checked[0] = header;
    System.arraycopy(payload, 0, checked, 1, payload.length);
    ByteBuffer trailer = StateFormat.buffer(StateFormat.CHECKSUM);
    trailer.putInt(StateFormat.checksum(checked)).flip();
    writeFully(header);
    for (ByteBuffer part : payload) {
      writeFully(part);
    }
    writeFully(trailer);
    sections++;
  }

  private void writeFully(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
