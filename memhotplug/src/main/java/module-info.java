module org.memslot.hotplug {
  requires com.google.common;
  requires static org.jspecify;
  requires transitive org.memslot.machine;
  requires transitive org.memslot.aml;
  requires transitive org.memslot.bios;
  requires org.slf4j;

  exports org.memslot.hotplug;
  exports org.memslot.hotplug.device;
  exports org.memslot.hotplug.slot;
  exports org.memslot.hotplug.state;
}
