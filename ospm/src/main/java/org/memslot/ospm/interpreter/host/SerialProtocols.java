package org.memslot.ospm.interpreter.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** The spaces whose fields are buffers, and how long these are. */
final class SerialProtocols {
  /** Status and length, before the data. */
  private static final int HEADER = 2;

  private static final int NONE = -1;

  /** The longest data of GenericSerialBus, by AccessAttrib (ACPI 6.5, 5.5.2.4.6). */
  private static final List<Integer> DATA_LENGTHS =
      List.of(NONE, NONE, 0, NONE, 1, NONE, 1, NONE, 2, NONE, 0xFF, 0xFF, 2, 0xFF, 0xFF, 0xFF);

  /** The buffers of one length: SMBus and IPMI by the specification, the others by ACPICA. */
  private static final Map<RegionSpace, Integer> FIXED_LENGTHS =
      Map.of(
          RegionSpace.SMBUS, 34,
          RegionSpace.IPMI, 66,
          RegionSpace.PLATFORM_RT_MECHANISM, 26,
          RegionSpace.FUNCTIONAL_FIXED_HW, 256);

  /** The spaces that are accessed by whole transactions only. */
  static final Set<RegionSpace> SPACES =
      Set.of(
          RegionSpace.SMBUS,
          RegionSpace.IPMI,
          RegionSpace.GENERIC_SERIAL_BUS,
          RegionSpace.PLATFORM_RT_MECHANISM);

  private SerialProtocols() {}

  static int bufferLength(RegionSpace space, int attribute) {
    Integer fixed = FIXED_LENGTHS.get(space);
    if (fixed != null) {
      return fixed;
    }
    int length =
        attribute >= 0 && attribute < DATA_LENGTHS.size() ? DATA_LENGTHS.get(attribute) : NONE;
    if (length == NONE) {
      throw new AmlException(
          AmlStatus.AE_AML_PROTOCOL,
          "no protocol has access attribute 0x%02X".formatted(attribute));
    }
    return HEADER + length;
  }
}
