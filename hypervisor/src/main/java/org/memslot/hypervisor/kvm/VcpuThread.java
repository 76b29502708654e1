package org.memslot.hypervisor.kvm;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memslot.machine.AddressSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vCPU that runs on a thread of its own until it is told to stop or leaves the guest for a reason
 * of its own.
 *
 * <p>Stopping works wherever the guest is: in an endless loop, idle in HLT with interrupts
 * disabled, or in a device.
 */
public final class VcpuThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VcpuThread.class);

  /** Told once, on the vCPU's thread, when the vCPU stops by itself; not when it was told to. */
  @FunctionalInterface
  public interface ExitListener extends Consumer<VcpuThread.Outcome> {}

  /** How a vCPU came to stop by itself. */
  public sealed interface Outcome {
    /** It left the guest. */
    record Left(VcpuExit exit) implements Outcome {}

    /** Running it failed. */
    record Failed(Throwable cause) implements Outcome {}
  }

  private final KvmVcpu vcpu;
  private final AddressSpace memory;
  private final AddressSpace ports;
  private final ExitListener listener;
  private final Thread thread;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean stopping;

  /** The kernel's number of the thread while it is to be signalled, else 0. Guarded by this. */
  private int tid;

  /**
   * A thread that has not started.
   *
   * @param listener hears how it came to stop by itself; it may call {@link #stop} but not {@link
   *     #close}
   */
  public VcpuThread(KvmVcpu vcpu, AddressSpace memory, AddressSpace ports, ExitListener listener) {
    this.vcpu = vcpu;
    this.memory = memory;
    this.ports = ports;
    this.listener = listener;
    this.thread = Thread.ofPlatform().daemon().name("vcpu-" + vcpu.id()).unstarted(this::run);
  }

  /** Starts it; a second start throws {@link IllegalThreadStateException}. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      body();
    } finally {
      ended.complete(null);
    }
  }

  private void body() {
    @Nullable Outcome outcome;
    try {
      vcpu.setSignalMask(KickSignal.block());
      setTid(Libc.gettid());
      outcome = runUntilLeft();
    } catch (RuntimeException | Error e) {
      outcome = new Outcome.Failed(e);
    } finally {
      setTid(0);
      // The Java VM restores the signal mask at a thread's end: what is pending then would end the
      // process.
      KickSignal.consume();
    }
    if (outcome != null) {
      tell(outcome);
    }
  }

  private void tell(Outcome outcome) {
    try {
      listener.accept(outcome);
    } catch (RuntimeException | Error e) {
      LOG.error("vCPU {} stopped: {}, and nobody has heard of it", vcpu.id(), outcome, e);
    }
  }

  private synchronized void setTid(int value) {
    tid = value;
  }

  private @Nullable Outcome runUntilLeft() {
    while (!stopping) {
      VcpuExit exit = vcpu.run(memory, ports);
      if (!(exit instanceof VcpuExit.Interrupted)) {
        return new Outcome.Left(exit);
      }
      KickSignal.consume();
    }
    return null;
  }

  /**
   * Asks it to stop and returns at once. After this the guest executes at most the access that it
   * is in. Stopping one that does not run does nothing.
   */
  public void stop() {
    stopping = true;
    synchronized (this) {
      if (tid != 0) {
        vcpu.requestExit();
        KickSignal.send(tid);
        tid = 0; // One is enough to stop it for good, and only one is consumed.
      }
    }
  }

  /**
   * Stops it and waits until its thread has done its work. An interruption of the calling thread
   * does not shorten the wait.
   */
  @Override
  public void close() {
    stop();
    if (thread.isAlive()) {
      ended.join();
    }
  }
}
