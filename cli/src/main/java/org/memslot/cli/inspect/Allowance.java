package org.memslot.cli.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is left of the limits for one named input. Mutable; owned by the reading of that input. */
final class Allowance {
  private final InspectLimits limits;
  private long bytes;
  private int members;

  Allowance(InspectLimits limits) {
    this.limits = limits;
    this.bytes = limits.unpackedBytes();
    this.members = limits.members();
  }

  /** Counts one file or member. */
  void member() throws LimitExceededException {
    if (members-- == 0) {
      throw new LimitExceededException(
          "more than " + limits.members() + " members; the rest is not read");
    }
  }

  /** A stream whose bytes count. Closing it leaves the other open. */
  InputStream counted(InputStream in) {
    return new Counted(in);
  }

  private void take(long count) throws LimitExceededException {
    bytes -= count;
    if (bytes < 0) {
      throw new LimitExceededException(
          "unpacks to more than " + (limits.unpackedBytes() >> 20) + " MiB; the rest is not read");
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        take(1);
      }
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        take(count);
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, 1 << 16));
      take(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // The other stream belongs to who counts.
    }
  }
}
