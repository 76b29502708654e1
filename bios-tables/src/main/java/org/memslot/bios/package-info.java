/**
 * Firmware data: fw_cfg, the e820 memory map, and, in {@link org.memslot.bios.firmware}, the
 * built-in firmware that builds ACPI tables of them.
 *
 * <p>The board describes itself in fw_cfg items. The firmware reads them and installs the tables in
 * guest memory:
 *
 * {@snippet id="PackageExamplesTest.firmware" :
 * FwCfg fwCfg = new FwCfg(memory);
 * ports.change(fwCfg::attach);
 *
 * SlotInformation hot1 = new SlotInformation(AddressRange.of(4L << 30, 512 << 20), 0);
 * E820Map map =
 *     E820Map.EMPTY
 *         .add(AddressRange.of(0, 512 << 20), E820Type.RAM)
 *         .add(hot1.range(), E820Type.RAM); // the slot is populated
 * ParavirtInformation slots = new ParavirtInformation(List.of(0), List.of(), List.of(hot1));
 * MachineInformation.builder(map).paravirt(slots).build().publish(fwCfg);
 *
 * Platform platform =
 *     new Platform(
 *         List.of(new MemoryDevices()),
 *         Fadt.builder(3, TableOrigin.OURS).build(),
 *         List.of(new MadtEntry.IoApic(0, 0xfec0_0000L, 0)));
 * FirmwareResult installed = new BuiltInFirmware(memory, ports, platform).run();
 * }
 *
 * <p>The results can be read back from guest memory. {@link org.memslot.bios.GuestE820} reads the
 * memory map that the firmware leaves at address 0x500. The root pointer (RSDP) is on a 16-byte
 * boundary between 0xE0000 and 0xFFFFF, where operating systems look for it.
 *
 * <p>No guest access to the fw_cfg ports throws. Decoders throw {@link
 * org.memslot.bios.FirmwareDataException} with the offset of the error. A value that exceeds the
 * limit of its format causes a {@link org.memslot.bios.FirmwareLimitException}, which has the value
 * and the limit.
 */
@NullMarked
package org.memslot.bios;

import org.jspecify.annotations.NullMarked;
