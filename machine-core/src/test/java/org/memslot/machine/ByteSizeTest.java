package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.testing.Seeds;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "4096, 4096",
    "0x1000, 4096",
    "0X1000, 4096",
    "1K, 1024",
    "1k, 1024",
    "512M, 536870912",
    "1G, 1073741824",
    "1GiB, 1073741824",
    "1gib, 1073741824",
    "0x2G, 2147483648",
    "1T, 1099511627776",
    "1P, 1125899906842624",
    "16383P, 18445618173802708992",
    "18446744073709551615, 18446744073709551615",
    "0xffffffffffffffff, 18446744073709551615",
    "0K, 0",
    "0000000000000000000000001M, 1048576",
  })
  void decimalOrHexWithAPowerOf1024(String text, String bytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(ByteSize.of(Long.parseUnsignedLong(bytes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | it is empty; write a number, such as 512M or 0x20000000",
        "-1 | it is negative; write a number from 0 up",
        "1.5G | fractions are not accepted; use a smaller unit, such as 1536M for 1.5G",
        ".5G | fractions are not accepted; use a smaller unit, such as 1536M for 1.5G",
        "1GB | GB is ambiguous; write G or GiB for a power of 1024",
        "1kb | kb is ambiguous; write K or KiB for a power of 1024",
        "1E | unknown unit E; the units are K, M, G, T and P",
        "1Gi | unknown unit Gi; the units are K, M, G, T and P",
        "1B | unknown unit B; the units are K, M, G, T and P",
        "1GG | unknown unit GG; the units are K, M, G, T and P",
        "16384P | it is 2^64 or more",
        "18446744073709551616 | it is 2^64 or more",
        "0x10000000000000000 | it is 2^64 or more",
        "0x8000000000000000K | it is 2^64 or more",
        "0x | unknown unit x; the units are K, M, G, T and P",
        "G | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
        "+1G | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
        "\" 1G\" | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
        "1 G | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
        "1_000 | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
        "٣ | write decimal or 0x-hex digits, then K, M, G, T, P or nothing",
      })
  void whatIsNotASizeIsRefusedWithItsReason(String text, String reason) {
    assertThatThrownBy(() -> ByteSize.parse(text))
        .isInstanceOfSatisfying(
            ByteSizeException.class,
            e -> {
              assertThat(e.text()).isEqualTo(text);
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e).hasMessage("\"" + text + "\" is not a size: " + reason);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1023, 1023",
    "1024, 1K",
    "1536M, 1536M",
    "2048M, 2G",
    "0x4000000000000, 1P",
    "1024P, 1024P",
    "18446744073709551615, 18446744073709551615",
  })
  void itIsShownInTheLargestUnitThatDividesIt(String text, String shown) {
    assertThat(ByteSize.parse(text)).hasToString(shown);
  }

  @Test
  void whatIsShownReadsBackTheSame() {
    Random random = Seeds.random("ByteSizeTest", 20120419L);
    for (int i = 0; i < 20_000; i++) {
      ByteSize size = ByteSize.of(random.nextLong() << random.nextInt(64));
      assertThat(ByteSize.parse(size.toString())).isEqualTo(size);
      assertThat(ByteSize.parse("0x" + Long.toHexString(size.bytes()))).isEqualTo(size);
    }
  }

  @Test
  void anyTextGivesASizeOrItsOwnException() {
    Random random = Seeds.random("ByteSizeTest", 20120419L);
    String alphabet = "0123456789abcdefxXKMGTPiB.-+ ,\n\u0000\u0663";
    for (int i = 0; i < Seeds.cases(25_000); i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        ByteSize.parse(text.toString());
      } catch (ByteSizeException e) {
        assertThat(e.text()).isEqualTo(text.toString());
      }
    }
  }

  @Test
  void sizesCompareAsUnsignedNumbers() {
    assertThat(ByteSize.of(-1L)).isGreaterThan(ByteSize.of(Long.MAX_VALUE));
  }
}
