package org.memslot.hypervisor.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.memslot.bios.FwCfgKey;

/**
 * An option ROM by which a PC's firmware starts Linux. Its boot entry (Plug and Play BIOS
 * Specification 1.0a, section 3.2) has fw_cfg write each part of the kernel to where it belongs, by
 * DMA, which reaches all memory from real mode, and jumps to the kernel's setup code.
 */
final class LinuxRom {
  /** Where the real-mode part goes; the code jumps 512 bytes behind it. */
  static final long SETUP = 0x1_0000;

  /** Bytes from {@link #SETUP} to the top of the stack with which the setup code begins. */
  static final int STACK = 0xfe00;

  private static final int SIZE = 512;
  private static final int COUNT = 0xc8;
  private static final int CHECKSUM = 0xc9;
  private static final int DESCRIPTORS = 0xd0;
  private static final int EXPANSION_HEADER = 0x90;
  private static final int EXPANSION_HEADER_SIZE = 32;
  private static final int EXPANSION_HEADER_CHECKSUM = EXPANSION_HEADER + 9;

  /** fw_cfg DMA control bits: select the item in the upper half, and read. */
  private static final int SELECT_AND_READ = 0x08 | 0x02;

  /**
   * The ROM without descriptors and checksums.
   *
   * <pre>
   * 00  db 55 aa 01               signature, 512 bytes
   * 03  xor ax, ax                called once: nothing to set up
   * 05  retf
   * 1a  dw 0090                   the expansion header
   * 1c  cli                       the boot entry
   * 1d  cld
   * 1e  xor ax, ax                copy the descriptors to 0000:7000,
   * 20  mov es, ax                where fw_cfg can write back to them
   * 22  mov di, 7000
   * 25  push cs
   * 26  pop ds
   * 27  mov si, 00d0
   * 2a  movzx cx, [00c8]
   * 2f  mov bp, cx
   * 31  shl cx, 3
   * 34  rep movsw
   * 36  mov ebx, 7000
   * 3c  mov dx, 0514              the descriptor's address, big-endian;
   * 3f  xor eax, eax              the low half starts the transfer
   * 42  out dx, eax
   * 44  mov dx, 0518
   * 47  mov eax, ebx
   * 4a  bswap eax
   * 4d  out dx, eax
   * 4f  mov eax, es:[bx]          0 when done, the error bit alone when not
   * 53  cmp eax, 01000000
   * 59  je 7b
   * 5b  test eax, eax
   * 5e  jne 4f
   * 60  add bx, 10
   * 63  dec bp
   * 64  jne 3c
   * 66  mov ax, 1000
   * 69  mov ds, ax                and es, fs, gs, ss
   * 73  mov sp, fe00
   * 76  jmp 1020:0000
   * 7b  sti                       not started: the firmware may try something else
   * 7c  int 18
   * 7e  jmp 7b
   * 90  "$PnP"                    the expansion header
   * b0  "Linux from fw_cfg"
   * </pre>
   */
  private static final byte[] CODE =
      HexFormat.of()
          .parseHex(
              "55aa0131c0cb00000000000000000000000000000000000000009000fafc31c0"
                  + "8ec0bf00700e1fbed0000fb60ec80089cdc1e103f3a566bb00700000ba140566"
                  + "31c066efba18056689d8660fc866ef26668b07663d0000000174206685c075ef"
                  + "83c3104d75d6b800108ed88ec08ee08ee88ed0bc00feea00002010fbcd18ebfb"
                  + "0000000000000000000000000000000024506e50010200000000000000000000"
                  + "b00000000000000000001c00000000004c696e75782066726f6d2066775f6366"
                  + "6700");

  private LinuxRom() {}

  /**
   * A part of the kernel.
   *
   * @param key the fw_cfg item
   * @param address where it goes, guest-physical
   * @param length bytes
   */
  record Part(FwCfgKey key, long address, int length) {}

  /** The ROM that loads these parts, at most 19. */
  static byte[] loading(List<Part> parts) {
    ByteBuffer rom = ByteBuffer.allocate(SIZE).order(ByteOrder.BIG_ENDIAN);
    rom.put(CODE);
    rom.put(COUNT, (byte) parts.size());
    rom.position(DESCRIPTORS);
    for (Part part : parts) {
      rom.putInt(part.key().key() << 16 | SELECT_AND_READ)
          .putInt(part.length())
          .putLong(part.address());
    }
    byte[] bytes = rom.array();
    bytes[EXPANSION_HEADER_CHECKSUM] = complement(bytes, EXPANSION_HEADER, EXPANSION_HEADER_SIZE);
    bytes[CHECKSUM] = complement(bytes, 0, SIZE);
    return bytes;
  }

  private static byte complement(byte[] bytes, int offset, int length) {
    int sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += bytes[i];
    }
    return (byte) -sum;
  }
}
