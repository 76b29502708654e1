package org.memslot.machine;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A second mapping of a memfd region, which outlives the region. */
final class WitnessedMemory implements AutoCloseable {
  private final FileChannel channel;
  private final MappedByteBuffer buffer;

  private WitnessedMemory(FileChannel channel, MappedByteBuffer buffer) {
    this.channel = channel;
    this.buffer = buffer;
  }

  static WitnessedMemory of(RamRegion ram) throws IOException {
    Path path = Path.of("/proc/self/fd/" + ram.fileDescriptor().orElseThrow());
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new WitnessedMemory(channel, channel.map(FileChannel.MapMode.READ_WRITE, 0, ram.size()));
  }

  byte[] bytes() {
    byte[] copy = new byte[buffer.capacity()];
    buffer.get(0, copy);
    return copy;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
