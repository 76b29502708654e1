package org.memslot.cli.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.memslot.bios.acpi.AcpiDump;

/** Finds the tables in the content of a file, whatever kind of file it is. */
final class ContentReader {
  private final InspectLimits limits;
  private final Found found;

  ContentReader(InspectLimits limits, Found found) {
    this.limits = limits;
    this.found = found;
  }

  /**
   * Where content comes from.
   *
   * @param name as in {@link FoundTable#name}
   * @param named true when the user named it, so that it must have a table; what stands beside
   *     tables in a folder or an archive may be anything
   * @param depth how many archives and compressed files are around it
   * @param allowance what the input that it is part of may still cost
   */
  record Origin(String name, boolean named, int depth, Allowance allowance) {
    Origin member(String member) {
      return new Origin(name + FoundTable.WITHIN + member, false, depth + 1, allowance);
    }

    Origin unpacked() {
      return new Origin(name, named, depth + 1, allowance);
    }
  }

  /** Reads a stream to its end or to a limit. */
  void read(Origin origin, InputStream in) throws IOException {
    byte[] head = in.readNBytes(ContentKind.HEAD);
    ContentKind kind = ContentKind.of(head);
    switch (kind) {
      case PLAIN -> plain(origin, head, in);
      case OTHER_COMPRESSION -> {
        if (origin.named()) {
          throw new IOException(
              "compressed in a way that is not read (gzip and zip are); unpack it first");
        }
      }
      case GZIP, TAR, ZIP ->
          new ArchiveReader(limits, found, this)
              .read(kind, origin, new SequenceInputStream(new ByteArrayInputStream(head), in));
    }
  }

  private void plain(Origin origin, byte[] head, InputStream in) throws IOException {
    byte[] content = head;
    if (head.length == ContentKind.HEAD) {
      byte[] rest = in.readNBytes(limits.contentBytes() - head.length + 1);
      content = Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, content, head.length, rest.length);
    }
    if (content.length > limits.contentBytes()) {
      if (origin.named()) {
        throw new LimitExceededException(
            "more than "
                + (limits.contentBytes() >> 20)
                + " MiB, neither a table nor a dump nor an archive");
      }
    } else if (Signatures.isTable(content)) {
      found.add(origin.name(), content);
    } else if (!isDump(origin, content) && Signatures.isDamagedTable(content, origin.named())) {
      found.add(origin.name(), content);
    }
  }

  private boolean isDump(Origin origin, byte[] text) throws LimitExceededException {
    AcpiDump dump = AcpiDump.read(text);
    if (dump.tables().isEmpty()) {
      return false;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (AcpiDump.Table table : dump.tables()) {
      // The first has no number, as in the files that acpidump -b writes.
      int before = counts.merge(table.name(), 1, Integer::sum) - 1;
      String name = before == 0 ? table.name() : table.name() + before;
      found.add(origin.member(name.replace(' ', '_')).name(), table.content().toArray());
    }
    for (AcpiDump.Problem problem : dump.problems()) {
      found.note(origin.name(), "line " + problem.line() + ": " + problem.message());
    }
    return true;
  }
}
