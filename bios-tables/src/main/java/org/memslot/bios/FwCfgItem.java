package org.memslot.bios;

import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.aml.ByteList;

/** What stands behind one key: its bytes, and who is told when the guest has written them. */
final class FwCfgItem {
  private final byte[] content;
  private final Optional<Consumer<ByteList>> written;

  private FwCfgItem(byte[] content, Optional<Consumer<ByteList>> written) {
    this.content = content;
    this.written = written;
  }

  static FwCfgItem readOnly(ByteList content) {
    return new FwCfgItem(content.toArray(), Optional.empty());
  }

  static FwCfgItem writable(ByteList content, Consumer<ByteList> written) {
    return new FwCfgItem(content.toArray(), Optional.of(written));
  }

  int length() {
    return content.length;
  }

  ByteList bytes() {
    return ByteList.of(content);
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
  void rewrite(ByteList written) {
    System.arraycopy(written.toArray(), 0, content, 0, content.length);
    tellWritten();
  }

  void tellWritten() {
    written.ifPresent(listener -> listener.accept(bytes()));
  }
}
