package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Video firmware table of AMD GPUs. */
public final class VfctLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "VFCT",
          "AMD Video BIOS Firmware Content Table",
          "AMD, as in Linux, drivers/gpu/drm/amd/include/atombios.h",
          guid("Table UUID"),
          u32("VBIOS Image Offset"),
          u32("Lib1 Image Offset"),
          reserved(16),
          at(
              value("VBIOS Image Offset"),
              toEnd(
                  "VBIOS Image",
                  u32("PCI Bus"),
                  u32("PCI Device"),
                  u32("PCI Function"),
                  u16("Vendor ID"),
                  u16("Device ID"),
                  u16("Subsystem Vendor ID"),
                  u16("Subsystem ID"),
                  u32("Revision"),
                  u32("Image Length"),
                  bytes("Image", value("Image Length")))));

  private VfctLayout() {}
}
