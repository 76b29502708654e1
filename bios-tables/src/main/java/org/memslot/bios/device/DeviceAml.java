package org.memslot.bios.device;

import java.util.List;
import java.util.function.Consumer;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.Term;
import org.memslot.aml.TermListBuilder;
import org.memslot.machine.AddressRange;

/**
 * A device's part of the DSDT.
 *
 * @param terms at the root of the namespace, in the order of the DSDT
 * @param externals names of other tables that the terms use
 * @param reserved I/O ports that no {@code _CRS} of the terms lists: the DSDT reserves them, so
 *     that the operating system gives them to no other device
 */
public record DeviceAml(List<Term> terms, List<External> externals, List<AddressRange> reserved) {
  /** Nothing: the operating system does not find the device by ACPI. */
  public static final DeviceAml NONE = new DeviceAml(List.of(), List.of(), List.of());

  /** The system bus: devices with fixed addresses that are on no other bus. */
  public static final String SYSTEM_BUS = "_SB";

  /** The PCI root bridge, which devices on ISA and PCI belong to. */
  public static final String PCI_BUS = "_SB.PCI0";

  /** Copies the lists. */
  public DeviceAml {
    terms = List.copyOf(terms);
    externals = List.copyOf(externals);
    reserved = List.copyOf(reserved);
  }

  /** Terms at the root of the namespace. */
  public static DeviceAml of(List<Term> terms) {
    return new DeviceAml(terms, List.of(), List.of());
  }

  /**
   * Terms in a scope.
   *
   * @param scope a path from the root, such as {@link #SYSTEM_BUS} or {@link #PCI_BUS}
   */
  public static DeviceAml in(String scope, Consumer<TermListBuilder> body) {
    return of(TermListBuilder.of(root -> root.scope(scope, body)));
  }

  /** This with names of other tables that the terms use. */
  public DeviceAml withExternals(List<External> names) {
    return new DeviceAml(terms, names, reserved);
  }

  /** This with I/O ports that the DSDT reserves. */
  public DeviceAml reserving(AddressRange... ports) {
    return new DeviceAml(terms, externals, List.of(ports));
  }
}
