package org.memslot.bios;

import java.nio.ByteBuffer;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * The directory of fw_cfg files: a big-endian u32 count, then entries of 64 bytes {@code u32 size,
 * u16 key, u16 0, name}, sorted by name.
 */
final class FwCfgDirectory {
  /** More than any hypervisor has, so that a wrong count does not lead far. */
  static final int MAX_FILES = 0x3fe0;

  private static final String STRUCTURE = "fw_cfg directory";

  private FwCfgDirectory() {}

  static ByteList encode(List<FwCfgFile> files) {
    ByteBuffer out = ByteBuffer.allocate(4 + FwCfgFile.ENTRY_SIZE * files.size());
    out.putInt(files.size());
    for (FwCfgFile file : files) {
      out.putInt((int) file.size()).putShort((short) file.key()).putShort((short) 0);
      byte[] name = FwCfgFile.nameBytes(file.name());
      out.put(name).position(out.position() + FwCfgFile.MAX_NAME + 1 - name.length);
    }
    return ByteList.of(out.array());
  }

  /**
   * @throws FirmwareDataException if the count is absurd
   */
  static int count(ByteList head) {
    int count = ByteBuffer.wrap(head.toArray()).getInt();
    if (count < 0 || count > MAX_FILES) {
      throw new FirmwareDataException(
          STRUCTURE, 0, Integer.toUnsignedString(count) + " files counted, at most " + MAX_FILES);
    }
    return count;
  }

  /**
   * One entry.
   *
   * @param index its place, for messages
   * @throws FirmwareDataException if the name is not one
   */
  static FwCfgFile entry(int index, ByteList entry) {
    ByteBuffer in = ByteBuffer.wrap(entry.toArray());
    long size = Integer.toUnsignedLong(in.getInt());
    int key = Short.toUnsignedInt(in.getShort());
    StringBuilder name = new StringBuilder();
    for (int i = 8; i < FwCfgFile.ENTRY_SIZE && entry.get(i) != 0; i++) {
      name.append((char) entry.get(i));
    }
    try {
      return new FwCfgFile(name.toString(), key, size);
    } catch (IllegalArgumentException | FirmwareLimitException e) {
      throw new FirmwareDataException(
          STRUCTURE, 4L + (long) index * FwCfgFile.ENTRY_SIZE + 8, String.valueOf(e.getMessage()));
    }
  }
}
