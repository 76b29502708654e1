package org.memslot.cli.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.memslot.cli.inspect.TarReaderTest.TarBuilder;
import org.memslot.testing.Seeds;

/** Input that is hostile, broken or too large. */
class InputReaderTest {
  private static final InspectLimits LIMITS =
      new InspectLimits(100_000, 50_000, 50, 1_000_000, 3, 20, 200_000);

  private static byte[] table(int length) {
    byte[] table = new byte[length];
    System.arraycopy("OEM1".getBytes(UTF_8), 0, table, 0, 4);
    for (int i = 0; i < 4; i++) {
      table[4 + i] = (byte) (length >> (8 * i));
    }
    return table;
  }

  private static Found read(InputStream in) {
    InputReader reader = new InputReader(LIMITS, Path.of("/nowhere"));
    reader.standardInput(in);
    return reader.found();
  }

  private static Found read(byte[] content) {
    return read(new ByteArrayInputStream(content));
  }

  private static List<String> names(Found found) {
    return found.tables().stream().map(FoundTable::name).toList();
  }

  private static List<String> reasons(Found found) {
    return found.unreadable().stream().map(Unreadable::reason).toList();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aMemberThatUnpacksToTooMuchEndsTheReading() throws IOException {
    byte[] zeros = new byte[2_000_000];
    byte[] inFolder = zip("folder/", new byte[0]);

    for (byte[] bomb :
        List.of(zip("bomb", zeros), gzip(new TarBuilder().add('0', "bomb", zeros).end()))) {
      assertThat(bomb.length).isLessThan(10_000);
      assertThat(reasons(read(bomb)))
          .containsExactly("unpacks to more than 0 MiB; the rest is not read");
    }
    assertThat(reasons(read(inFolder))).containsExactly("no ACPI table in it");
  }

  @Test
  void anArchiveWithTooManyMembersIsReadAsFarAsAllowed() {
    TarBuilder tar = new TarBuilder();
    for (int i = 0; i < 60; i++) {
      tar.add('0', "member" + i, i == 0 ? table(40) : new byte[0]);
    }

    Found found = read(tar.end());

    assertThat(names(found)).containsExactly("stdin!member0");
    assertThat(reasons(found)).containsExactly("more than 50 members; the rest is not read");
  }

  @Test
  void inputWithoutAnEndIsReadAsFarAsAllowed() {
    byte[] member = Arrays.copyOf(new TarBuilder().add('5', "folder", "").end(), 512);
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return member[(int) (at++ % member.length)] & 0xff;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            int from = (int) (at % member.length);
            int count = Math.min(length, member.length - from);
            System.arraycopy(member, from, into, offset, count);
            at += count;
            return count;
          }
        };

    assertThat(reasons(read(endless)))
        .containsExactly("unpacks to more than 0 MiB; the rest is not read");
    assertThat(reasons(read(new ByteArrayInputStream(new byte[2_000_000]))))
        .containsExactly("more than 0 MiB, neither a table nor a dump nor an archive");
  }

  @Test
  void archivesInArchivesAreReadToADepth() throws IOException {
    byte[] two = zip("b", zip("a", table(40)));

    assertThat(names(read(two))).containsExactly("stdin!b!a");
    assertThat(names(read(gzip(two)))).containsExactly("stdin!b!a");
    assertThat(reasons(read(gzip(zip("c", two)))))
        .containsExactly("archives within archives, more than 3 deep");
  }

  @Test
  void pathsOfMembersAreNamesAndNothingElse() throws IOException {
    Found found =
        read(
            new TarBuilder()
                .add('0', "../../etc/passwd", table(40))
                .add('0', "/etc/passwd", table(40))
                .add('0', "/etc/passwd", table(44))
                .add('1', "hard-link", "")
                .end());

    assertThat(names(found))
        .containsExactly("stdin!../../etc/passwd", "stdin!/etc/passwd", "stdin!/etc/passwd#2");
    assertThat(found.unreadable()).isEmpty();
  }

  @Test
  void moreTablesThanCanBeHeldAreNotRead() {
    TarBuilder tar = new TarBuilder();
    for (int i = 0; i < 21; i++) {
      tar.add('0', "SSDT" + i, table(40));
    }

    Found found = read(tar.end());

    assertThat(found.tables()).hasSize(20);
    assertThat(reasons(found))
        .containsExactly("more than 20 tables or 0 MiB of them in all; the rest is not read");
  }

  @Test
  void aTableThatIsTooLargeIsPassedOverWithAReason() {
    Found found = read(table(60_000));

    assertThat(found.tables()).isEmpty();
    assertThat(reasons(found)).containsExactly("more than 0 MiB; that is no table");
  }

  @Test
  void aBrokenMemberIsNamedAndTheOthersAreRead() throws IOException {
    byte[] broken = gzip(table(2000));
    Found found =
        read(
            new TarBuilder()
                .add('0', "broken.gz", Arrays.copyOf(broken, broken.length - 12))
                .add('0', "SSDT", table(40))
                .end());

    assertThat(names(found)).containsExactly("stdin!SSDT");
    assertThat(found.unreadable())
        .containsExactly(new Unreadable("stdin!broken.gz", "broken archive: it ends too early"));
  }

  @Test
  void anyArchiveIsReadOrRefused() throws IOException {
    Random random = Seeds.random("InputReaderTest", 20261130);
    byte[] tar = new TarBuilder().add('0', "a", table(700)).add('0', "b", table(40)).end();
    List<byte[]> archives =
        List.of(tar, gzip(tar), zip("x/y", table(3000)), zip("t", gzip(tar)), gzip(table(100)));
    for (int i = 0; i < 4000; i++) {
      byte[] archive = archives.get(random.nextInt(archives.size())).clone();
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        archive[random.nextInt(archive.length)] = (byte) random.nextInt();
      }

      Found found = read(Arrays.copyOf(archive, random.nextInt(archive.length) + 1));

      assertThat(found.count()).isPositive();
      assertThat(reasons(found)).doesNotContain("null").allMatch(reason -> !reason.isBlank());
      assertThat(found.tables()).hasSizeLessThanOrEqualTo(2);
    }
  }
}
