package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FwCfg;
import org.memslot.bios.FwCfgKey;

/**
 * A Linux kernel for firmware to start: its parts are items of fw_cfg, under the keys that QEMU
 * gives them, and an option ROM that firmware finds there too takes it from there by the 16-bit
 * boot protocol (Linux documentation, "The Linux/x86 Boot Protocol").
 *
 * @param kernel the kernel
 * @param initrd its initial RAM disk
 * @param commandLine ASCII
 */
public record FwCfgKernel(BzImage kernel, Optional<MemorySegment> initrd, String commandLine) {
  private static final String ROM_FILE = "genroms/memslot-linux.rom";
  private static final String BOOT_ORDER_FILE = "bootorder";

  private static final long COMMAND_LINE = 0x2_0000;
  private static final long KERNEL = 0x10_0000;
  private static final int PAGE = 4096;

  /** What is left to the firmware of the end of the RAM below 4 GiB, for its tables. */
  private static final long FIRMWARE_ROOM = 1L << 20;

  /** The setup code's heap ends below its stack; the header says 512 less. */
  private static final int HEAP_END_VALUE = LinuxRom.STACK - 0x2000 - 0x200;

  /**
   * Puts everything into fw_cfg, in place of what was there.
   *
   * @param memoryBelow4G bytes of RAM from address 0 on
   * @throws NoRoomException when it does not fit that memory
   */
  public void publish(FwCfg fwCfg, long memoryBelow4G) {
    List<LinuxRom.Part> parts = new ArrayList<>();
    byte[] text = kernel.commandLine(commandLine);
    ByteBuffer setup =
        ByteBuffer.wrap(kernel.realModePart().toArray(ValueLayout.JAVA_BYTE))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(SetupHeader.BOOT_LOADER, (byte) SetupHeader.UNDEFINED_LOADER)
            .putShort(SetupHeader.HEAP_END, (short) HEAP_END_VALUE)
            .putInt(SetupHeader.COMMAND_LINE_POINTER, (int) COMMAND_LINE);
    setup.put(
        SetupHeader.LOAD_FLAGS,
        (byte) (setup.get(SetupHeader.LOAD_FLAGS) | SetupHeader.CAN_USE_HEAP));

    byte[] disk = initrd.map(image -> image.toArray(ValueLayout.JAVA_BYTE)).orElse(new byte[0]);
    long diskAt = disk.length == 0 ? 0 : initrdAddress(disk.length, memoryBelow4G);
    setup
        .putInt(SetupHeader.INITRD_ADDRESS, (int) diskAt)
        .putInt(SetupHeader.INITRD_SIZE, disk.length);

    fwCfg.addU32(FwCfgKey.SETUP_ADDR, LinuxRom.SETUP);
    fwCfg.addU32(FwCfgKey.SETUP_SIZE, setup.capacity());
    fwCfg.add(FwCfgKey.SETUP_DATA, ByteList.of(setup.array()));
    parts.add(new LinuxRom.Part(FwCfgKey.SETUP_DATA, LinuxRom.SETUP, setup.capacity()));

    fwCfg.addU32(FwCfgKey.CMDLINE_ADDR, COMMAND_LINE);
    fwCfg.addU32(FwCfgKey.CMDLINE_SIZE, text.length);
    fwCfg.add(FwCfgKey.CMDLINE_DATA, ByteList.of(text));
    parts.add(new LinuxRom.Part(FwCfgKey.CMDLINE_DATA, COMMAND_LINE, text.length));

    byte[] code = kernel.kernel().toArray(ValueLayout.JAVA_BYTE);
    fwCfg.addU32(FwCfgKey.KERNEL_ADDR, KERNEL);
    fwCfg.addU32(FwCfgKey.KERNEL_SIZE, code.length);
    fwCfg.add(FwCfgKey.KERNEL_DATA, ByteList.of(code));
    parts.add(new LinuxRom.Part(FwCfgKey.KERNEL_DATA, KERNEL, code.length));

    fwCfg.addU32(FwCfgKey.INITRD_ADDR, diskAt);
    fwCfg.addU32(FwCfgKey.INITRD_SIZE, disk.length);
    fwCfg.add(FwCfgKey.INITRD_DATA, ByteList.of(disk));
    if (disk.length != 0) {
      parts.add(new LinuxRom.Part(FwCfgKey.INITRD_DATA, diskAt, disk.length));
    }
    fwCfg.addFile(ROM_FILE, ByteList.of(LinuxRom.loading(parts)));
    fwCfg.addFile(BOOT_ORDER_FILE, ByteList.ascii("/rom@" + ROM_FILE + "\n\0"));
  }

  private long initrdAddress(long size, long memoryBelow4G) {
    long end = Math.min(memoryBelow4G - FIRMWARE_ROOM, kernel.initrdLimit() + 1);
    long address = (end - size) & -PAGE;
    long kernelEnd = KERNEL + kernel.workSize();
    if (address < kernelEnd) {
      throw new NoRoomException(
          "initial RAM disk",
          0,
          "0x%x bytes find no room between the kernel's end at 0x%x and 0x%x"
              .formatted(size, kernelEnd, end));
    }
    return address;
  }
}
