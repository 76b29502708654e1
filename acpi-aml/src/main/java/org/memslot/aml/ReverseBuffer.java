package org.memslot.aml;

/**
 * A growing buffer that is written from its end to its beginning, numbers little-endian. What is
 * put last stands first, so a length can be put when what it measures is already there.
 */
final class ReverseBuffer {
  /** The largest size; some virtual machines allow no larger array. */
  private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int start;

  ReverseBuffer(int capacity) {
    bytes = new byte[capacity];
    start = capacity;
  }

  /** The number of bytes so far. */
  int size() {
    return bytes.length - start;
  }

  void putByte(int value) {
    makeRoom(1);
    bytes[--start] = (byte) value;
  }

  void putWord(int value) {
    makeRoom(2);
    bytes[--start] = (byte) (value >> 8);
    bytes[--start] = (byte) value;
  }

  void putDword(int value) {
    makeRoom(4);
    start -= 4;
    bytes[start] = (byte) value;
    bytes[start + 1] = (byte) (value >> 8);
    bytes[start + 2] = (byte) (value >> 16);
    bytes[start + 3] = (byte) (value >> 24);
  }

  void putQword(long value) {
    putDword((int) (value >>> 32));
    putDword((int) value);
  }

  void putBytes(ByteList list) {
    makeRoom(list.length());
    start -= list.length();
    list.copyTo(bytes, start);
  }

  /** Puts one byte for each character. */
  void putText(String text) {
    makeRoom(text.length());
    start -= text.length();
    for (int i = 0; i < text.length(); i++) {
      bytes[start + i] = (byte) text.charAt(i);
    }
  }

  /** A copy of all bytes, with {@code gap} zero bytes before them. */
  byte[] toArray(int gap) {
    byte[] all = new byte[Math.addExact(gap, size())];
    System.arraycopy(bytes, start, all, gap, size());
    return all;
  }

  private void makeRoom(int more) {
    if (start >= more) {
      return;
    }
    long needed = (long) size() + more;
    if (needed > MAX_SIZE) {
      throw new AmlEncodingException("table length", needed, MAX_SIZE);
    }
    int capacity = (int) Math.min(MAX_SIZE, Math.max(needed, 4L * bytes.length));
    byte[] larger = new byte[capacity];
    int size = size();
    System.arraycopy(bytes, start, larger, capacity - size, size);
    bytes = larger;
    start = capacity - size;
  }
}
