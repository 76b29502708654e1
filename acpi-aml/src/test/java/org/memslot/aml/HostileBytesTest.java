package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.testing.Seeds;

/**
 * Any bytes: a tree that encodes to the same bytes, or a typed error. Replay random ones with
 * {@code -Dtest.jvm.options=-Dseed=N}.
 */
class HostileBytesTest {
  /** Of how many bytes one is changed; 1 with {@code -Dbyte.step=1}. */
  private static final int STEP = Integer.getInteger("byte.step", 8);

  private static void assertTreeOrTypedError(byte[] bytes) {
    DecoderFuzz.roundTrip(bytes);
  }

  /** What Jazzer found worth keeping: {@code fuzz/README.md} among the resources. */
  @Test
  void corpusOfTheFuzzer() throws IOException {
    try (InputStream in = HostileBytesTest.class.getResourceAsStream("/fuzz/corpus.zip");
        ZipInputStream corpus = new ZipInputStream(Objects.requireNonNull(in))) {
      int inputs = 0;
      while (corpus.getNextEntry() != null) {
        DecoderFuzz.fuzzerTestOneInput(corpus.readAllBytes());
        inputs++;
      }
      assertThat(inputs).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pc-slots-DSDT", "q35-nvdimm-SSDT"})
  void tableCutAtEveryByte(String name) {
    byte[] table = Tables.qemu(name);
    for (int length = 0; length < table.length; length += table.length > 3000 ? 7 * STEP : STEP) {
      byte[] cut = Arrays.copyOf(table, length);
      assertTreeOrTypedError(cut);
      if (length >= TableHeader.LENGTH) {
        setLength(cut);
        assertTreeOrTypedError(cut);
      }
    }
  }

  private static void setLength(byte[] table) {
    for (int i = 0; i < 4; i++) {
      table[4 + i] = (byte) (table.length >> (8 * i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q35-nvdimm-SSDT", "microvm-bare-DSDT"})
  void tableWithEveryByteFlipped(String name) {
    byte[] table = Tables.qemu(name);
    for (int i = 0; i < table.length; i += STEP) {
      for (int flip : new int[] {0x01, 0x10, 0x40, 0x80, 0xff}) {
        byte[] flipped = table.clone();
        flipped[i] ^= (byte) flip;
        assertTreeOrTypedError(flipped);
      }
    }
  }

  @Test
  void randomBytes() {
    Random random = Seeds.random("HostileBytesTest", 20261124);
    for (int i = 0; i < Seeds.cases(1250); i++) {
      byte[] aml = new byte[random.nextInt(300)];
      random.nextBytes(aml);
      assertTreeOrTypedError(Tables.around(aml));
    }
  }

  @Test
  void randomlyChangedTables() {
    Random random = Seeds.random("HostileBytesTest", 20261124);
    byte[] donor = Tables.qemu("pc-devices-DSDT");
    for (int i = 0; i < Seeds.cases(750); i++) {
      byte[] table = Tables.qemu("q35-nvdimm-SSDT");
      for (int change = random.nextInt(8); change >= 0; change--) {
        int at = TableHeader.LENGTH + random.nextInt(table.length - TableHeader.LENGTH);
        int length = Math.min(1 + random.nextInt(12), table.length - at);
        System.arraycopy(donor, random.nextInt(donor.length - length), table, at, length);
      }
      assertTreeOrTypedError(table);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // deep: LNot, Buffer sizes, packages, devices, If, calls of a method of seven arguments
        "92",
        "8300",
        "72",
        "1203ff",
        "13",
        "5b82",
        "a0",
        "a00301",
        "71",
        "11",
        "5b80",
        // wide: what is one or two bytes long, each of which is a term
        "00",
        "a3",
        "60",
        "5b33",
        "0d00",
        "0a05",
        "a00200",
        "a00203",
        "5b820541414141",
        "10020000",
        "0641414141424242421541414141080706",
      })
  void muchOfTheSame(String hex) {
    byte[] unit = java.util.HexFormat.of().parseHex(hex);
    byte[] aml = new byte[200_000 / unit.length * unit.length];
    for (int i = 0; i < aml.length; i++) {
      aml[i] = unit[i % unit.length];
    }
    assertTreeOrTypedError(Tables.around(aml));
  }

  /** Packages whose lengths reach to the end of the table, each in the one before. */
  @ParameterizedTest
  @ValueSource(strings = {"5b82", "10", "14", "a0", "a2", "12", "13", "11"})
  void packagesInPackages(String hex) throws InterruptedException {
    byte[] opcode = java.util.HexFormat.of().parseHex(hex);
    byte[] head = {0, 0, 0, 0, 'A', 'A', 'A', 'A', 0};
    int step = opcode.length + head.length;
    byte[] aml = new byte[step * 2000];
    for (int at = 0; at < aml.length; at += step) {
      System.arraycopy(opcode, 0, aml, at, opcode.length);
      System.arraycopy(head, 0, aml, at + opcode.length, head.length);
      int length = aml.length - at - opcode.length;
      aml[at + opcode.length] = (byte) (0xc0 | (length & 0xf));
      for (int i = 0; i < 3; i++) {
        aml[at + opcode.length + 1 + i] = (byte) (length >> (4 + 8 * i));
      }
    }
    assertFitsStack(() -> assertTreeOrTypedError(Tables.around(aml)));
  }

  /** A thread of 896 KiB: the JVM gives one 1 MiB, and callers have frames of their own. */
  private static void assertFitsStack(Runnable test) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, test, "small stack", 896 << 10);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  /**
   * All that decoding allocates, garbage too, is less than 64 bytes for each byte of the table and
   * a constant.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "92",
        "8300",
        "72",
        "00",
        "a3",
        "60",
        "5b33",
        "0d00",
        "0d4100",
        "0a05",
        "a00200",
        "a003a3",
        "a00203",
        "a003a303",
        "10020000",
        "41414141",
        "0841414141" + "00",
        "08" + "5c41414141" + "01",
        "06" + "41414141" + "42424242",
        "5b0241414141",
        "12020112020112020100",
        "71",
        "2f00",
        "5e00",
        "5e5e00",
        "5b820541414141",
        "14064141414100"
      })
  void memoryIsBounded(String hex) {
    byte[] unit = java.util.HexFormat.of().parseHex(hex);
    byte[] aml = new byte[1 << 20];
    for (int i = 0; i < aml.length; i++) {
      aml[i] = unit[i % unit.length];
    }
    assertBounded(Tables.around(aml));
  }

  /** Declarations with names that are all different, which no cache of names helps with. */
  @ParameterizedTest
  @ValueSource(strings = {"08%s00", "5b02%s", "5b0705%s", "10 05 %s", "1406%s00", "%s"})
  void memoryIsBoundedForDifferentNames(String pattern) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      String name =
          "%02x%02x%02x%02x"
              .formatted('A' + i % 26, 'A' + i / 26 % 26, 'A' + i / 676 % 26, 'A' + i / 17576 % 26);
      hex.append(pattern.replace("%s", name).replace(" ", ""));
    }
    assertBounded(Tables.around(hex.toString()));
  }

  private static void assertBounded(byte[] table) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    AmlDecoder.decode(Tables.around(""));

    long before = threads.getCurrentThreadAllocatedBytes();
    AmlDecoding decoding = AmlDecoder.decode(table);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(decoding.table().terms()).isNotEmpty();
    assertThat(allocated).isLessThan(64L * table.length + (1 << 20));
  }
}
