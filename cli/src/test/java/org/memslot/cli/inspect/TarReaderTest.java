package org.memslot.cli.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.testing.Seeds;

class TarReaderTest {
  private static Map<String, String> read(byte[] archive) throws IOException {
    TarReader tar = new TarReader(new ByteArrayInputStream(archive));
    Map<String, String> members = new LinkedHashMap<>();
    Optional<String> name = tar.next();
    while (name.isPresent()) {
      members.put(name.get(), new String(tar.content().readAllBytes(), UTF_8));
      name = tar.next();
    }
    return members;
  }

  @Test
  void filesAreReadInOrderAndFoldersAndLinksPassedOver() throws IOException {
    byte[] archive =
        new TarBuilder()
            .add('5', "acpi/", "")
            .add('0', "acpi/DSDT", "one")
            .add('2', "acpi/link", "")
            .add((char) 0, "acpi/SSDT", "x".repeat(513))
            .end();

    assertThat(read(archive))
        .containsExactly(Map.entry("acpi/DSDT", "one"), Map.entry("acpi/SSDT", "x".repeat(513)));
  }

  @Test
  void longNamesOfGnuTarAndOfPaxAreTheNextMemberS() throws IOException {
    String gnu = "g/".repeat(100) + "DSDT";
    String pax = "p/".repeat(100) + "SSDT";
    String record = " path=" + pax + "\n";
    byte[] archive =
        new TarBuilder()
            .add('L', "././@LongLink", gnu + "\0")
            .add('0', gnu.substring(0, 99), "one")
            .add('g', "pax_global_header", "19 comment=nothing\n")
            .add('x', "PaxHeaders/SSDT", (record.length() + 3) + record)
            .add('0', "SSDT", "two")
            .add('0', "last", "three")
            .end();

    assertThat(read(archive))
        .containsExactly(Map.entry(gnu, "one"), Map.entry(pax, "two"), Map.entry("last", "three"));
  }

  @Test
  void whatIsNotReadOfAMemberIsSkipped() throws IOException {
    byte[] archive = new TarBuilder().add('0', "a", "x".repeat(2000)).add('0', "b", "two").end();
    TarReader tar = new TarReader(new ByteArrayInputStream(archive));

    assertThat(tar.next()).contains("a");
    assertThat(tar.content().readNBytes(700)).hasSize(700);
    assertThat(tar.next()).contains("b");
    assertThat(tar.content().readAllBytes()).hasSize(3);
    assertThat(tar.next()).isEmpty();
  }

  @Test
  void aCutOrBrokenArchiveIsRefused() throws IOException {
    byte[] archive = new TarBuilder().add('0', "a", "x".repeat(2000)).add('0', "b", "").end();

    assertThatThrownBy(() -> read(Arrays.copyOf(archive, 1000)))
        .isInstanceOf(IOException.class)
        .hasMessage("the tar archive ends within a member");
    archive[512 + 2048 + 3] ^= 1;
    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(IOException.class)
        .hasMessage("no tar header at offset 2560");
  }

  @Test
  void anyBytesAreReadOrRefused() throws IOException {
    Random random = Seeds.random("TarReaderTest", 20261130);
    String record = "16 path=longer\n\n";
    for (int i = 0; i < 3000; i++) {
      TarBuilder builder = new TarBuilder();
      builder.add('0', "a", "x".repeat(random.nextInt(1500)));
      builder.add("xLgK".charAt(random.nextInt(4)), "h", record);
      builder.add('0', "b", "y");
      byte[] archive = builder.end();
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        archive[random.nextInt(archive.length)] = (byte) random.nextInt();
      }
      if (random.nextBoolean()) {
        TarBuilder.mend(archive);
      }
      byte[] cut = Arrays.copyOf(archive, random.nextInt(archive.length + 1));
      try {
        assertThat(read(cut).size()).isLessThanOrEqualTo(3);
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  /** Writes tar archives, from the format's description. */
  static final class TarBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarBuilder add(char type, String name, String content) {
      return add(type, name, content.getBytes(UTF_8));
    }

    TarBuilder add(char type, String name, byte[] content) {
      byte[] header = new byte[512];
      put(header, 0, name);
      put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
      put(header, 124, "%011o\0%011o\0".formatted(content.length, 0));
      header[156] = (byte) type;
      put(header, 257, "ustar\0" + "00");
      sum(header, 0);
      out.writeBytes(header);
      out.writeBytes(content);
      out.writeBytes(new byte[-content.length & 511]);
      return this;
    }

    byte[] end() {
      out.writeBytes(new byte[1024]);
      return out.toByteArray();
    }

    /** Makes the checksum of the first header right. */
    static void mend(byte[] archive) {
      sum(archive, 0);
    }

    private static void sum(byte[] archive, int at) {
      put(archive, at + 148, "        ");
      int sum = 0;
      for (int i = 0; i < 512; i++) {
        sum += archive[at + i] & 0xff;
      }
      put(archive, at + 148, "%06o\0 ".formatted(sum));
    }

    private static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(UTF_8);
      System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, header.length - at));
    }
  }
}
