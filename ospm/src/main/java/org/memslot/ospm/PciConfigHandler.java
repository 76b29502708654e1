package org.memslot.ospm;

import java.util.Optional;
import org.memslot.aml.NameSeg;
import org.memslot.machine.AddressSpace;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.RegionDeclaration;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * Handles PCI_Config regions through the ports 0xCF8 and 0xCFC. The device and function are those
 * of the nearest _ADR above the region, the bus that of the nearest _BBN, else 0.
 */
final class PciConfigHandler implements RegionHandler {
  private static final long ADDRESS_PORT = 0xCF8;
  private static final long DATA_PORT = 0xCFC;
  private static final int ENABLE = 1 << 31;
  private static final int SPACE_SIZE = 256;
  private static final NameSeg ADR = NameSeg.of("_ADR");
  private static final NameSeg BBN = NameSeg.of("_BBN");

  private final AddressSpace ports;
  private final AmlInterpreter interpreter;

  PciConfigHandler(AddressSpace ports, AmlInterpreter interpreter) {
    this.ports = ports;
    this.interpreter = interpreter;
  }

  @Override
  public Access open(RegionDeclaration region) {
    long adr =
        nearest(region.scope(), ADR)
            .orElseThrow(
                () ->
                    new AmlException(
                        AmlStatus.AE_NOT_FOUND, "no _ADR says where " + region.path() + " is"));
    long bus = nearest(region.scope(), BBN).orElse(0L);
    int device = (int) (adr >>> 16) & 0x1F;
    int function = (int) adr & 0x7;
    int base = ENABLE | ((int) bus & 0xFF) << 16 | device << 11 | function << 8;
    return new ConfigAccess(ports, base);
  }

  private Optional<Long> nearest(NamespaceNode scope, NameSeg name) {
    for (Optional<NamespaceNode> at = Optional.of(scope); at.isPresent(); at = at.get().parent()) {
      Optional<NamespaceNode> object = at.get().child(name);
      if (object.isPresent()) {
        return interpreter
            .evaluate(object.get())
            .filter(AmlInteger.class::isInstance)
            .map(value -> ((AmlInteger) value).value());
      }
    }
    return Optional.empty();
  }

  private record ConfigAccess(AddressSpace ports, int base) implements Access {
    @Override
    public long read(long address, int width) {
      return ports.read(select(address, width), width);
    }

    @Override
    public void write(long address, int width, long value) {
      ports.write(select(address, width), width, value);
    }

    private long select(long address, int width) {
      int within = (int) address & 3;
      if (Long.compareUnsigned(address, SPACE_SIZE) >= 0 || within + width > Integer.BYTES) {
        throw new AmlException(
            AmlStatus.REGION_ACCESS_FAILED,
            "%d bytes at 0x%x of PCI configuration space".formatted(width, address));
      }
      ports.write32(ADDRESS_PORT, base | ((int) address & ~3));
      return DATA_PORT + within;
    }
  }
}
