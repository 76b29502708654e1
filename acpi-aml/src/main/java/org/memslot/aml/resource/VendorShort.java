package org.memslot.aml.resource;

import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * Vendor-defined data in a small item (ACPI 6.5, section 6.4.2.8).
 *
 * @param data 0 to 7 bytes
 */
public record VendorShort(ByteList data) implements ResourceDescriptor {
  /** Checks the length. */
  public VendorShort {
    Checks.range("VendorShort length", data.length(), 0, 7);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.VENDOR_SHORT).octets(data).toByteArray();
  }

  static VendorShort decode(ItemReader in) {
    return new VendorShort(in.octets(in.remaining()));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("VendorShort").tag().octets(data).build();
  }
}
