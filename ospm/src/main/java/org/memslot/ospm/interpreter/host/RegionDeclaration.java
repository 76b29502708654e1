package org.memslot.ospm.interpreter.host;

import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * An operation region as a {@link RegionHandler} is told of it.
 *
 * @param path the region's absolute path, for messages
 * @param scope the device, bus or other scope it is declared in
 * @param space its address space
 * @param offset the region's first address in that space
 * @param length the region's length in bytes
 */
public record RegionDeclaration(
    String path, NamespaceNode scope, RegionSpace space, long offset, long length) {}
