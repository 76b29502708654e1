package org.memslot.ospm.interpreter.host;

import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * An address space that operation regions lie in (ACPI 6.5, 5.5.2.4): memory, ports, PCI
 * configuration space, an embedded controller.
 *
 * <p>The interpreter opens each region once, at its first access, so that a space can find out what
 * belongs to the region: for PCI configuration space, the device it is declared in.
 */
@FunctionalInterface
public interface RegionHandler {
  /**
   * Returns the way to access a region.
   *
   * @throws AmlException if the space has no such region
   */
  Access open(RegionDeclaration region);

  /**
   * Access to one region. Addresses are those of the space; values little-endian, zero-extended.
   */
  interface Access {
    /**
     * Reads.
     *
     * @param address the address in the space: region offset plus offset in the region
     * @param width 1, 2, 4 or 8 bytes
     * @throws AmlException REGION_ACCESS_FAILED if the space cannot do it
     */
    long read(long address, int width);

    /**
     * Writes.
     *
     * @param address the address in the space: region offset plus offset in the region
     * @param width 1, 2, 4 or 8 bytes
     * @param value the bits, those above the width zero
     * @throws AmlException REGION_ACCESS_FAILED if the space cannot do it
     */
    void write(long address, int width, long value);

    /**
     * Serves a field as a whole, as on SMBus, GenericSerialBus, IPMI, pins and PCC. The default
     * leaves it to {@link #transact(long, byte[])}.
     *
     * @return the answer: status, length and data in the layout of the space; for pins their
     *     levels, one bit each
     * @throws AmlException AE_AML_INVALID_SPACE_ID if the space has no transactions
     */
    default byte[] transact(RegionTransaction transaction) {
      return transact(transaction.address(), transaction.data().toByteArray());
    }

    /**
     * Does a transaction of a field with BufferAcc access, as on SMBus, GenericSerialBus or IPMI
     * (ACPI 6.5, 5.5.2.4.4), for a space that needs neither attribute nor connection.
     *
     * @param address the address in the space
     * @param request what the AML stored; empty for a read
     * @return the answer: status, length and data in the layout of the space
     * @throws AmlException AE_AML_INVALID_SPACE_ID if the space has no transactions, which is so
     *     unless it says otherwise
     */
    default byte[] transact(long address, byte[] request) {
      throw new AmlException(
          AmlStatus.AE_AML_INVALID_SPACE_ID, "the address space has no buffer access");
    }
  }
}
