/**
 * The firmware of a PC board: it makes ACPI and SMBIOS tables of what fw_cfg has, and installs them
 * or has another firmware install them.
 *
 * <p>{@link org.memslot.bios.firmware.BuiltInFirmware} runs at reset when no BIOS image does.
 * {@link org.memslot.bios.firmware.FirmwareFiles} puts the same tables behind fw_cfg for SeaBIOS
 * and OVMF, {@link org.memslot.bios.firmware.TableUpgrade} into an archive for Linux to read at its
 * boot.
 */
@NullMarked
package org.memslot.bios.firmware;

import org.jspecify.annotations.NullMarked;
