package org.memslot.hypervisor.kvm;

import java.lang.foreign.MemorySegment;

/** An open file descriptor on which ioctls are made. Closing it twice is harmless. */
final class Descriptor implements AutoCloseable {
  private final int fd;
  private boolean closed;

  Descriptor(int fd) {
    this.fd = fd;
  }

  int fd() {
    return fd;
  }

  /**
   * Makes a call.
   *
   * @param what its argument in words, for the message
   * @return the result, 0 or more
   * @throws KvmException.Call when it fails
   */
  int ioctl(KvmIoctl call, long argument, String what) {
    int result = Libc.ioctl(fd, call.request(), argument);
    if (result < 0) {
      throw new KvmException.Call(call.name(), what, new Errno(-result));
    }
    return result;
  }

  /** As {@link #ioctl(KvmIoctl, long, String)} with a structure as argument. */
  int ioctl(KvmIoctl call, MemorySegment argument, String what) {
    return ioctl(call, argument.address(), what);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Libc.close(fd);
    }
  }
}
