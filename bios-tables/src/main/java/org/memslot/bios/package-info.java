/**
 * What stands between "the machine has RAM and devices" and "the operating system believes it":
 * fw_cfg, the e820 map, and the {@linkplain org.memslot.bios.firmware firmware} that makes ACPI
 * tables of them.
 *
 * <p>The board says what it is and puts that behind fw_cfg; firmware runs and finds out:
 *
 * <pre>{@code
 * FwCfg fwCfg = new FwCfg(memory);
 * ports.change(fwCfg::attach);
 *
 * E820Map map =
 *     E820Map.EMPTY
 *         .add(AddressRange.of(0, 512 << 20), E820Type.RAM)
 *         .add(AddressRange.of(4L << 30, 512 << 20), E820Type.RAM); // a populated slot
 * ParavirtInformation slots = new ParavirtInformation(List.of(0), List.of(), List.of(hot1, hot2));
 * new MachineInformation(
 *         map, 1, slots, Layout.LATER, HotplugInterface.MEMSLOT, NumaDistances.UNSPECIFIED)
 *     .publish(fwCfg);
 *
 * FirmwareResult installed = new BuiltInFirmware(memory, ports).run();
 * }</pre>
 *
 * <p>The same values come back out of guest memory: {@link org.memslot.bios.GuestE820} is the map
 * that the guest is given, at the fixed address 0x500, and the root pointer stands on a 16-byte
 * boundary between 0xE0000 and 0xFFFFF, where an operating system looks for it.
 *
 * <p>Nothing a guest does at fw_cfg's ports throws. Everything that decodes bytes throws {@link
 * org.memslot.bios.FirmwareDataException} with the offset of what is wrong; what exceeds a format's
 * limit is a {@link org.memslot.bios.FirmwareLimitException} with value and limit.
 */
@NullMarked
package org.memslot.bios;

import org.jspecify.annotations.NullMarked;
