package org.memslot.bios;

import java.util.Optional;
import java.util.function.Consumer;

/** What stands behind one key: its bytes, and who is told when the guest has written them. */
final class FwCfgItem {
  private final byte[] content;
  private final Optional<Consumer<Bytes>> written;

  private FwCfgItem(byte[] content, Optional<Consumer<Bytes>> written) {
    this.content = content;
    this.written = written;
  }

  static FwCfgItem readOnly(Bytes content) {
    return new FwCfgItem(content.toArray(), Optional.empty());
  }

  static FwCfgItem writable(Bytes content, Consumer<Bytes> written) {
    return new FwCfgItem(content.toArray(), Optional.of(written));
  }

  int length() {
    return content.length;
  }

  Bytes bytes() {
    return Bytes.of(content);
  }

  int at(int offset) {
    return content[offset] & 0xff;
  }

  boolean isWritable() {
    return written.isPresent();
  }

  /** The bytes themselves, for transfers that copy from or to them. */
  byte[] backing() {
    return content;
  }

  /** Takes what a guest has written in another process, and tells of it. */
  void rewrite(Bytes written) {
    System.arraycopy(written.toArray(), 0, content, 0, content.length);
    tellWritten();
  }

  void tellWritten() {
    written.ifPresent(listener -> listener.accept(bytes()));
  }
}
