/**
 * The linker/loader of QEMU's firmware interface: a hypervisor that does not know where tables will
 * lie gives firmware the tables as files and a script that places, links and checksums them.
 *
 * <pre>{@code
 * LinkerScript script =
 *     new LinkerScript(
 *         List.of(
 *             new LinkerCommand.Allocate("etc/acpi/rsdp", 16, LinkerCommand.Zone.FSEG),
 *             new LinkerCommand.Allocate("etc/acpi/tables", 64, LinkerCommand.Zone.HIGH),
 *             new LinkerCommand.AddPointer("etc/acpi/rsdp", "etc/acpi/tables", 16, 4),
 *             new LinkerCommand.AddChecksum("etc/acpi/rsdp", 8, 0, 20)));
 * fwCfg.addFile(LinkerScript.FILE, script.encode());
 * }</pre>
 *
 * Real firmware runs that; {@link org.memslot.bios.linker.LinkerInterpreter} does the same here. A
 * script that reaches outside of its files is refused.
 */
@NullMarked
package org.memslot.bios.linker;

import org.jspecify.annotations.NullMarked;
