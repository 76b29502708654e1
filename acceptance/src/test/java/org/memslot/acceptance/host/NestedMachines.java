package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A nested machine for several tests. It starts with the first request; a machine that stands still
 * is replaced and gets the request again, up to three machines in all.
 */
public final class NestedMachines implements AutoCloseable {
  private static final int MOST = 3;

  private final Path work;
  private final Path initrd;
  private final int processors;
  private @Nullable NestedMachine machine;
  private int started;

  /**
   * Machines with the same content.
   *
   * @param work a folder for their files
   * @param initrd see {@link NestedMachine#start}
   */
  public NestedMachines(Path work, Path initrd) {
    this.work = work;
    this.initrd = initrd;
    this.processors = Integer.getInteger("nested.cpus", 1);
  }

  /** Makes a request of the program, and returns "passed", or "failed" with a reason. */
  public String request(String request, Duration limit) {
    while (true) {
      try {
        return running().request(request, limit);
      } catch (StandstillException e) {
        System.out.println("machine " + started + " of " + MOST + ": " + e.getMessage());
        close();
        if (started == MOST) {
          throw new AssertionError("all machines stood still", e);
        }
      } catch (AssertionError e) {
        close();
        throw e;
      }
    }
  }

  private NestedMachine running() {
    NestedMachine current = machine;
    if (current == null) {
      try {
        started++;
        Path folder = Files.createDirectory(work.resolve("machine" + started));
        current = NestedMachine.start(folder, initrd, processors);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      machine = current;
    }
    return current;
  }

  /** Kills the machine that runs, if there is one. */
  @Override
  public void close() {
    NestedMachine current = machine;
    if (current != null) {
      machine = null;
      current.close();
    }
  }
}
