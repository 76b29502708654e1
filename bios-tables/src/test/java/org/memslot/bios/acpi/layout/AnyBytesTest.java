package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.testing.Seeds;

/** Whatever the bytes are, a view shows each of them, and printing it ends. */
class AnyBytesTest {
  private static final int HEADER = 36;

  static Stream<String> signatures() {
    return Stream.concat(
        WrittenLayouts.all().stream().map(TableLayout::signature), Stream.of("OEMX"));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void aTableCutOffAtAnyByteIsShownToItsLastByte(String signature) {
    Random random = random(signature);
    byte[] whole = table(signature, random, 300);
    for (int length = 0; length <= whole.length; length++) {
      showsEveryByte(ByteList.of(whole).slice(0, length));
    }
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void randomBytesAreShownToTheLast(String signature) {
    Random random = random(signature);
    for (int i = 0; i < Seeds.cases(375); i++) {
      showsEveryByte(ByteList.of(table(signature, random, random.nextInt(400))));
    }
  }

  @Test
  void aTableOfOneMegabyteIsShownInBoundedTime() {
    Random random = random("large");
    for (String signature : signatures().toList()) {
      ByteList content = ByteList.of(table(signature, random, 1 << 20));
      TableView view = AcpiTables.view(signature, content);
      assertThat(view.fields().size()).as(signature).isLessThan(5 * content.length());
    }
  }

  private static Random random(String name) {
    return Seeds.random(name, 0x1a07 ^ name.hashCode());
  }

  /** Small numbers more often than others, so that types, lengths and counts often fit. */
  private static byte[] table(String signature, Random random, int length) {
    byte[] content = new byte[length];
    boolean small = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      content[i] =
          (byte) (small && random.nextInt(8) != 0 ? random.nextInt(20) % 17 : random.nextInt(256));
    }
    byte[] text = signature.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, content, 0, Math.min(text.length, length));
    if (length >= HEADER && text.length == 4) {
      for (int i = 0; i < 4; i++) {
        content[4 + i] = (byte) (length >>> (8 * i));
      }
    }
    return content;
  }

  private static void showsEveryByte(ByteList content) {
    TableView view = AcpiTables.view("table", content);
    BitSet shown = new BitSet();
    for (FieldView field : view.fields()) {
      assertThat(field.content())
          .as("%s at 0x%x", field.name(), field.offset())
          .isEqualTo(content.slice(field.offset(), field.length()));
      shown.set(field.offset(), field.offset() + field.length());
    }
    assertThat(shown.cardinality()).as("bytes shown of %s", content).isEqualTo(content.length());
    assertThat(TableText.print(view).lines().count()).isLessThan(100_000);
    List<ViewNode> nodes = view.nodes();
    assertThat(nodes.isEmpty()).isEqualTo(content.length() == 0);
  }
}
