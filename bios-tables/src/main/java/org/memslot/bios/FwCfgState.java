package org.memslot.bios;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.memslot.aml.ByteList;

/**
 * What a guest has made of the fw_cfg device: its place in it, and what it has written. What the
 * host has put there is not in it.
 *
 * <p>As bytes, big-endian: u16 form (1), u16 selector, u32 offset, u64 half of a DMA address, u32
 * count of files, and for each u16 length of the name, the name in ASCII, u32 length, the content.
 *
 * @param selector what was last written to select an item, 16 bits
 * @param offset bytes of the item that were read or passed over
 * @param dmaAddress the high half of a DMA address whose low half has not been written, else 0
 * @param written the contents of the files that a guest may write, by name
 */
public record FwCfgState(int selector, int offset, long dmaAddress, Map<String, ByteList> written) {
  private static final String STRUCTURE = "fw_cfg state";
  private static final int FORM = 1;
  private static final int FIXED = 2 + 2 + 4 + 8 + 4;
  private static final int FILE_FIXED = 2 + 4;
  private static final long LOW_HALF = 0xffff_ffffL;

  /**
   * Checks the numbers and copies the files.
   *
   * @throws FirmwareDataException if the device cannot be in that state
   */
  public FwCfgState {
    if (selector < 0 || selector > 0xffff) {
      throw new FirmwareDataException(
          STRUCTURE, 2, "selector 0x%x; it has 16 bits".formatted(selector));
    }
    if (offset < 0) {
      throw new FirmwareDataException(STRUCTURE, 4, "offset " + Integer.toUnsignedString(offset));
    }
    if ((dmaAddress & LOW_HALF) != 0) {
      throw new FirmwareDataException(
          STRUCTURE, 8, "half a DMA address 0x%x; its low half is zero".formatted(dmaAddress));
    }
    written = ImmutableSortedMap.copyOf(written);
  }

  /** The state as bytes. */
  public ByteList encode() {
    int size = FIXED;
    for (Map.Entry<String, ByteList> file : written.entrySet()) {
      size += FILE_FIXED + file.getKey().length() + file.getValue().length();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putShort((short) FORM).putShort((short) selector).putInt(offset).putLong(dmaAddress);
    out.putInt(written.size());
    for (Map.Entry<String, ByteList> file : written.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.US_ASCII);
      out.putShort((short) name.length).put(name);
      out.putInt(file.getValue().length()).put(file.getValue().toArray());
    }
    return ByteList.of(out.array());
  }

  /**
   * The state that {@link #encode} wrote.
   *
   * @throws FirmwareDataException if the bytes are none
   */
  public static FwCfgState decode(ByteList bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
    try {
      int form = in.getShort() & 0xffff;
      if (form != FORM) {
        throw new FirmwareDataException(STRUCTURE, 0, "form %d; known is %d".formatted(form, FORM));
      }
      int selector = in.getShort() & 0xffff;
      int offset = in.getInt();
      long dmaAddress = in.getLong();
      Map<String, ByteList> written = files(in);
      if (in.hasRemaining()) {
        throw new FirmwareDataException(
            STRUCTURE, in.position(), in.remaining() + " bytes follow the last file");
      }
      return new FwCfgState(selector, offset, dmaAddress, written);
    } catch (BufferUnderflowException e) {
      throw new FirmwareDataException(
          STRUCTURE, in.position(), "it ends at 0x%x".formatted(bytes.length()));
    }
  }

  private static Map<String, ByteList> files(ByteBuffer in) {
    Map<String, ByteList> files = new TreeMap<>();
    for (int left = in.getInt(); left != 0; left--) {
      int at = in.position();
      String name = new String(take(in, in.getShort() & 0xffff), StandardCharsets.US_ASCII);
      ByteList content = ByteList.of(take(in, in.getInt()));
      if (files.put(name, content) != null) {
        throw new FirmwareDataException(STRUCTURE, at, "a second file " + name);
      }
    }
    return files;
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
