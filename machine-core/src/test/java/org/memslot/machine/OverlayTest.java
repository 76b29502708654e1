package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.testing.Seeds;

/** Bytes of a file in the place of memory: read when touched, copied when written. */
class OverlayTest {
  private static final int PAGE = 0x1000;
  private static final int PAGES = 64;

  @TempDir Path directory;

  private final AddressSpace space = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", PAGES * PAGE);
  private Path path = Path.of("");
  private byte[] content = new byte[PAGES * PAGE];

  @BeforeEach
  void write() throws IOException {
    assumeThat(Host.LINUX).as("files are mapped over memory on Linux only").isTrue();
    path = directory.resolve("file");
    new Random(1).nextBytes(content);
    Files.write(path, content);
    space.change(change -> change.add(0, ram));
  }

  private boolean overlay(long offset, long position, long length) throws IOException {
    try (HostFile file = HostFile.open(path)) {
      return ram.overlay(offset, file, position, length);
    }
  }

  private byte[] memory() {
    byte[] bytes = new byte[PAGES * PAGE];
    space.read(0, bytes, 0, bytes.length);
    return bytes;
  }

  @Test
  void theFilesBytesStandInMemoryAndWritesStayOutOfTheFile() throws Exception {
    space.write64(5 * PAGE - 8, 0x1111);
    space.write64(5 * PAGE, 0x2222);
    space.write64(8 * PAGE, 0x3333);
    assertThat(overlay(5 * PAGE, 7 * PAGE, 3 * PAGE)).isTrue();
    byte[] expected = new byte[content.length];
    System.arraycopy(content, 7 * PAGE, expected, 5 * PAGE, 3 * PAGE);
    ByteBuffer.wrap(expected).put(5 * PAGE - 8, new byte[] {0x11, 0x11});
    ByteBuffer.wrap(expected).put(8 * PAGE, new byte[] {0x33, 0x33});
    assertThat(memory()).isEqualTo(expected);

    space.write64(6 * PAGE + 16, 0x4444);
    assertThat(space.read64(6 * PAGE + 16)).isEqualTo(0x4444);
    assertThat(Files.readAllBytes(path)).isEqualTo(content);
  }

  /** Any parts in any order, writes between: memory is what an array would be. */
  @Test
  void anyPartsAndWritesAreAsInAnArray() throws Exception {
    Random random = Seeds.random("OverlayTest", 20261124);
    byte[] model = new byte[content.length];
    for (int step = 0; step < 300; step++) {
      int offset = random.nextInt(PAGES);
      int position = random.nextInt(PAGES);
      int pages = 1 + random.nextInt(PAGES - Math.max(offset, position));
      if (random.nextInt(3) == 0) {
        overlay((long) offset * PAGE, (long) position * PAGE, (long) pages * PAGE);
        System.arraycopy(content, position * PAGE, model, offset * PAGE, pages * PAGE);
      } else {
        byte[] bytes = new byte[1 + random.nextInt(2 * PAGE)];
        random.nextBytes(bytes);
        int at = random.nextInt(model.length - bytes.length);
        space.write(at, bytes, 0, bytes.length);
        System.arraycopy(bytes, 0, model, at, bytes.length);
      }
    }
    assertThat(memory()).isEqualTo(model);
    assertThat(Files.readAllBytes(path)).isEqualTo(content);
  }

  @Test
  void theFileStaysWhenItsNameGoesToAnother() throws Exception {
    try (HostFile file = HostFile.open(path)) {
      Path other = Files.write(directory.resolve("other"), new byte[PAGE]);
      Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
      assertThat(file.size()).isEqualTo(content.length);
      ByteBuffer last = ByteBuffer.allocate(PAGE);
      file.read(last, (PAGES - 1L) * PAGE);
      assertThat(last.array())
          .isEqualTo(Arrays.copyOfRange(content, (PAGES - 1) * PAGE, PAGES * PAGE));
      assertThat(ram.overlay(0, file, 0, PAGES * PAGE)).isTrue();
      Files.delete(path);
    }
    assertThat(memory()).isEqualTo(content);
  }

  @Test
  void closedMemoryIsTheFilesNoMore() throws Exception {
    overlay(0, 0, PAGES * PAGE);
    long address;
    try (Pin pin = ram.pin("test")) {
      address = pin.hostAddress();
    }
    space.change(change -> change.remove(ram));
    ram.close();
    // The addresses stay this region's until it is collected.
    for (long at = 0; at < PAGES * PAGE; at += PAGE) {
      assertThat(Host.load(address + at, 8)).isZero();
    }
    Host.keep(ram);
    try (HostFile file = HostFile.open(path)) {
      assertThatThrownBy(() -> ram.overlay(0, file, 0, PAGE))
          .isInstanceOf(RegionUnavailableException.class)
          .hasMessage("ram is closed and cannot be overlaid");
    }
  }

  @Test
  void whatIsNoPageOfTheRegionIsRefused() throws Exception {
    assertThatThrownBy(() -> overlay(0, 0, PAGE + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ram: overlay of 0x1001 bytes at 0x0 from 0x0: want multiples of 4096");
    assertThatThrownBy(() -> overlay(8, 0, PAGE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> overlay(0, 8, PAGE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> overlay(0, -PAGE, PAGE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> overlay(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> overlay(PAGE, 0, PAGES * PAGE))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(memory()).containsOnly(0);
  }

  static Stream<Backing> otherBackings() {
    return Stream.of(
        Backing.MEMFD,
        Backing.ANONYMOUS.with(Backing.HugePages.TRANSPARENT),
        Backing.ANONYMOUS.with((_, _) -> {}));
  }

  @ParameterizedTest
  @MethodSource("otherBackings")
  void otherMemoryStaysAsItIs(Backing backing) throws Exception {
    try (RamRegion other = RamRegion.create("other", PAGE, backing);
        HostFile file = HostFile.open(path)) {
      assertThat(other.overlay(0, file, 0, PAGE)).isFalse();
      try (Pin pin = other.pin("test")) {
        assertThat(pin.memory().toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
      }
    }
  }

  @Test
  void aFileThatIsNotThereOrTooShortIsAnError() throws Exception {
    assertThatThrownBy(() -> HostFile.open(directory.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
    try (HostFile file = HostFile.open(path)) {
      assertThatThrownBy(() -> file.read(ByteBuffer.allocate(PAGE), content.length - 8L))
          .isInstanceOf(EOFException.class)
          .hasMessage("the file ends at 0x%x", content.length);
    }
  }

  @Test
  void whatTheFileDoesNotHaveIsNotMadeMemory() throws Exception {
    space.write64(3 * PAGE, 0x1111);
    assertThat(overlay(3 * PAGE, (PAGES - 1) * PAGE, 2 * PAGE)).isFalse();
    assertThat(space.read64(3 * PAGE)).isEqualTo(0x1111);
  }

  /** Whoever makes the file shorter, or writes it, waits until the memory is its own. */
  @Test
  @Timeout(60)
  void aFileThatIsCutShortTakesNothingAway() throws Exception {
    assertThat(overlay(0, 0, PAGES * PAGE)).isTrue();
    space.write64(PAGE, 0x1234);
    try (FileChannel writer = FileChannel.open(path, StandardOpenOption.WRITE)) {
      writer.truncate(0);
    }
    byte[] expected = content.clone();
    ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).putLong(PAGE, 0x1234);
    assertThat(memory()).isEqualTo(expected);
    assertThat(Files.size(path)).isZero();
  }

  @Test
  void aFileThatSomebodyWritesIsNotMadeMemory() throws Exception {
    try (FileChannel writer = FileChannel.open(path, StandardOpenOption.WRITE)) {
      assertThat(writer.isOpen()).isTrue();
      assertThat(overlay(0, 0, PAGE)).isFalse();
    }
    assertThat(overlay(0, 0, PAGE)).isTrue();
  }

  @Test
  void filesAreClosed() throws Exception {
    for (int i = 0; i < 100; i++) {
      HostFile file = HostFile.open(path);
      assertThat(descriptors()).isPositive();
      file.close();
      file.close();
    }
    assertThat(descriptors()).isZero();
  }

  /** How many descriptors of this process are the file's. */
  private long descriptors() throws IOException {
    String name = path.toRealPath().toString();
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(descriptor -> isThat(descriptor, name)).count();
    }
  }

  private static boolean isThat(Path descriptor, String name) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(name);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
