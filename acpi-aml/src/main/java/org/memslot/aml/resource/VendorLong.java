package org.memslot.aml.resource;

import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * Vendor-defined data in a large item (ACPI 6.5, section 6.4.3.2).
 *
 * @param data 0 to 65535 bytes
 */
public record VendorLong(ByteList data) implements ResourceDescriptor {
  /** Checks the length. */
  public VendorLong {
    Checks.largeItem("VendorLong", data.length());
  }

  @Override
  public byte[] encode() {
    return ItemWriter.large(ItemTag.VENDOR_LONG).octets(data).toByteArray();
  }

  static VendorLong decode(ItemReader in) {
    return new VendorLong(in.octets(in.remaining()));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("VendorLong").tag().octets(data).build();
  }
}
