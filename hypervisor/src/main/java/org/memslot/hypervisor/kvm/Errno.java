package org.memslot.hypervisor.kvm;

import java.util.Map;

/**
 * An error number of a Linux system call (errno(3)), numbered as on x86-64.
 *
 * @param number 1 or more
 */
public record Errno(int number) {
  static final Errno ENOENT = new Errno(2);
  static final Errno EINTR = new Errno(4);
  static final Errno ENXIO = new Errno(6);
  static final Errno EAGAIN = new Errno(11);
  static final Errno EACCES = new Errno(13);
  static final Errno ENODEV = new Errno(19);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "EPERM: operation not permitted"),
          Map.entry(2, "ENOENT: no such file"),
          Map.entry(4, "EINTR: interrupted by a signal"),
          Map.entry(5, "EIO: input/output error"),
          Map.entry(6, "ENXIO: no such device or address"),
          Map.entry(7, "E2BIG: the list is too long"),
          Map.entry(9, "EBADF: bad file descriptor"),
          Map.entry(11, "EAGAIN: try again"),
          Map.entry(12, "ENOMEM: out of memory"),
          Map.entry(13, "EACCES: permission denied"),
          Map.entry(14, "EFAULT: bad address"),
          Map.entry(16, "EBUSY: in use"),
          Map.entry(17, "EEXIST: exists already"),
          Map.entry(19, "ENODEV: no such device"),
          Map.entry(22, "EINVAL: invalid argument"),
          Map.entry(23, "ENFILE: the host has too many open files"),
          Map.entry(24, "EMFILE: the process has too many open files"),
          Map.entry(25, "ENOTTY: the device does not know the call"),
          Map.entry(28, "ENOSPC: no room left"),
          Map.entry(38, "ENOSYS: the kernel does not know the call"),
          Map.entry(95, "EOPNOTSUPP: not supported"));

  /** The name and what it means, such as {@code EBUSY: in use}. */
  @Override
  public String toString() {
    return NAMES.getOrDefault(number, "errno " + number);
  }
}
