/** The {@code memslot} command: options in, a machine built, results shown. */
module org.memslot.cli {
  requires com.google.common;
  requires static org.jspecify;
  requires info.picocli;
  requires org.jline.reader;
  requires org.jline.terminal;
  requires org.memslot.hypervisor;
  requires org.slf4j;
  requires org.tinylog.api;
}
