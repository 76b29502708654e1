/**
 * An interpreter for the ACPI Machine Language (AML).
 *
 * <p>{@link org.memslot.ospm.interpreter.AmlInterpreter} is the entry point. It takes a clock, a
 * host and limits, and a handler for each address space whose regions the tables access:
 *
 * {@snippet id="PackageExamplesTest.interpreter" :
 * var interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
 * interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
 * interpreter.load(dsdt);
 * interpreter.load(ssdt);
 * interpreter.evaluate("\\_GPE._E03"); // the event handler notices the slot
 * boolean present =
 *     switch (interpreter.evaluate("\\_SB.MP00._STA").orElseThrow()) {
 *       case AmlInteger(long status) -> (status & 1) != 0;
 *       case AmlObject other -> throw new IllegalStateException("_STA returned " + other);
 *     };
 * }
 *
 * <p><b>Values.</b> Every AML value is an {@link org.memslot.ospm.interpreter.value.AmlObject}:
 * data ({@link org.memslot.ospm.interpreter.value.AmlInteger}, {@link
 * org.memslot.ospm.interpreter.value.AmlString}, {@link
 * org.memslot.ospm.interpreter.value.AmlBuffer}, {@link
 * org.memslot.ospm.interpreter.value.AmlPackage}), references, fields, and objects that exist only
 * under a name.
 *
 * <p><b>Errors.</b> An evaluation that fails throws {@link
 * org.memslot.ospm.interpreter.value.AmlException}. Its {@link
 * org.memslot.ospm.interpreter.value.AmlStatus} is named like the corresponding status of ACPICA.
 * AML is untrusted input: an evaluation always ends within {@link
 * org.memslot.ospm.interpreter.host.AmlLimits}.
 *
 * <p><b>Execution.</b> The first call of a method compiles its terms to a tree of nodes. A name is
 * resolved once, and again only after the namespace has changed. Integers in locals and arguments
 * are stored unboxed, so loops over them do not allocate.
 *
 * <p><b>Settings.</b> {@link org.memslot.ospm.interpreter.host.AmlSettings} selects behaviour
 * beyond the specification. The default is the behaviour of Linux. {@code STRICT} is the
 * specification and the default of acpiexec; {@code WINDOWS} adds the known behaviour of Windows.
 * Each {@link org.memslot.ospm.interpreter.host.AmlBehaviour} documents its source and default.
 *
 * <p><b>Failed statements.</b> A statement that fails ends the evaluation, unless {@link
 * org.memslot.ospm.interpreter.host.AmlHost#continueAfter} or a method {@code \_ERR} requests that
 * it continue with the next statement. The host decides how to handle Fatal.
 *
 * <p><b>Regions.</b> A {@link org.memslot.ospm.interpreter.host.RegionHandler} is accessed unit by
 * unit. Serial buses, GPIO pins and PCC subspaces are accessed by a {@link
 * org.memslot.ospm.interpreter.host.RegionTransaction}, which has the protocol and the connection.
 * The address and length of a region are evaluated when its table is loaded.
 *
 * <p><b>Where the interpreter follows ACPICA rather than the specification.</b>
 *
 * <ul>
 *   <li>AnyAcc fields are accessed by bytes.
 *   <li>Sleep is limited to two seconds, and Stall rejects more than 255 microseconds.
 *   <li>SizeOf an integer is its width.
 *   <li>In a package, the name of a data object stands for the data and any other name for itself.
 *       A name that does not exist leaves the element uninitialized.
 *   <li>The lock rule of a field has no effect: only one thread executes AML at a time. The
 *       hardware's global lock is not taken.
 * </ul>
 *
 * <p><b>Where it follows the specification rather than ACPICA.</b>
 *
 * <ul>
 *   <li>DerefOf is a SuperName (ACPI 6.5, 20.2.2): a store to it writes the referenced object, and
 *       RefOf of it returns the reference. ACPICA dereferences first; it can then store only if it
 *       finds another reference, and rejects RefOf of a value.
 *   <li>Wait with a timeout of 0xFFFF or more waits indefinitely (19.6.147); ACPICA uses the lower
 *       16 bits.
 *   <li>A mutex that a serialized method leaves acquired can be released by its caller: the sync
 *       level is the highest of the mutexes held (19.6.88). ACPICA restores the caller's level,
 *       rejects the release, and so holds the mutex until the evaluation ends.
 *   <li>Load rejects a table with a wrong checksum (19.6.76); ACPICA warns and loads it.
 *   <li>Unload fails: ACPI 6.4 removed it, and tables are never removed from the namespace.
 *   <li>Fatal has a status of its own; ACPICA uses AE_ERROR.
 *   <li>After {@code \_ERR}, which the specification does not define, evaluation continues with the
 *       next statement, and {@code \_ERR} is called once for each failed statement. Where DerefOf
 *       failed to read a field, ACPICA continues with the next operator, which then lacks an
 *       operand, and calls {@code \_ERR} again with AE_AML_NO_RETURN_VALUE.
 * </ul>
 */
@NullMarked
package org.memslot.ospm.interpreter;

import org.jspecify.annotations.NullMarked;
