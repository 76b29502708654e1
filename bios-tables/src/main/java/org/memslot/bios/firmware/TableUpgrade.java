package org.memslot.bios.firmware;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.acpi.TableOrigin;

/**
 * Definition blocks that Linux takes in place of its firmware's (the kernel's {@code
 * initrd_table_override}, {@code CONFIG_ACPI_TABLE_UPGRADE}): an archive of {@code cpio}'s form
 * newc, which stands uncompressed in front of an initrd. A block replaces the one with its
 * signature, OEM ID and OEM table ID that has a lower OEM revision.
 *
 * @param blocks in the order of the archive; those of one signature are numbered
 */
public record TableUpgrade(List<DefinitionBlock> blocks) {
  /** The origin with which a block replaces QEMU's of its signature, which has OEM revision 1. */
  public static final TableOrigin QEMU = new TableOrigin("BOCHS", "BXPC", 2, "MSLT", 1);

  private static final String FOLDER = "kernel/firmware/acpi/";
  private static final int REGULAR_FILE = 0x81a4;

  /** Copies the list. */
  public TableUpgrade {
    blocks = List.copyOf(blocks);
  }

  /** The blocks with another origin. */
  public TableUpgrade as(TableOrigin origin) {
    return new TableUpgrade(
        blocks.stream()
            .map(
                block ->
                    new DefinitionBlock(block.signature(), block.revision(), origin, block.aml()))
            .toList());
  }

  /** The archive's bytes, a multiple of 4. */
  public ByteList archive() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < blocks.size(); i++) {
      DefinitionBlock block = blocks.get(i);
      member(out, "%s%s%d.aml".formatted(FOLDER, block.signature(), i), block.encode());
    }
    member(out, "TRAILER!!!", ByteList.EMPTY);
    return ByteList.of(out.toByteArray());
  }

  /** Thirteen numbers, of which a reader of files needs mode, links and the two lengths. */
  private static void member(ByteArrayOutputStream out, String name, ByteList content) {
    String head =
        "070701%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X"
            .formatted(
                0, REGULAR_FILE, 0, 0, 1, 0, content.length(), 0, 0, 0, 0, name.length() + 1, 0);
    out.writeBytes((head + name + "\0").getBytes(StandardCharsets.US_ASCII));
    pad(out);
    out.writeBytes(content.toArray());
    pad(out);
  }

  private static void pad(ByteArrayOutputStream out) {
    out.writeBytes(new byte[-out.size() & 3]);
  }
}
