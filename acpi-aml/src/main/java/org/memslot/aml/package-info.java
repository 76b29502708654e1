/**
 * AML, the bytecode of ACPI (ACPI 6.5, chapter 20): a tree of immutable records for the whole
 * grammar, a builder that reads like ASL, an encoder and a lossless decoder.
 *
 * {@snippet id="WriteATable" :
 * AmlTable table =
 *     AmlTable.of(
 *         new TableHeader("SSDT", 2, "EXAMPL", "COUNTER", 1, "MSLT", 1),
 *         block ->
 *             block.scope(
 *                 "\\_SB",
 *                 sb ->
 *                     sb.device(
 *                         "CNT0",
 *                         device ->
 *                             device
 *                                 .name("_HID", eisaId("PNP0C02"))
 *                                 .name("SUM", integer(0))
 *                                 .method(
 *                                     "COUN",
 *                                     1,
 *                                     body ->
 *                                         body.with(add(path("SUM"), ARG0, path("SUM")))
 *                                             .returns(path("SUM"))))));
 * List<AmlProblem> problems = table.check();
 * byte[] aml = table.encode();
 * AmlDecoding decoded = AmlDecoder.decode(aml);
 * String asl = AslPrinter.print(decoded.table());
 * }
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
 *   <li>{@link org.memslot.aml.TermArg}: everything that has a value: {@link
 *       org.memslot.aml.Expression}s, {@link org.memslot.aml.DataObject}s, names, Locals and Args;
 *   <li>{@link org.memslot.aml.Undecoded}: bytes that the decoder could not decode and kept.
 * </ul>
 *
 * All of these types are sealed, so a {@code switch} over them needs no default. A record that no
 * bytes can express is rejected with {@link org.memslot.aml.InvalidTermException}.
 *
 * <h2>Lossless decoding</h2>
 *
 * AML sometimes has several encodings of the same thing: a wider integer than necessary, a longer
 * package length, a MultiNamePrefix for a single segment. A record stores the encoding that was
 * used as its last component, so the encoder reproduces the decoded bytes exactly. Code that builds
 * trees can ignore this: the shorter constructors and the factory methods choose the shortest
 * encoding.
 */
@NullMarked
package org.memslot.aml;

import org.jspecify.annotations.NullMarked;
