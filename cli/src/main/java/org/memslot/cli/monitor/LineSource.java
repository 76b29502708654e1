package org.memslot.cli.monitor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.memslot.cli.monitor.command.MonitorParser;

/**
 * Lines of UTF-8 from a stream that may be anything: of a line longer than {@link
 * MonitorParser#LONGEST_LINE} bytes only so much, and one byte more to show it, is kept.
 */
final class LineSource {
  private final InputStream in;

  LineSource(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line without its end; empty at the end of the stream. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n') {
      if (line.size() <= MonitorParser.LONGEST_LINE) {
        line.write(read);
      }
      read = in.read();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
