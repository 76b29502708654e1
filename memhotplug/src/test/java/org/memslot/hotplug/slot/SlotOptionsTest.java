package org.memslot.hotplug.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.machine.ByteSize;
import org.memslot.testing.Seeds;

class SlotOptionsTest {
  @Test
  void everyKeyIsRead() {
    assertThat(SlotOptions.parse("id=hot1,start=4G,size=512M,node=3,populated=on"))
        .isEqualTo(
            new SlotOptions(
                "hot1", ByteSize.of(512 * ByteSize.MIB), SlotStart.at(4 * ByteSize.GIB), 3, true));
  }

  @Test
  void startNodeAndPopulatedHaveDefaults() {
    SlotOptions slot = SlotOptions.parse("size=1G,id=a.b-c_d9");
    assertThat(slot.start()).isEqualTo(SlotStart.auto());
    assertThat(slot.node()).isZero();
    assertThat(slot.populated()).isFalse();
  }

  @Test
  void autoIsTheDefaultSpelledOut() {
    assertThat(SlotOptions.parse("id=a,size=1G,start=auto"))
        .isEqualTo(SlotOptions.parse("id=a,size=1G"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "id=a,size=1G,siz=1G ~ memory slot id=a,size=1G,siz=1G: unknown key \"siz\"; the keys are id,"
            + " size, start, node, populated",
        "id=a,size=1G,ID=b ~ memory slot id=a,size=1G,ID=b: unknown key \"ID\"; the keys are id, size,"
            + " start, node, populated",
        "id=a,size=1G,size=2G ~ memory slot id=a,size=1G,size=2G: size= is given more than once; give"
            + " it once",
        "id=a,size=1G,hot ~ memory slot id=a,size=1G,hot: \"hot\" is not key=value; write"
            + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]",
        "id=a,size=1G, ~ memory slot id=a,size=1G,: \"\" is not key=value; write"
            + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]",
        "id=a,size=1G,=1 ~ memory slot id=a,size=1G,=1: \"=1\" is not key=value; write"
            + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]",
        "id=a ~ memory slot id=a: size= is missing; write"
            + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]",
        "size=1G ~ memory slot size=1G: id= is missing; write"
            + " id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]",
        "id=,size=1G ~ memslot id \"\": it is empty; a name is a letter followed by letters, digits,"
            + " '-', '.' and '_'",
        "id=1a,size=1G ~ memslot id \"1a\": a name is a letter followed by letters, digits, '-',"
            + " '.' and '_'",
        "id=a b,size=1G ~ memslot id \"a b\": a name is a letter followed by letters, digits,"
            + " '-', '.' and '_'",
        "id=é,size=1G ~ memslot id \"é\": a name is a letter followed by letters, digits, '-',"
            + " '.' and '_'",
        "id=a23456789b123456789c123456789d123456789e123456789f123456789g1234,size=1G ~ memslot id"
            + " \"a23456789b123456789c123456789d123456789e123456789f123456789g1234\": it has 64"
            + " characters; the limit is 63",
        "id=a,size=big ~ memslot a: size=big: write decimal or 0x-hex digits, then K, M, G, T, P or"
            + " nothing",
        "id=a,size=1.5G ~ memslot a: size=1.5G: fractions are not accepted; use a smaller unit,"
            + " such as 1536M for 1.5G",
        "id=a,size=16384P ~ memslot a: size=16384P: it is 2^64 or more",
        "id=a,size=0 ~ memslot a: size is 0; the smallest slot is 128M",
        "id=a,size=100M ~ memslot a: size 100M (0x6400000) is not a multiple of 128M, the block in"
            + " which the guest adds memory; the nearest that is: 128M (0x8000000)",
        "id=a,size=200M ~ memslot a: size 200M (0xc800000) is not a multiple of 128M, the block in"
            + " which the guest adds memory; the nearest that are: 128M (0x8000000) and 256M"
            + " (0x10000000)",
        "id=a,size=0xffffffffffffffff ~ memslot a: size 18446744073709551615 (0xffffffffffffffff)"
            + " is not a multiple of 128M, the block in which the guest adds memory; the nearest"
            + " that is: 17592186044288M (0xfffffffff8000000)",
        "id=a,size=1G,start=here ~ memslot a: start=here: write decimal or 0x-hex digits, then K,"
            + " M, G, T, P or nothing",
        "id=a,size=1G,start=Auto ~ memslot a: start=Auto: write decimal or 0x-hex digits, then K,"
            + " M, G, T, P or nothing",
        "id=a,size=1G,start=0x101000000 ~ memslot a: start 0x101000000 is not a multiple of 128M,"
            + " the block in which the guest adds memory; the nearest that are: 0x100000000 and"
            + " 0x108000000",
        "id=a,size=1G,start=1 ~ memslot a: start 0x1 is not a multiple of 128M, the block in which"
            + " the guest adds memory; the nearest that are: 0x0 and 0x8000000",
        "id=a,size=1G,node=-1 ~ memslot a: node=-1: a node is a decimal number from 0 to"
            + " 2147483647",
        "id=a,size=1G,node=+1 ~ memslot a: node=+1: a node is a decimal number from 0 to"
            + " 2147483647",
        "id=a,size=1G,node= ~ memslot a: node=: a node is a decimal number from 0 to 2147483647",
        "id=a,size=1G,node=0x1 ~ memslot a: node=0x1: a node is a decimal number from 0 to"
            + " 2147483647",
        "id=a,size=1G,node=2147483648 ~ memslot a: node=2147483648: a node is a decimal number"
            + " from 0 to 2147483647",
        "id=a,size=1G,populated=yes ~ memslot a: populated=yes: write populated=on or"
            + " populated=off",
        "id=a,size=1G,populated= ~ memslot a: populated=: write populated=on or populated=off",
      })
  void aFaultIsOneLineThatSaysWhatIsWrongAndTheWayOut(String text, String message) {
    assertThatThrownBy(() -> SlotOptions.parse(text))
        .isInstanceOf(SlotOptionException.class)
        .hasMessage(message);
  }

  @Test
  void anEmptyOptionNamesAllThatIsMissing() {
    assertThatThrownBy(() -> SlotOptions.parse(""))
        .isInstanceOfSatisfying(
            SlotOptionException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new SlotProblem.NotKeyValue(SlotSyntax.OPTION, "", ""),
                        new SlotProblem.MissingKey(SlotSyntax.OPTION, "", "id"),
                        new SlotProblem.MissingKey(SlotSyntax.OPTION, "", "size")));
  }

  @Test
  void allFaultsOfAnOptionAreToldTogether() {
    assertThatThrownBy(() -> SlotOptions.parse("id=9,size=1,start=1,node=x,populated=1,z=1"))
        .isInstanceOfSatisfying(
            SlotOptionException.class,
            e ->
                assertThat(e.problems().stream().map(problem -> (Object) problem.getClass()))
                    .isEqualTo(
                        List.of(
                            SlotProblem.UnknownKey.class,
                            SlotProblem.BadId.class,
                            SlotProblem.UnalignedSize.class,
                            SlotProblem.UnalignedStart.class,
                            SlotProblem.BadNode.class,
                            SlotProblem.BadSwitch.class)));
  }

  @Test
  void optionsMadeByAProgramAreCheckedToo() {
    assertThatThrownBy(() -> new SlotOptions("?", ByteSize.of(1), SlotStart.at(1), -1, false))
        .isInstanceOfSatisfying(
            SlotOptionException.class, e -> assertThat(e.problems()).hasSize(4));
  }

  @Test
  void theTextOfOptionsReadsBackTheSame() {
    Random random = Seeds.random("SlotOptionsTest");
    for (int i = 0; i < 5_000; i++) {
      SlotOptions slot =
          new SlotOptions(
              "s" + random.nextInt(),
              ByteSize.of((1L + random.nextInt(1 << 20)) * SlotPlacement.BLOCK_SIZE),
              random.nextBoolean()
                  ? SlotStart.auto()
                  : SlotStart.at(random.nextInt(1 << 20) * SlotPlacement.BLOCK_SIZE),
              random.nextInt() >>> 1,
              random.nextBoolean());
      assertThat(SlotOptions.parse(slot.toString())).isEqualTo(slot);
    }
  }

  @Test
  void anyTextGivesOptionsOrTheirException() {
    Random random = Seeds.random("SlotOptionsTest.anyText");
    String[] words = {
      "id",
      "size",
      "start",
      "node",
      "populated",
      "=",
      "=",
      ",",
      ",",
      "1G",
      "auto",
      "on",
      "a",
      "0",
      "\u0000",
      "=,",
      "-1",
      "x"
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(16); n > 0; n--) {
        text.append(words[random.nextInt(words.length)]);
      }
      try {
        SlotOptions.parse(text.toString());
      } catch (SlotOptionException e) {
        assertThat(e.problems()).isNotEmpty();
        assertThat(e.problems()).allSatisfy(p -> assertThat(p.message()).isNotBlank());
      }
    }
  }
}
