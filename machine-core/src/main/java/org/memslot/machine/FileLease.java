package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a file as it is while memory is made of it (fcntl(2), F_SETLEASE): whoever wants to write
 * it, or make it shorter, waits until all memory that is the file's has been copied. Without that
 * an access to a page that the file no longer has would be a SIGBUS.
 *
 * <p>Linux gives a lease on a regular file of this user's that nobody has open for writing, and not
 * on every file system. It lets others wait for /proc/sys/fs/lease-break-time, 45 seconds; where
 * the copying takes longer, memory may be lost after all.
 */
final class FileLease {
  private static final Logger LOG = LoggerFactory.getLogger(FileLease.class);

  /** Between two looks at whether somebody waits, in milliseconds. */
  private static final long LOOK = 100;

  /** Bytes that are exchanged at once; each time leaves a mapping more. */
  private static final long LEAST_STEP = 256 << 10;

  private static final long MOST_STEPS = 1 << 12;

  /**
   * A signal that is ignored unless somebody listens to it: SIGURG. SIGIO would end the process.
   */
  private static final int IGNORED_SIGNAL = 23;

  private static final int F_SETSIG = 10;
  private static final int F_SETLEASE = 1024;
  private static final int F_GETLEASE = 1025;
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int F_RDLCK = 0;
  private static final int F_UNLCK = 2;

  private static final ScheduledExecutorService WATCHER =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("file-leases").factory());

  /** Part of a mapping that is the file's. */
  private record Part(WeakReference<HostMapping> owner, long address, long length) {}

  private final int fd;
  private final List<Part> parts = new ArrayList<>();
  private @Nullable ScheduledFuture<?> watch;
  private boolean released;
  private boolean ended;

  private FileLease(int fd) {
    this.fd = fd;
  }

  /** A lease on an open file, which may be closed afterwards; empty when it cannot be had. */
  static Optional<FileLease> take(int file) {
    long fd = Host.fcntl(file, F_DUPFD_CLOEXEC, 0);
    if (fd < 0) {
      return Optional.empty();
    }
    if (Host.fcntl((int) fd, F_SETSIG, IGNORED_SIGNAL) < 0
        || Host.fcntl((int) fd, F_SETLEASE, F_RDLCK) < 0) {
      Host.close((int) fd);
      return Optional.empty();
    }
    FileLease lease = new FileLease((int) fd);
    lease.start();
    return Optional.of(lease);
  }

  private synchronized void start() {
    watch = WATCHER.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
  }

  /** Notes memory that is the file's from now on; false when the lease has ended. */
  synchronized boolean add(HostMapping owner, long address, long length) {
    if (ended) {
      return false;
    }
    parts.add(new Part(new WeakReference<>(owner), address, length));
    return true;
  }

  /** A mapping is about to be released. */
  synchronized void remove(HostMapping owner) {
    parts.removeIf(part -> part.owner().refersTo(owner) || part.owner().refersTo(null));
  }

  private void look() {
    try {
      lookAtOnce();
    } catch (RuntimeException | Error e) {
      LOG.error("a file that memory is made of is no longer watched", e);
      throw e;
    }
  }

  private synchronized void lookAtOnce() {
    parts.removeIf(part -> part.owner().refersTo(null));
    boolean wanted = Host.fcntl(fd, F_GETLEASE, 0) != F_RDLCK;
    if (wanted) {
      LOG.warn(
          "another program writes the file that memory was restored from: it waits until that"
              + " memory is read");
      parts.forEach(FileLease::copyOrSay);
      parts.clear();
    }
    if (wanted || (released && parts.isEmpty())) {
      end();
    }
  }

  /** No more memory is made of the file: the lease ends with the last that is. */
  synchronized void release() {
    released = true;
  }

  private void end() {
    ended = true;
    Host.fcntl(fd, F_SETLEASE, F_UNLCK);
    Host.close(fd);
    if (watch != null) {
      watch.cancel(false);
    }
  }

  private static void copyOrSay(Part part) {
    try {
      copy(part);
    } catch (RuntimeException | Error e) {
      LOG.error("memory that was restored from a file is lost with it", e);
    }
  }

  /**
   * Puts anonymous memory with the same bytes in the place of a part. Copies of single pages would
   * not do: a file that is made shorter takes even those that were written away. What a guest
   * writes into a step between its copy and its exchange, some microseconds, is lost.
   */
  private static void copy(Part part) {
    HostMapping owner = part.owner().get();
    if (owner == null) {
      return;
    }
    long step = Math.max(LEAST_STEP, part.length() / MOST_STEPS & -LEAST_STEP);
    for (long done = 0; done < part.length(); done += step) {
      exchange(part.address() + done, Math.min(step, part.length() - done));
    }
    Host.keep(owner);
  }

  private static void exchange(long address, long length) {
    int flags = Host.MAP_PRIVATE | Host.MAP_ANONYMOUS | Host.MAP_NORESERVE;
    long fresh = Host.mmap(0, length, flags, -1, 0);
    if (fresh < 0 && fresh > -4096) {
      throw new HostMemoryException("no memory for what a file held", length, (int) -fresh);
    }
    MemorySegment.copy(Host.MEMORY, address, Host.MEMORY, fresh, length);
    long moved = Host.mremap(fresh, length, address);
    if (moved < 0 && moved > -4096) {
      Host.munmap(fresh, length);
      throw new HostMemoryException("what a file held was not kept", length, (int) -moved);
    }
  }
}
