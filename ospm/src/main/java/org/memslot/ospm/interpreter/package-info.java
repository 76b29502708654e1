/**
 * An interpreter for the ACPI Machine Language: definition blocks in, values and side effects out.
 *
 * <p>{@link org.memslot.ospm.interpreter.AmlInterpreter} is the way in. It needs a clock, a host
 * and limits; regions lie in the address spaces that are installed:
 *
 * <pre>{@code
 * var interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
 * interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
 * interpreter.load(dsdt);
 * interpreter.load(ssdt);
 * switch (interpreter.evaluate("\\_SB.MP00._STA").orElseThrow()) {
 *   case AmlInteger(long status) -> ...
 *   ...
 * }
 * }</pre>
 *
 * <p><b>Values.</b> Everything AML can hold is an {@link org.memslot.ospm.interpreter.AmlObject}:
 * data ({@link org.memslot.ospm.interpreter.AmlInteger}, {@link
 * org.memslot.ospm.interpreter.AmlString}, {@link org.memslot.ospm.interpreter.AmlBuffer}, {@link
 * org.memslot.ospm.interpreter.AmlPackage}), references to places, fields, and what exists only
 * under a name.
 *
 * <p><b>Errors.</b> AML that fails throws one exception, {@link
 * org.memslot.ospm.interpreter.AmlException}, whose {@link org.memslot.ospm.interpreter.AmlStatus}
 * has the name ACPICA gives the same condition. AML comes from outside: whatever it does,
 * evaluation ends within {@link org.memslot.ospm.interpreter.AmlLimits}.
 *
 * <p><b>How it runs.</b> The terms of a method are turned into a tree of nodes at its first call.
 * Names are resolved once and again only after the namespace has changed; integers in locals and
 * arguments are kept as plain numbers, so that a loop over them makes no objects.
 *
 * <p><b>Settings.</b> {@link org.memslot.ospm.interpreter.AmlSettings} says where evaluation does
 * more than the specification asks for. The default is what Linux does; {@code STRICT} is the
 * specification, and what acpiexec does by default; {@code WINDOWS} adds what is known of Windows.
 * Each {@link org.memslot.ospm.interpreter.AmlBehaviour} names its source and its default.
 *
 * <p><b>Failures.</b> A statement that fails ends the evaluation, unless {@link
 * org.memslot.ospm.interpreter.AmlHost#continueAfter} or a method {@code \_ERR} has it continue
 * with the next statement. What becomes of Fatal is for the host.
 *
 * <p><b>Regions.</b> A {@link org.memslot.ospm.interpreter.RegionHandler} is accessed unit by unit,
 * or, on buses, pins and PCC subspaces, by a {@link org.memslot.ospm.interpreter.RegionTransaction}
 * that has the protocol and the connection. A region lies where its operands said when its table
 * was loaded.
 *
 * <p><b>Where it follows ACPICA rather than the text.</b> AnyAcc fields are accessed by bytes;
 * Sleep is cut off at two seconds, Stall refuses more than 255 microseconds; SizeOf of an integer
 * is its width; names of data in a package stand for the data, other names for themselves, and a
 * name that does not exist leaves the element without a value. The lock rule of a field needs
 * nothing: one thread runs AML at a time; the hardware's global lock is not taken.
 *
 * <p><b>Where it follows the text rather than ACPICA.</b>
 *
 * <ul>
 *   <li>DerefOf is a SuperName (ACPI 6.5, 20.2.2): a store to it goes where the reference leads,
 *       and RefOf of it gives the reference again. ACPICA dereferences first; it can then store
 *       only where another reference was found, and refuses RefOf of a value.
 *   <li>Wait with a timeout of 0xFFFF or more waits for ever (19.6.147); ACPICA takes the lower 16
 *       bits.
 *   <li>A mutex that a serialized method left acquired can be released by its caller: the sync
 *       level is the greatest of the mutexes that are held (19.6.88). ACPICA restores the caller's
 *       level and then refuses, so that the mutex is held until the evaluation ends.
 *   <li>Load refuses a table whose checksum is wrong (19.6.76); ACPICA warns and loads it.
 *   <li>Unload fails: ACPI 6.4 removed it, and no table is ever taken out of the namespace.
 *   <li>Fatal has a status of its own; ACPICA gives AE_ERROR.
 *   <li>After {@code \_ERR}, which the specification does not have, evaluation goes on with the
 *       next statement, and {@code \_ERR} hears of each failed statement once. ACPICA goes on with
 *       the next operator where DerefOf failed to read a field; its operand is then missing, and
 *       {@code \_ERR} is called again with AE_AML_NO_RETURN_VALUE.
 * </ul>
 */
@NullMarked
package org.memslot.ospm.interpreter;

import org.jspecify.annotations.NullMarked;
