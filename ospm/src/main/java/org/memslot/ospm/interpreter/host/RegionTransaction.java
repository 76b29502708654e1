package org.memslot.ospm.interpreter.host;

import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;

/**
 * An access to a field that a driver serves as a whole: on SMBus (ACPI 6.5, chapter 13), IPMI
 * (5.5.2.4.4) and GenericSerialBus (5.5.2.4.6), to pins (5.5.2.4.5), and to the shared memory of a
 * PCC subspace (5.5.2.4.7).
 *
 * @param space the address space
 * @param address the region's offset plus the field's, in bytes; for pins the index of the first in
 *     the connection's list
 * @param bits the length of the field; for pins their number
 * @param write whether the AML stores
 * @param attribute what AccessAs says of the protocol, 0 if nothing
 * @param accessLength the length AccessAs gives with the attribute, 0 if none
 * @param connection the resource descriptor of Connection, empty if there is none
 * @param data what the AML stores, in the layout of the space; empty for a read
 */
public record RegionTransaction(
    RegionSpace space,
    long address,
    long bits,
    boolean write,
    int attribute,
    int accessLength,
    AmlBuffer connection,
    AmlBuffer data) {

  /** Tells whether fields of a space can be accessed by whole transactions only. */
  public static boolean isNeededBy(RegionSpace space) {
    return SerialProtocols.SPACES.contains(space);
  }

  /**
   * Returns the length of the buffer that the space's protocol exchanges, status and length
   * included.
   *
   * @throws AmlException AE_AML_PROTOCOL if the attribute names no protocol
   */
  public int bufferLength() {
    return SerialProtocols.bufferLength(space, attribute);
  }
}
