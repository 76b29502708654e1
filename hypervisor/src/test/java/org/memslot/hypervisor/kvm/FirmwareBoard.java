package org.memslot.hypervisor.kvm;

import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.KvmBoot;
import org.memslot.hypervisor.KvmGuest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.boot.FirmwareImage;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.machine.ByteSize;

/** A whole board whose firmware is given, with power off: 64 MiB of RAM, a slot with memory. */
final class FirmwareBoard implements AutoCloseable {
  private static final int IMAGE_SIZE = 0x1_0000;
  private static final int RESET_VECTOR = 0xfff0;

  final List<String> events = new CopyOnWriteArrayList<>();

  /** What came through the debug port. */
  final List<String> firmwareLog = new CopyOnWriteArrayList<>();

  final PcBoard board;
  private final Kvm kvm = Kvm.open();
  private final SerialOutput serial = new SerialOutput(OutputStream.nullOutputStream());

  /** The board with this firmware. */
  FirmwareBoard(FirmwareImage firmware) {
    board =
        new PcBoard(
            MachineConfig.of(
                ByteSize.parse("64M"), SlotOptions.parse("id=hot1,size=128M,populated=on")),
            Host.system());
    board.addEventListener(event -> events.add(event.line()));
    board.attach(
        new KvmGuest(board, kvm, new KvmBoot.ByFirmware(firmware, Optional.empty()), serial));
    board.debugPort().connect(firmwareLog::add);
  }

  /** A firmware that is a program in real mode, at 0xf000:0. */
  static FirmwareImage program(String hex) {
    byte[] image = new byte[IMAGE_SIZE];
    put(image, 0, hex);
    put(image, RESET_VECTOR, "ea000000f0"); // jmp 0xf000:0
    return new FirmwareImage(MemorySegment.ofArray(image));
  }

  private static void put(byte[] image, int offset, String hex) {
    byte[] code = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    System.arraycopy(code, 0, image, offset, code.length);
  }

  @Override
  public void close() {
    board.close();
    serial.close();
    kvm.close();
  }
}
