package org.memslot.aml.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.resource.Goldens.Golden;
import org.memslot.testing.Seeds;

class ResourceTemplateTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final long SEED = Seeds.seed("ResourceTemplateTest", 20261124);

  /** What iasl 20200925 makes of the text below. */
  private static final String DEPENDENT_HEX =
      "31 09 4b 78 03 08 22 80 00 30 4b 78 02 08 38 4b 00 03 01 79 00";

  private static final ResourceTemplate DEPENDENT =
      ResourceTemplate.of(
          new StartDependentFunctions(Optional.of(new StartDependentFunctions.Priority(1, 2))),
          new FixedIoPorts(0x378, 8),
          Irq.noFlags(7),
          new StartDependentFunctions(Optional.empty()),
          new FixedIoPorts(0x278, 8),
          new EndDependentFunctions(),
          new FixedIoPorts(0x300, 1));

  @Test
  void dependentFunctionsGoRound() {
    assertThat(HEX.formatHex(DEPENDENT.encode())).isEqualTo(DEPENDENT_HEX);
    assertThat(ResourceTemplate.decode(HEX.parseHex(DEPENDENT_HEX))).isEqualTo(DEPENDENT);
  }

  @Test
  void dependentFunctionsPrintAsNestedMacros() {
    assertThat(DEPENDENT.asl().orElseThrow())
        .isEqualTo(
            """
            ResourceTemplate ()
            {
                StartDependentFn (1, 2)
                {
                    FixedIO (0x0378, 0x08)
                    IRQNoFlags ()
                    {
                        7
                    }
                }
                StartDependentFnNoPri ()
                {
                    FixedIO (0x0278, 0x08)
                }
                EndDependentFn ()
                FixedIO (0x0300, 0x01)
            }""");
  }

  @Test
  void refereeMakesTheSameBytesOfDependentFunctions() {
    byte[] compiled = ResourceDescriptorTest.compile(DEPENDENT.asl().orElseThrow());

    assertThat(HEX.formatHex(compiled)).isEqualTo(DEPENDENT_HEX);
  }

  @Test
  void setsThatDoNotCloseHaveNoText() {
    StartDependentFunctions start = new StartDependentFunctions(Optional.empty());

    assertThat(ResourceTemplate.of(start).asl()).isEmpty();
    assertThat(ResourceTemplate.of(new EndDependentFunctions()).asl()).isEmpty();
    assertThat(ResourceTemplate.of(start, new EndDependentFunctions()).asl()).isPresent();
  }

  @Test
  void builderReadsAsTheTextDoes() {
    ResourceTemplate built =
        ResourceTemplate.of(
            r ->
                r.ioPorts(0xCF8, 8)
                    .irq(4)
                    .memory32Fixed(0xFED00000L, 0x400)
                    .memory(0x1_0000_0000L, 0x2000_0000L)
                    .window(AddressWidth.WORD, WindowKind.Io.ENTIRE, 0, 0xCF8)
                    .interrupt(
                        InterruptMode.LEVEL, InterruptPolarity.ACTIVE_LOW, Sharing.SHARED, 16));

    assertThat(built.asl().orElseThrow())
        .isEqualTo(
            """
            ResourceTemplate ()
            {
                IO (Decode16, 0x0CF8, 0x0CF8, 0x01, 0x08)
                IRQNoFlags ()
                {
                    4
                }
                Memory32Fixed (ReadWrite, 0xFED00000, 0x00000400)
                QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite,
                    0x0000000000000000, 0x0000000100000000, 0x000000011FFFFFFF, 0x0000000000000000,
                    0x0000000020000000, , , , AddressRangeMemory, TypeStatic)
                WordIO (ResourceProducer, MinFixed, MaxFixed, PosDecode, EntireRange, 0x0000, 0x0000, 0x0CF7,
                    0x0000, 0x0CF8, , , , TypeStatic, DenseTranslation)
                Interrupt (ResourceConsumer, Level, ActiveLow, Shared)
                {
                    0x00000010
                }
            }""");
  }

  @Test
  void emptyTemplateIsAnEndTag() {
    assertThat(ResourceTemplate.of().encode()).containsExactly(0x79, 0);
    assertThat(ResourceTemplate.decode(new byte[] {0x79, 0})).isEqualTo(ResourceTemplate.of());
  }

  @Test
  void computedChecksumIsKeptAndHasNoText() {
    byte[] bytes = {0x22, 0x08, 0x00, 0x79, 0x5D};

    ResourceTemplate template = ResourceTemplate.decode(bytes);

    assertThat(template.checksum()).isEqualTo(ResourceTemplate.EndTag.COMPUTED);
    assertThat(template.encode()).isEqualTo(bytes);
    assertThat(template.asl()).isEmpty();
  }

  @Test
  void brokenTemplatesSayWhere() {
    malformed("", 0, "without an end tag");
    malformed("22 08 00", 3, "without an end tag");
    malformed("22 08", 0, "does not fit");
    malformed("22 08 00 8a 2b", 3, "cut off");
    malformed("22 08 00 8a 2b 00 00", 3, "does not fit");
    malformed("22 08 00 79", 3, "does not fit");
    malformed("22 08 00 78", 3, "end tag of 1 bytes");
    malformed("22 08 00 79 01", 4, "checksum 0x01, neither 0 nor 0x5d");
    malformed("79 00 00", 2, "1 bytes after the end tag");
  }

  @Test
  void reservedItemsStayOpaque() {
    // small items 0 to 3 and 0xB to 0xD, large items 0, 3 and 0x14 are reserved
    String hex = "01 aa 5a 01 02 80 01 00 ff 83 00 00 94 02 00 01 02 79 00";

    ResourceTemplate template = ResourceTemplate.decode(HEX.parseHex(hex));

    assertThat(template.descriptors())
        .hasSize(5)
        .allSatisfy(d -> assertThat(d).isInstanceOf(OpaqueDescriptor.class));
    assertThat(HEX.formatHex(template.encode())).isEqualTo(hex);
    assertThat(template.asl()).isEmpty();
  }

  @Test
  void itemsWithReservedContentsStayOpaque() {
    for (String hex :
        List.of(
            "2a 01 03 79 00", // DMA transfer size 3
            "23 01 00 02 79 00", // IRQ flag bit 1
            "47 01 02 00 01 00 01 01 79 00", // IO with minimum above maximum
            "82 12 00 00 08 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 79 00", // Register of
            // 18
            "88 0d 00 03 0c 00 00 00 00 00 00 00 00 00 00 00 79 00")) { // resource type 3
      ResourceTemplate template = ResourceTemplate.decode(HEX.parseHex(hex));

      assertThat(template.descriptors().getFirst()).as(hex).isInstanceOf(OpaqueDescriptor.class);
      assertThat(HEX.formatHex(template.encode())).isEqualTo(hex);
    }
  }

  @Test
  void randomTemplatesGoRound() {
    System.out.println("seed=" + SEED);
    Random random = new Random(SEED);
    List<Golden> goldens = Goldens.all().toList();
    for (int i = 0; i < 500; i++) {
      List<ResourceDescriptor> list = new ArrayList<>();
      for (int j = random.nextInt(20); j > 0; j--) {
        list.add(goldens.get(random.nextInt(goldens.size())).descriptor());
      }
      ResourceTemplate template =
          new ResourceTemplate(
              list,
              random.nextBoolean()
                  ? ResourceTemplate.EndTag.ZERO
                  : ResourceTemplate.EndTag.COMPUTED);

      byte[] bytes = template.encode();

      ResourceTemplate again = ResourceTemplate.decode(bytes);
      assertThat(again.descriptors()).isEqualTo(list);
      assertThat(again.encode()).isEqualTo(bytes);
    }
  }

  @Test
  void randomTemplateIsTheSameToTheReferee() {
    System.out.println("seed=" + SEED);
    Random random = new Random(SEED);
    List<ResourceDescriptor> known =
        new ArrayList<>(
            Goldens.all().filter(Golden::isKnownToReferee).map(Golden::descriptor).toList());
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(known, random);
      ResourceTemplate template =
          new ResourceTemplate(known.subList(0, 20), ResourceTemplate.EndTag.ZERO);

      assertThat(ResourceDescriptorTest.compile(template.asl().orElseThrow()))
          .isEqualTo(template.encode());
    }
  }

  @Test
  void anyBytesAreATemplateOrATypedError() {
    System.out.println("seed=" + SEED);
    Random random = new Random(SEED);
    byte[] all = allGoldens();
    int templates = 0;
    for (int i = 0; i < Seeds.cases(5_000); i++) {
      byte[] bytes = mutated(all, random);
      try {
        ResourceTemplate template = ResourceTemplate.decode(bytes);
        assertThat(template.encode()).isEqualTo(bytes);
        assertThat(template.asl()).isNotNull();
        templates++;
      } catch (ResourceFormatException e) {
        assertThat(e.offset()).isBetween(0, bytes.length);
      }
    }
    assertThat(templates).isGreaterThan(1000);
  }

  @Test
  void everyTruncationIsATypedError() {
    byte[] all = allGoldens();
    for (int length = 0; length < all.length; length++) {
      byte[] cut = Arrays.copyOf(all, length);

      assertThatExceptionOfType(ResourceFormatException.class)
          .isThrownBy(() -> ResourceTemplate.decode(cut))
          .satisfies(e -> assertThat(e.offset()).isBetween(0, cut.length));
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int j = 1 + random.nextInt(3); j > 0; j--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static byte[] allGoldens() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Goldens.all().forEach(golden -> out.writeBytes(golden.descriptor().encode()));
    out.writeBytes(new byte[] {0x79, 0});
    return out.toByteArray();
  }

  private static void malformed(String hex, int offset, String words) {
    byte[] bytes = hex.isEmpty() ? new byte[0] : HEX.parseHex(hex);
    assertThatExceptionOfType(ResourceFormatException.class)
        .isThrownBy(() -> ResourceTemplate.decode(bytes))
        .withMessageContaining(words)
        .extracting(ResourceFormatException::offset)
        .isEqualTo(offset);
  }
}
