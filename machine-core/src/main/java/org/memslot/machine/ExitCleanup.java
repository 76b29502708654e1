package org.memslot.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and sockets that are deleted when the process ends in an orderly way (exit, SIGINT,
 * SIGTERM) before their owner has done it.
 */
final class ExitCleanup {
  private static final Logger LOG = LoggerFactory.getLogger(ExitCleanup.class);
  private static final Set<Entry> ENTRIES = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ExitCleanup::run, "exit-cleanup"));
  }

  private ExitCleanup() {}

  /** Deletes one path, if it is still the owner's. */
  @FunctionalInterface
  interface Entry {
    void delete() throws IOException;
  }

  /** A path whose name nobody else chooses. */
  static Entry of(Path path) {
    return () -> Files.deleteIfExists(path);
  }

  static void add(Entry entry) {
    ENTRIES.add(entry);
  }

  /** The owner has done it. */
  static void remove(Entry entry) {
    ENTRIES.remove(entry);
  }

  private static void run() {
    for (Entry entry : ENTRIES) {
      try {
        entry.delete();
      } catch (IOException e) {
        LOG.debug("left behind", e);
      }
    }
  }
}
