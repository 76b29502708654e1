package org.memslot.hotplug;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.bios.Bytes;

/**
 * Reads a state file: first all of it, with every checksum, then the pages that are wanted. Takes
 * any bytes; memory is bounded by {@link StateFormat#MAX_PAYLOAD} for each section.
 */
final class StateFileReader implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final List<Pages> pages = new ArrayList<>();
  private final Map<String, Bytes> extras = new HashMap<>();
  private Optional<List<SavedSlot>> slots = Optional.empty();
  private Optional<Bytes> registers = Optional.empty();
  private Optional<long[]> gpe = Optional.empty();
  private long position = StateFormat.FILE_HEADER;
  private long sections;
  private boolean ended;

  /** Where a run of pages is: in a slot's memory and in the file. */
  private record Pages(int slot, long offset, long filePosition, int length) {}

  private StateFileReader(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
  }

  static StateFileReader open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new StateFileReader(file, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Reads and checks everything but leaves the pages where they are. */
  SavedState readState() throws IOException, StateFileException {
    header();
    while (!ended) {
      section();
    }
    if (position != size) {
      throw malformed(position, (size - position) + " bytes follow the end");
    }
    if (slots.isEmpty() || registers.isEmpty() || gpe.isEmpty()) {
      throw malformed(position, "slots, registers or events are missing");
    }
    checkPages(slots.get());
    return new SavedState(slots.get(), registers.get(), gpe.get()[0], gpe.get()[1], extras);
  }

  /** Puts a slot's pages into its memory, which is zero and of the right size. */
  void load(int slot, MemorySegment memory) throws IOException {
    for (Pages run : pages) {
      if (run.slot() == slot) {
        ByteBuffer target = memory.asSlice(run.offset(), run.length()).asByteBuffer();
        long at = run.filePosition();
        while (target.hasRemaining()) {
          int read = channel.read(target, at);
          if (read < 0) {
            throw new IOException(file + " became shorter while it was read");
          }
          at += read;
        }
      }
    }
  }

  private void header() throws IOException, StateFileException {
    ByteBuffer header = read(0, (int) Math.min(size, StateFormat.FILE_HEADER));
    byte[] magic = new byte[Math.min(header.remaining(), StateFormat.MAGIC.length)];
    header.get(magic);
    if (!Arrays.equals(magic, StateFormat.MAGIC)) {
      throw problem(new StateFileProblem.NotAStateFile());
    }
    if (size < StateFormat.FILE_HEADER) {
      throw problem(new StateFileProblem.Truncated(size));
    }
    int version = header.getInt();
    if (version != StateFormat.VERSION) {
      throw problem(new StateFileProblem.OtherVersion(version, StateFormat.VERSION));
    }
    if (header.getInt() != 0) {
      throw malformed(0, "reserved bytes of the header are not zero");
    }
  }

  private void section() throws IOException, StateFileException {
    long start = position;
    require(start, StateFormat.SECTION_HEADER);
    ByteBuffer header = read(start, StateFormat.SECTION_HEADER);
    int type = header.getInt(0);
    long length = Integer.toUnsignedLong(header.getInt(4));
    if (length > StateFormat.MAX_PAYLOAD) {
      throw new StateFileException(file, new StateFileProblem.Altered(start));
    }
    long payloadAt = start + StateFormat.SECTION_HEADER;
    require(payloadAt, length + StateFormat.CHECKSUM);
    ByteBuffer payload = read(payloadAt, (int) length);
    int checksum = read(payloadAt + length, StateFormat.CHECKSUM).getInt();
    if (checksum != StateFormat.checksum(header, payload)) {
      throw problem(new StateFileProblem.Altered(start));
    }
    position = payloadAt + length + StateFormat.CHECKSUM;
    take(start, type, payload);
    sections++;
  }

  private void take(long start, int type, ByteBuffer payload) throws StateFileException {
    switch (type) {
      case StateFormat.SLOTS -> slots = Optional.of(slots(start, payload));
      case StateFormat.REGISTERS -> registers = Optional.of(rest(payload));
      case StateFormat.GPE -> {
        expect(start, payload.remaining() == 16, "events of " + payload.remaining() + " bytes");
        gpe = Optional.of(new long[] {payload.getLong(), payload.getLong()});
      }
      case StateFormat.EXTRA -> extra(start, payload);
      case StateFormat.PAGES -> pages(start, payload);
      case StateFormat.END -> {
        expect(start, payload.remaining() == 8, "an end of " + payload.remaining() + " bytes");
        long count = payload.getLong();
        expect(start, count == sections, count + " sections are said, " + sections + " are there");
        ended = true;
      }
      default -> throw malformed(start, "section type " + Integer.toUnsignedLong(type));
    }
  }

  private List<SavedSlot> slots(long start, ByteBuffer payload) throws StateFileException {
    try {
      return StateEncoding.decode(payload);
    } catch (StateEncoding.BadSlots e) {
      throw malformed(start, String.valueOf(e.getMessage()));
    }
  }

  private void extra(long start, ByteBuffer payload) throws StateFileException {
    expect(start, payload.remaining() >= 2, "an extra without a name");
    byte[] name = new byte[payload.getShort() & 0xffff];
    expect(start, payload.remaining() >= name.length, "a name longer than its section");
    payload.get(name);
    extras.put(new String(name, StandardCharsets.UTF_8), rest(payload));
  }

  private void pages(long start, ByteBuffer payload) throws StateFileException {
    int length = payload.remaining() - StateFormat.PAGES_HEADER;
    boolean whole = length > 0 && length <= StateFormat.MAX_PAGES && length % StateFormat.PAGE == 0;
    expect(start, whole, "pages of " + length + " bytes");
    int slot = payload.getInt();
    payload.getInt();
    long offset = payload.getLong();
    long at = start + StateFormat.SECTION_HEADER + StateFormat.PAGES_HEADER;
    pages.add(new Pages(slot, offset, at, length));
  }

  private void checkPages(List<SavedSlot> saved) throws StateFileException {
    for (Pages run : pages) {
      boolean known = run.slot() >= 0 && run.slot() < saved.size();
      long limit =
          known && saved.get(run.slot()).state().hasMemory()
              ? saved.get(run.slot()).range().orElseThrow().length()
              : 0;
      boolean inside = run.offset() >= 0 && run.offset() <= limit - run.length();
      expect(run.filePosition(), inside, "pages outside the memory of slot " + run.slot());
    }
  }

  private static Bytes rest(ByteBuffer payload) {
    byte[] content = new byte[payload.remaining()];
    payload.get(content);
    return Bytes.of(content);
  }

  private void require(long at, long length) throws StateFileException {
    if (at + length > size) {
      throw problem(new StateFileProblem.Truncated(size));
    }
  }

  private void expect(long start, boolean condition, String otherwise) throws StateFileException {
    if (!condition) {
      throw malformed(start, otherwise);
    }
  }

  private ByteBuffer read(long at, int length) throws IOException, StateFileException {
    ByteBuffer buffer = StateFormat.buffer(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw problem(new StateFileProblem.Truncated(at + buffer.position()));
      }
    }
    return buffer.flip();
  }

  private StateFileException malformed(long offset, String what) {
    return problem(new StateFileProblem.Malformed(offset, what));
  }

  private StateFileException problem(StateFileProblem problem) {
    return new StateFileException(file, problem);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
