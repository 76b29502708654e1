module org.memslot.aml {
  requires static org.jspecify;

  exports org.memslot.aml;
  exports org.memslot.aml.asl;
  exports org.memslot.aml.diagnostic;
  exports org.memslot.aml.lint;
  exports org.memslot.aml.memory;
  exports org.memslot.aml.resource;
}
