/**
 * AML, the bytecode of ACPI, as a language: one tree of immutable records for the whole grammar of
 * ACPI 6.5 chapter 20, a builder that reads like ASL, an encoder, a decoder and an ASL printer.
 *
 * <h2>The tree</h2>
 *
 * A definition block is an {@link org.memslot.aml.AmlTable}: a header and a list of {@link
 * org.memslot.aml.Term}s. A term is one of
 *
 * <ul>
 *   <li>{@link org.memslot.aml.NamespaceModifier}: Alias, Name, Scope;
 *   <li>{@link org.memslot.aml.NamedObject}: Device, Method, OperationRegion, Field, ...;
 *   <li>{@link org.memslot.aml.Statement}: If, While, Return, Notify, ...;
 *   <li>{@link org.memslot.aml.TermArg}: everything that has a value, {@link
 *       org.memslot.aml.Expression}s, {@link org.memslot.aml.DataObject}s, names, Locals and Args;
 *   <li>{@link org.memslot.aml.Undecoded}: bytes that the decoder could not read and kept.
 * </ul>
 *
 * All of them are sealed, so a {@code switch} over them needs no default. A record refuses, with
 * {@link org.memslot.aml.InvalidTermException}, what no bytes can express.
 *
 * <h2>Bytes are not lost</h2>
 *
 * Where AML has several encodings of one thing (a wide integer, a package length with more bytes
 * than it needs, a MultiNamePrefix for one segment) the record keeps which one was used as its last
 * component, and a shorter constructor or factory chooses the shortest. So what a decoder reads, an
 * encoder writes again byte for byte, and who builds trees by hand need not care.
 */
@NullMarked
package org.memslot.aml;

import org.jspecify.annotations.NullMarked;
