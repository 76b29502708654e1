/** The guest's side of ACPI: an AML interpreter and an embedded guest that uses it. */
module org.memslot.ospm {
  requires com.google.common;
  requires static org.jspecify;
  requires transitive org.memslot.machine;
  requires transitive org.memslot.aml;
  requires org.slf4j;

  exports org.memslot.ospm;
  exports org.memslot.ospm.interpreter;
  exports org.memslot.ospm.interpreter.host;
  exports org.memslot.ospm.interpreter.value;
}
