package org.memslot.bios.firmware;

import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.Term;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.ResourceTemplateBuilder;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AddressRange;

/**
 * The Differentiated System Description Table of a board: what its devices say of themselves, the
 * processors, and a motherboard device (PNP0C02) for ports that no other device lists.
 */
final class BoardDsdt {
  private static final int REVISION = 2;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final MachineInformation machine;
  private final List<DeviceAml> devices;

  BoardDsdt(MachineInformation machine, List<Device> devices) {
    this.machine = machine;
    this.devices = devices.stream().map(device -> device.aml(machine)).toList();
  }

  /** The table, with the names declared that it uses of others. */
  AmlTable table() {
    List<Term> terms = new ArrayList<>();
    List<External> externals = new ArrayList<>();
    List<AddressRange> reserved = new ArrayList<>();
    for (DeviceAml device : devices) {
      terms.addAll(device.terms());
      externals.addAll(device.externals());
      reserved.addAll(device.reserved());
    }
    terms.addAll(
        TermListBuilder.of(
            root -> {
              root.scope("_SB", this::processors);
              if (!reserved.isEmpty()) {
                root.scope(DeviceAml.PCI_BUS, bus -> motherboard(bus, reserved));
              }
            }));
    AmlTable table = new AmlTable(TableOrigin.OURS.header("DSDT", REVISION), terms);
    return externals.isEmpty() ? table : Externals.declare(table, externals);
  }

  private void processors(TermListBuilder system) {
    for (int cpu = 0; cpu < machine.paravirt().cpuNodes().size(); cpu++) {
      int number = cpu;
      system.device(
          "C" + HEX.toHexDigits(number, 3),
          device -> {
            device.name("_HID", new StringConst("ACPI0007")).name("_UID", integer(number));
            if (number >= machine.presentCpus()) {
              device.name("_STA", integer(0));
            }
          });
    }
  }

  private static void motherboard(TermListBuilder bus, List<AddressRange> reserved) {
    bus.device(
        "MBRD",
        device ->
            device
                .name("_HID", eisaId("PNP0C02"))
                .name(
                    "_CRS", ResourceTemplate.of(template -> ports(template, reserved)).toBuffer()));
  }

  private static void ports(ResourceTemplateBuilder template, List<AddressRange> reserved) {
    for (AddressRange range : reserved) {
      template.ioPorts((int) range.first(), (int) range.length());
    }
  }
}
