package org.memslot.aml.resource;

import org.memslot.aml.ByteList;

/**
 * What the descriptors that refer to a {@link PinGroup} have in common.
 *
 * @param usage whether the device uses the pins or hands them on
 * @param shared whether other devices use the pins too
 * @param source the pin controller
 * @param label the group's name
 * @param vendorData the vendor's own data
 */
public record PinGroupLink(
    ResourceUsage usage, boolean shared, ResourceSource source, String label, ByteList vendorData) {
  /** Checks the values. */
  public PinGroupLink {
    Checks.text("ResourceLabel", label);
  }

  /** Checks the length of a descriptor whose fixed part ends at an offset. */
  void checkLength(String name, int fixedPart) {
    long names = PinTable.sizeOf(source.path()) + (long) PinTable.sizeOf(label);
    Checks.largeItem(name, fixedPart - 3 + names + vendorData.length());
  }

  int flags() {
    return (shared ? 1 : 0) | usage.value() << 1;
  }

  /** Writes everything from the source's index on. */
  byte[] finish(ItemWriter out, int sourceAt) {
    int labelAt = sourceAt + PinTable.sizeOf(source.path());
    return out.u8(source.index())
        .u16(sourceAt)
        .u16(labelAt)
        .u16(labelAt + PinTable.sizeOf(label))
        .u16(vendorData.length())
        .text(source.path())
        .text(label)
        .octets(vendorData)
        .toByteArray();
  }

  static PinGroupLink read(int flags, ItemReader in) {
    int index = in.u8();
    int sourceAt = in.u16();
    int labelAt = in.u16();
    int vendorAt = in.u16();
    return new PinGroupLink(
        Keyword.of(ResourceUsage.class, flags >> 1 & 1),
        (flags & 1) != 0,
        new ResourceSource(in.text(sourceAt, labelAt), index),
        in.text(labelAt, vendorAt),
        in.octets(vendorAt, in.u16()));
  }

  MacroBuilder endMacro(MacroBuilder macro) {
    return macro
        .string(source.path())
        .hex(source.index(), 8)
        .string(label)
        .word(usage)
        .tag()
        .vendorData(vendorData);
  }
}
