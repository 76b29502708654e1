package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.testing.Seeds;

class SerialOutputTest {
  private static final long SEED = Seeds.seed("SerialOutputTest", 1);

  /** A reader that takes nothing until it is let. */
  private static final class SlowStream extends ByteArrayOutputStream {
    private final Semaphore writes = new Semaphore(0);

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      writes.acquireUninterruptibly();
      super.write(bytes, offset, length);
    }
  }

  @Test
  void allBytesComeInTheirOrderHoweverTheyAreSent() throws InterruptedException {
    Random random = new Random(SEED);
    byte[] sent = new byte[300_000];
    random.nextBytes(sent);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Semaphore room = new Semaphore(0);
    try (SerialOutput output = new SerialOutput(stream)) {
      output.onRoom(room::release);
      for (byte value : sent) {
        if (!output.send(value)) {
          room.acquire();
        }
        if (random.nextInt(10_000) == 0) {
          Thread.sleep(random.nextInt(8));
        }
      }
    }
    assertThat(stream.toByteArray()).as("seed %d", SEED).isEqualTo(sent);
  }

  @Test
  void aLineThatIsNotReadIsBusyAndNothingIsLost() throws InterruptedException {
    SlowStream stream = new SlowStream();
    CountDownLatch room = new CountDownLatch(1);
    int sent = 0;
    try (SerialOutput output = new SerialOutput(stream)) {
      output.onRoom(room::countDown);
      boolean taken = true;
      while (taken) {
        taken = output.send((byte) sent++);
      }
      assertThat(room.getCount()).isEqualTo(1);
      stream.writes.release(1000);
      room.await();
      assertThat(output.send((byte) sent++)).isTrue();
    }
    byte[] got = stream.toByteArray();
    assertThat(got).hasSize(sent);
    for (int i = 0; i < sent; i++) {
      assertThat(got[i]).isEqualTo((byte) i);
    }
  }

  @Test
  void aStreamThatIsGoneDoesNotStopThePort() throws InterruptedException {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("gone");
          }
        };
    try (SerialOutput output = new SerialOutput(gone)) {
      CountDownLatch room = new CountDownLatch(1);
      output.onRoom(room::countDown);
      for (int i = 0; i < 100_000; i++) {
        if (!output.send((byte) i)) {
          room.await();
        }
      }
      assertThat(output.send((byte) 0)).isTrue();
    }
  }

  @Test
  void aStreamThatGoesWhileThePortIsBusyFreesIt() throws InterruptedException {
    Semaphore write = new Semaphore(0);
    Semaphore writing = new Semaphore(0);
    OutputStream going =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            writing.release();
            write.acquireUninterruptibly();
            throw new IOException("gone");
          }
        };
    try (SerialOutput output = new SerialOutput(going)) {
      Semaphore room = new Semaphore(0);
      output.onRoom(room::release);
      output.send((byte) 0);
      writing.acquire();
      boolean taken = true;
      while (taken) {
        taken = output.send((byte) 0);
      }
      assertThat(room.availablePermits()).isZero();
      write.release();
      room.acquire();
      assertThat(output.send((byte) 0)).isTrue();
    }
  }

  /** A pipe that nobody reads: quit must not wait for it for ever. */
  @Test
  @Timeout(60)
  void aReaderThatTakesNothingIsNotWaitedForAtTheEnd() {
    SlowStream never = new SlowStream();
    SerialOutput output = new SerialOutput(never);
    output.send((byte) 'x');
    output.close();
    assertThat(output.send((byte) 'y')).isTrue();
    never.writes.release(10);
  }

  @Test
  @Timeout(60)
  void aStreamThatFailsUncheckedFreesThePort() throws InterruptedException {
    OutputStream bad =
        new OutputStream() {
          @Override
          public void write(int value) {
            throw new IllegalStateException("bad");
          }
        };
    try (SerialOutput output = new SerialOutput(bad)) {
      Semaphore room = new Semaphore(0);
      output.onRoom(room::release);
      output.send((byte) 0);
      room.acquire();
      for (int i = 0; i < 100_000; i++) {
        assertThat(output.send((byte) i)).isTrue();
      }
    }
  }
}
