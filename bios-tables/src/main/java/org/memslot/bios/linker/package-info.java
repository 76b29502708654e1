/**
 * The linker/loader of QEMU's firmware interface. A hypervisor does not know where the firmware
 * will place the tables, so it provides them as files, together with a script that allocates memory
 * for them, patches pointers and computes checksums.
 *
 * {@snippet id="PackageExamplesTest.linker" :
 * LinkerScript script =
 *     new LinkerScript(
 *         List.of(
 *             new LinkerCommand.Allocate("etc/acpi/rsdp", 16, LinkerCommand.Zone.FSEG),
 *             new LinkerCommand.Allocate("etc/acpi/tables", 64, LinkerCommand.Zone.HIGH),
 *             new LinkerCommand.AddPointer("etc/acpi/rsdp", "etc/acpi/tables", 16, 4),
 *             new LinkerCommand.AddChecksum("etc/acpi/rsdp", 8, 0, 20)));
 * fwCfg.addFile(LinkerScript.FILE, script.encode());
 * }
 *
 * <p>Real firmware, such as SeaBIOS, executes the script; {@link
 * org.memslot.bios.linker.LinkerInterpreter} executes it in Java. A command that accesses bytes
 * outside its files is rejected.
 */
@NullMarked
package org.memslot.bios.linker;

import org.jspecify.annotations.NullMarked;
