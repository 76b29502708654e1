package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.KvmBoot;
import org.memslot.hypervisor.KvmGuest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.machine.ByteSize;

/** An ELF image with a PVH entry is started as the boot ABI says, in 32-bit protected mode. */
@NeedsKvm
class PvhGuestTest {
  private static final int ADDRESS = 0x20_0000;
  private static final int ELF_HEADER = 52;
  private static final int PROGRAM_HEADER = 32;

  /**
   * With start info at EBX, counts in AL what is right: the magic; version 1; the command line
   * begins with "cons"; "RSD PTR " is where the RSDP is said to be; the memory map begins with RAM
   * at 0; the first module begins with "disk". Writes it, or 0x3f, to port 0xf4.
   */
  private static final String PROGRAM =
      """
      b001 813b78c56e33 7547 40 837b0401 7540 40 8b7318 813e636f6e73 7534 40 8b7320
      813e52534420 7528 817e0450545220 751f 40 8b7328 833e00 7516 837e1001 7510 40 8b7310 8b36
      813e6469736b 7502 b03f e6f4 f4""";

  /** ELF32: a note of Xen's and a segment. */
  private static MemorySegment image() {
    byte[] code = HexFormat.of().parseHex(PROGRAM.replaceAll("\\s", ""));
    int noteAt = ELF_HEADER + 2 * PROGRAM_HEADER;
    int codeAt = noteAt + 20;
    ByteBuffer image = ByteBuffer.allocate(codeAt + code.length).order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(0x464c_457f).put((byte) 1).put((byte) 1).put((byte) 1);
    image.putInt(28, ELF_HEADER).putShort(42, (short) PROGRAM_HEADER).putShort(44, (short) 2);
    image.position(ELF_HEADER);
    image.putInt(4).putInt(noteAt).putInt(0).putInt(0).putInt(20).putInt(20).putLong(0);
    image.putInt(1).putInt(codeAt).putInt(0).putInt(ADDRESS);
    image.putInt(code.length).putInt(4096).putLong(0);
    image.putInt(4).putInt(4).putInt(18).putInt(0x006e_6558).putInt(ADDRESS);
    return MemorySegment.ofArray(image.put(code).array());
  }

  @Test
  void startInfoHasCommandLineTablesMapAndModule() throws Exception {
    KvmBoot boot =
        new KvmBoot.Direct(
            KvmBoot.Kernel.parse(image()),
            Optional.of(MemorySegment.ofArray("disk".getBytes(StandardCharsets.US_ASCII))),
            "console=ttyS0");
    try (Kvm kvm = Kvm.open();
        SerialOutput serial = new SerialOutput(OutputStream.nullOutputStream());
        PcBoard board = new PcBoard(MachineConfig.of(ByteSize.parse("64M")), Host.system())) {
      board.attach(new KvmGuest(board, kvm, boot, serial));
      board.powerOn();
      assertThat(board.off().get(120, TimeUnit.SECONDS)).isEqualTo(0x3f * 2 + 1);
    }
  }
}
