package org.memslot.hotplug.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.machine.HostFile;

/**
 * Reads a state file but for the contents of memory, which {@link #contents} are. Takes any bytes;
 * memory is bounded by {@link StateFormat#MAX_PAYLOAD} for each section.
 */
public final class StateFileReader implements AutoCloseable {
  private final Path file;
  private final HostFile content;
  private final long size;
  private final List<PageRun> runs = new ArrayList<>();
  private final Map<String, ByteList> extras = new HashMap<>();
  private Optional<List<SavedSlot>> slots = Optional.empty();
  private Optional<ByteList> registers = Optional.empty();
  private Optional<long[]> gpe = Optional.empty();
  private long position;
  private long nextPage = StateFormat.PAGE;
  private long sections;
  private boolean ended;

  private StateFileReader(Path file, HostFile content) throws IOException {
    this.file = file;
    this.content = content;
    this.size = content.size();
  }

  /**
   * Opens a state file.
   *
   * @throws IOException when it cannot be opened
   */
  public static StateFileReader open(Path file) throws IOException {
    HostFile content = HostFile.open(file);
    try {
      return new StateFileReader(file, content);
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  /**
   * Reads and checks everything but the pages.
   *
   * @throws IOException when the file cannot be read
   * @throws StateFileException when it is no state file that this version reads, or damaged
   */
  public SavedState readState() throws IOException, StateFileException {
    position = header();
    long contentsEnd = position;
    while (!ended) {
      section();
    }
    if (position != size) {
      throw malformed(position, (size - position) + " bytes follow the end");
    }
    if (slots.isEmpty() || registers.isEmpty() || gpe.isEmpty()) {
      throw malformed(position, "slots, registers or events are missing");
    }
    if (nextPage != contentsEnd) {
      throw malformed(
          position, "pages to 0x%x, the sections begin at 0x%x".formatted(nextPage, contentsEnd));
    }
    checkRuns(slots.get());
    return new SavedState(slots.get(), registers.get(), gpe.get()[0], gpe.get()[1], extras);
  }

  /** The pages of the state that was read. */
  public SavedContents contents() {
    return new SavedContents(file, content, runs);
  }

  /** Where the sections begin. */
  private long header() throws IOException, StateFileException {
    ByteBuffer header = read(0, (int) Math.min(size, StateFormat.PAGE));
    byte[] magic = new byte[Math.min(header.remaining(), StateFormat.MAGIC.length)];
    header.get(magic);
    if (!Arrays.equals(magic, StateFormat.MAGIC)) {
      throw problem(new StateFileProblem.NotAStateFile());
    }
    require(0, StateFormat.PREAMBLE);
    int version = header.getInt();
    if (version != StateFormat.VERSION) {
      throw problem(new StateFileProblem.OtherVersion(version, StateFormat.VERSION));
    }
    require(0, StateFormat.PAGE);
    int checked = StateFormat.PAGE - StateFormat.CHECKSUM;
    if (header.getInt(checked) != StateFormat.checksum(header.slice(0, checked))) {
      throw problem(new StateFileProblem.Altered(0));
    }
    header.getInt();
    long length = header.getLong();
    long sectionsAt = header.getLong();
    require(0, length);
    if (length != size) {
      throw malformed(length, (size - length) + " bytes follow the end");
    }
    expect(
        0,
        sectionsAt >= StateFormat.PAGE && sectionsAt <= size && sectionsAt % StateFormat.PAGE == 0,
        "sections at 0x%x".formatted(sectionsAt));
    return sectionsAt;
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
      case StateFormat.SLOTS -> {
        expect(start, slots.isEmpty(), "slots for the second time");
        slots = Optional.of(slots(start, payload));
      }
      case StateFormat.REGISTERS -> {
        expect(start, registers.isEmpty(), "registers for the second time");
        registers = Optional.of(rest(payload));
      }
      case StateFormat.GPE -> {
        expect(start, gpe.isEmpty(), "events for the second time");
        expect(start, payload.remaining() == 16, "events of " + payload.remaining() + " bytes");
        gpe = Optional.of(new long[] {payload.getLong(), payload.getLong()});
      }
      case StateFormat.EXTRA -> extra(start, payload);
      case StateFormat.RUNS -> runs(start, payload);
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
    String key = new String(name, StandardCharsets.UTF_8);
    expect(start, !extras.containsKey(key), "\"%s\" for the second time".formatted(key));
    extras.put(key, rest(payload));
  }

  private void runs(long start, ByteBuffer payload) throws StateFileException {
    expect(
        start,
        payload.remaining() % StateFormat.RUN == 0,
        "page runs of " + payload.remaining() + " bytes");
    while (payload.hasRemaining()) {
      int slot = payload.getInt();
      int length = payload.getInt();
      long offset = payload.getLong();
      int checksum = payload.getInt();
      int zero = payload.getInt();
      boolean whole = length > 0 && length <= StateFormat.MAX_RUN && length % StateFormat.PAGE == 0;
      expect(start, whole && zero == 0, "pages of " + length + " bytes");
      expect(
          start,
          offset % StateFormat.PAGE == 0 && length <= size - nextPage,
          "pages from 0x%x at 0x%x, and the file has 0x%x bytes".formatted(offset, nextPage, size));
      runs.add(new PageRun(slot, offset, length, checksum, nextPage));
      nextPage += length;
    }
  }

  /** Every page is memory of a slot, and of one run only. */
  private void checkRuns(List<SavedSlot> saved) throws StateFileException {
    int slot = 0;
    long free = 0;
    for (PageRun run : runs) {
      boolean known = run.slot() >= slot && run.slot() < saved.size();
      long limit =
          known && saved.get(run.slot()).state().hasMemory()
              ? saved.get(run.slot()).range().orElseThrow().length()
              : 0;
      free = run.slot() == slot ? free : 0;
      boolean inside = run.offset() >= free && run.offset() <= limit - run.length();
      expect(run.position(), inside, "pages outside the memory of slot " + run.slot());
      slot = run.slot();
      free = run.end();
    }
  }

  private static ByteList rest(ByteBuffer payload) {
    byte[] content = new byte[payload.remaining()];
    payload.get(content);
    return ByteList.of(content);
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

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = StateFormat.buffer(length);
    content.read(buffer, at);
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
    content.close();
  }
}
