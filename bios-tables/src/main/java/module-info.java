@SuppressWarnings("module") // those that the last package is exported to are compiled later
module org.memslot.bios {
  requires com.google.common;
  requires static org.jspecify;
  requires transitive org.memslot.machine;
  requires transitive org.memslot.aml;
  requires org.slf4j;

  exports org.memslot.bios;
  exports org.memslot.bios.acpi;
  exports org.memslot.bios.acpi.layout;
  exports org.memslot.bios.device;
  exports org.memslot.bios.firmware;
  exports org.memslot.bios.linker;
  exports org.memslot.bios.smbios;
  exports org.memslot.bios.range to
      org.memslot.cli,
      org.memslot.hotplug,
      org.memslot.hypervisor;
}
