package org.memslot.cli.inspect;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.memslot.cli.inspect.ContentReader.Origin;

/**
 * Reads archives from their first byte to their last, so that they may come from a pipe. Paths of
 * members only name them.
 */
final class ArchiveReader {
  /** Longer paths are no real ones; they would be shown with each finding. */
  private static final int LONGEST_PATH = 1024;

  private final InspectLimits limits;
  private final Found found;
  private final ContentReader contents;

  ArchiveReader(InspectLimits limits, Found found, ContentReader contents) {
    this.limits = limits;
    this.found = found;
    this.contents = contents;
  }

  /** Goes through the members of an archive. */
  private interface Members {
    /** The path of the next regular file. */
    Optional<String> next() throws IOException;

    /** Its content. */
    InputStream content();
  }

  /** The tables of a member. */
  private record Member(String path, List<FoundTable> tables) {}

  /**
   * Reads an archive or a compressed file.
   *
   * @throws IOException with a reason to show, where it is broken or more than it may be
   */
  void read(ContentKind kind, Origin origin, InputStream in) throws IOException {
    if (origin.depth() == limits.nesting()) {
      throw new LimitExceededException(
          "archives within archives, more than " + limits.nesting() + " deep");
    }
    try {
      switch (kind) {
        case GZIP -> {
          try (InputStream unpacked = new GZIPInputStream(open(in))) {
            contents.read(origin.unpacked(), origin.allowance().counted(unpacked));
          }
        }
        case ZIP -> {
          try (ZipInputStream zip = new ZipInputStream(open(in))) {
            members(origin, new ZipMembers(zip, origin.allowance()));
          }
        }
        case TAR -> members(origin, new TarMembers(new TarReader(in), origin.allowance()));
        case OTHER_COMPRESSION, PLAIN -> throw new IllegalArgumentException(kind.name());
      }
    } catch (EOFException _) {
      throw new IOException("broken archive: it ends too early");
    } catch (ZipException e) {
      throw new IOException("broken archive: " + e.getMessage());
    }
  }

  private void members(Origin origin, Members members) throws IOException {
    int first = found.tableCount();
    List<Member> read = new ArrayList<>();
    try {
      Optional<String> path = members.next();
      while (path.isPresent()) {
        Origin member = origin.member(shortened(path.get()));
        Optional<String> reason = member(member, members.content());
        List<FoundTable> tables = found.takeFrom(first);
        if (!tables.isEmpty()) {
          read.add(new Member(path.get(), tables));
        }
        // Where the archive itself is broken, this fails, and is the one thing to tell.
        path = members.next();
        reason.ifPresent(text -> found.note(member.name(), text));
      }
    } finally {
      List<FoundTable> last = found.takeFrom(first);
      read.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.path(), b.path()));
      for (Member member : read) {
        found.putBack(member.tables());
      }
      found.putBack(last);
    }
  }

  private Optional<String> member(Origin member, InputStream content) throws IOException {
    try {
      contents.read(member, content);
      return Optional.empty();
    } catch (LimitExceededException e) {
      throw e;
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  /** A stream whose end is not that of the stream below it. */
  private static InputStream open(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return in.read(target, offset, length);
      }

      @Override
      public void close() {
        // Belongs to the caller.
      }
    };
  }

  private record TarMembers(TarReader tar, Allowance allowance) implements Members {
    @Override
    public Optional<String> next() throws IOException {
      Optional<String> path = tar.next();
      if (path.isPresent()) {
        allowance.member();
      }
      return path;
    }

    @Override
    public InputStream content() {
      return tar.content();
    }
  }

  private record ZipMembers(ZipInputStream zip, Allowance allowance) implements Members {
    @Override
    public Optional<String> next() throws IOException {
      while (true) {
        // To go on to the next entry unpacks the rest of this one, which has to count.
        content().transferTo(OutputStream.nullOutputStream());
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return Optional.empty();
        }
        allowance.member();
        if (!entry.isDirectory()) {
          return Optional.of(entry.getName());
        }
      }
    }

    @Override
    public InputStream content() {
      return allowance.counted(zip);
    }
  }
}
