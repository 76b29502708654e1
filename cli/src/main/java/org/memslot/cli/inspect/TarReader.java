package org.memslot.cli.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The regular files of a tar archive, one after the other: old tar, ustar, pax with its long paths
 * and sizes, GNU tar with its long names. Links, devices and folders are passed over.
 *
 * <p>Not a library's: of Apache Commons Compress the command would need this reader alone, and four
 * more modules would stand on its module path at each start.
 */
final class TarReader {
  /** The longest content of a member that only describes the next one. */
  private static final int LONGEST_DESCRIPTION = 1 << 20;

  private final InputStream in;

  /** How many bytes of the current member, with its padding, are yet to be read. */
  private long left;

  private long content;
  private long position;

  /** What describes the next member, when something did. */
  private Description described = Description.NONE;

  /** What a pax header or GNU's long name has of the next member. */
  private record Description(Optional<String> name, Optional<Long> size) {
    static final Description NONE = new Description(Optional.empty(), Optional.empty());
  }

  /**
   * @param in begins with the first block; is read as far as the archive goes
   */
  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * Goes on to the next regular file and returns its path.
   *
   * @throws IOException when the archive is broken or ends within a member
   */
  Optional<String> next() throws IOException {
    while (true) {
      skip(left);
      byte[] block = in.readNBytes(TarHeader.SIZE);
      if (block.length == 0 || (block.length == TarHeader.SIZE && isZero(block))) {
        return Optional.empty();
      }
      if (block.length < TarHeader.SIZE || !TarHeader.isHeader(block)) {
        throw new IOException("no tar header at offset " + position);
      }
      position += TarHeader.SIZE;
      Optional<String> member = member(TarHeader.of(block));
      if (member.isPresent()) {
        return member;
      }
    }
  }

  /**
   * The bytes of the current member, as many as the next call of {@link #next} has not skipped.
   * Closing it does nothing.
   */
  InputStream content() {
    return new Content();
  }

  private Optional<String> member(TarHeader header) throws IOException {
    Description about = described;
    long size = hasContent(header.type()) ? about.size().orElse(header.size()) : 0;
    if (size < 0 || size > Long.MAX_VALUE - 2 * TarHeader.SIZE - position) {
      throw new IOException("a size that is no number at offset " + (position - TarHeader.SIZE));
    }
    content = size;
    left = (size + TarHeader.SIZE - 1) / TarHeader.SIZE * TarHeader.SIZE;
    return switch (header.type()) {
      case 'x', 'X' -> {
        described = pax(description(), about);
        yield Optional.empty();
      }
      case 'L' -> {
        described = new Description(Optional.of(name(description())), about.size());
        yield Optional.empty();
      }
      case 'g', 'K' -> Optional.empty();
      default -> {
        described = Description.NONE;
        yield isFile(header.type())
            ? Optional.of(about.name().orElse(header.name()))
            : Optional.empty();
      }
    };
  }

  /** '7' is a file that is contiguous on its disk; a NUL is old tar's file. */
  private static boolean isFile(char type) {
    return type == '0' || type == 0 || type == '7';
  }

  /** Links, devices, folders and FIFOs have none, whatever their size field is used for. */
  private static boolean hasContent(char type) {
    return type < '1' || type > '6';
  }

  private byte[] description() throws IOException {
    if (content > LONGEST_DESCRIPTION) {
      throw new IOException("a header of " + content + " bytes at offset " + position);
    }
    byte[] bytes = content().readNBytes((int) content);
    if (bytes.length < content) {
      throw truncated();
    }
    return bytes;
  }

  private static String name(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** Reads records of the form {@code LENGTH KEY=VALUE\n}; length is of the whole record. */
  private Description pax(byte[] records, Description before) throws IOException {
    Description result = before;
    int start = 0;
    while (start < records.length && records[start] != 0) {
      int length = 0;
      int at = start;
      while (at < records.length && records[at] >= '0' && records[at] <= '9' && at - start < 7) {
        length = 10 * length + records[at++] - '0';
      }
      int end = start + length;
      if (at == start
          || at >= records.length
          || records[at] != ' '
          || end <= at
          || end > records.length) {
        throw new IOException("a pax header that cannot be read before offset " + position);
      }
      String record = new String(records, at + 1, end - at - 1, StandardCharsets.UTF_8).strip();
      if (record.startsWith("path=")) {
        result = new Description(Optional.of(record.substring(5)), result.size());
      } else if (record.startsWith("size=")) {
        result = new Description(result.name(), Optional.of(size(record.substring(5))));
      }
      start = end;
    }
    return result;
  }

  private static long size(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (java.io.EOFException _) {
      throw truncated();
    }
    position += bytes;
    left -= bytes;
  }

  private IOException truncated() {
    return new IOException("the tar archive ends within a member");
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** The content of the member that is current when it is read. */
  private final class Content extends InputStream {
    private long remaining = content;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (remaining == 0) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, remaining));
      if (count < 0) {
        throw truncated();
      }
      remaining -= count;
      left -= count;
      position += count;
      return count;
    }
  }
}
