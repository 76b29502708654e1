module org.memslot.machine {
  requires static org.jspecify;
  requires org.slf4j;

  exports org.memslot.machine;
}
