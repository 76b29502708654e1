module org.memslot.hypervisor {
  requires com.google.common;
  requires static org.jspecify;
  requires transitive org.memslot.machine;
  requires transitive org.memslot.aml;
  requires transitive org.memslot.bios;
  requires transitive org.memslot.hotplug;
  requires transitive org.memslot.ospm;
  requires org.slf4j;

  exports org.memslot.hypervisor;
  exports org.memslot.hypervisor.boot;
  exports org.memslot.hypervisor.device;
  exports org.memslot.hypervisor.kvm;
}
