package org.memslot.ospm.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.memslot.ospm.interpreter.host.RegionDeclaration;
import org.memslot.ospm.interpreter.host.RegionHandler;

/** An address space of 64 KiB that writes down every access. */
final class RecordingSpace implements RegionHandler, RegionHandler.Access {
  private final byte[] content = new byte[1 << 16];
  private final List<String> accesses = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();

  @Override
  public Access open(RegionDeclaration region) {
    opened.add("%s in %s".formatted(region.path(), region.scope().path()));
    return this;
  }

  @Override
  public long read(long address, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | Byte.toUnsignedLong(content[(int) address + i]);
    }
    accesses.add("r%d %x".formatted(width, address));
    return value;
  }

  @Override
  public void write(long address, int width, long value) {
    for (int i = 0; i < width; i++) {
      content[(int) address + i] = (byte) (value >>> (8 * i));
    }
    accesses.add("w%d %x=%x".formatted(width, address, value));
  }

  @Override
  public byte[] transact(long address, byte[] request) {
    accesses.add("t %x %s".formatted(address, HexFormat.of().formatHex(request)));
    byte[] answer = Arrays.copyOf(request, Math.max(request.length, 3));
    answer[0] = (byte) 0xEE;
    return answer;
  }

  /** Returns the accesses since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(accesses);
    accesses.clear();
    return taken;
  }

  List<String> opened() {
    return opened;
  }
}
