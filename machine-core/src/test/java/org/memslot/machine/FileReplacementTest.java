package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileReplacementTest {
  @TempDir private Path directory;

  private static void put(FileChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static Path fifo(Path path) throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", path.toString()).start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(path).exists();
    return path;
  }

  @Test
  void aFileIsReplacedAndNothingIsLeftBesideIt() throws IOException {
    Path file = Files.writeString(directory.resolve("state"), "old");
    FileReplacement.write(file, channel -> put(channel, "new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("state");
  }

  /** The second begins and ends while the first is being written. */
  @Test
  void twoWritersOfOneFileDoNotMeet() throws IOException {
    Path file = directory.resolve("state");
    FileReplacement.write(
        file,
        channel -> {
          put(channel, "first, ");
          FileReplacement.write(file, other -> put(other, "second, whole"));
          assertThat(file).hasContent("second, whole");
          put(channel, "whole");
        });
    assertThat(file).hasContent("first, whole");
    assertThat(names()).containsExactly("state");
  }

  @Test
  void whateverFailsTheOldFileStaysAndNothingIsLeft() throws IOException {
    Path file = Files.writeString(directory.resolve("state"), "old");
    for (Throwable failure :
        List.of(new IOException("a"), new IllegalStateException("b"), new AssertionError("c"))) {
      assertThatThrownBy(
              () ->
                  FileReplacement.write(
                      file,
                      channel -> {
                        put(channel, "new");
                        switch (failure) {
                          case IOException e -> throw e;
                          case RuntimeException e -> throw e;
                          default -> throw (Error) failure;
                        }
                      }))
          .isSameAs(failure);
      assertThat(file).hasContent("old");
      assertThat(names()).containsExactly("state");
    }
  }

  /** The rename fails when everything is written already. */
  @Test
  void aDirectoryThatComesMeanwhileLeavesNothing() throws IOException {
    Path file = directory.resolve("state");
    assertThatThrownBy(
            () ->
                FileReplacement.write(
                    file, channel -> Files.createDirectories(file.resolve("inside"))))
        .isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("state");
  }

  @Test
  void onlyRegularFilesAreReplaced() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path fifo = fifo(directory.resolve("fifo"));
    Path device = Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/null"));
    for (Path path : List.of(folder, fifo, device, Path.of("/"), Path.of("/dev/null"))) {
      assertThatThrownBy(() -> FileReplacement.write(path, channel -> put(channel, "x")))
          .as("%s", path)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it is ");
    }
    assertThat(Files.isSymbolicLink(device)).isTrue();
    assertThat(Files.readAttributes(fifo, "isOther", LinkOption.NOFOLLOW_LINKS))
        .containsEntry("isOther", true);
    assertThat(names()).containsExactly("device", "fifo", "folder");
  }

  @Test
  void aLinkIsReplacedItselfAndNotFollowed() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Path link = Files.createSymbolicLink(directory.resolve("state"), victim);
    FileReplacement.write(link, channel -> put(channel, "new"));
    assertThat(victim).hasContent("precious");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(link).hasContent("new");
  }

  @Test
  void readingRefusesWhatWouldWait() throws Exception {
    Path fifo = fifo(directory.resolve("fifo"));
    assertThatThrownBy(() -> HostFile.open(fifo))
        .isInstanceOf(IOException.class)
        .hasMessage(fifo + ": it is not a regular file");
    assertThatThrownBy(() -> HostFile.open(directory)).isInstanceOf(IOException.class);
  }
}
