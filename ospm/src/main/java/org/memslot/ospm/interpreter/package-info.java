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
 * <p><b>Where it follows ACPICA rather than the text.</b> AnyAcc fields are accessed by bytes;
 * Sleep is cut off at two seconds; SizeOf of an integer is its width; names of data in a package
 * stand for the data, other names for references. Where ACPICA cannot store through DerefOf, as the
 * grammar allows, this interpreter can. The lock rule of a field needs nothing: one thread runs AML
 * at a time; the hardware's global lock is not taken.
 */
@NullMarked
package org.memslot.ospm.interpreter;

import org.jspecify.annotations.NullMarked;
