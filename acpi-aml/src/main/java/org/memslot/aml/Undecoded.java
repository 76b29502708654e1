package org.memslot.aml;

/**
 * Bytes that the decoder could not read, kept so that nothing is lost. A problem of the decoding
 * says why.
 *
 * @param bytes the bytes, from the first that belongs to the unreadable term
 */
public record Undecoded(ByteList bytes) implements Term, DataRefObject, FieldElement {}
