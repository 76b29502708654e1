package org.memslot.bios.linker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.linker.LinkerCommand.AddChecksum;
import org.memslot.bios.linker.LinkerCommand.AddPointer;
import org.memslot.bios.linker.LinkerCommand.Allocate;
import org.memslot.bios.linker.LinkerCommand.WritePointer;
import org.memslot.bios.linker.LinkerCommand.Zone;
import org.memslot.testing.Seeds;

class LinkerTest {
  private static final Allocate A = new Allocate("a", 16, Zone.HIGH);
  private static final Allocate B = new Allocate("b", 64, Zone.FSEG);

  /** Two files, memory without end, and one place to write to. */
  private static final class Host implements LinkerHost {
    private final Map<String, ByteList> files = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private long next = 0x1001;

    Host() {
      files.put("a", ByteList.of(new byte[] {4, 0, 0, 0, 1, 2, 3, 0}));
      files.put("b", ByteList.of(new byte[32]));
      files.put("empty", ByteList.EMPTY);
    }

    @Override
    public Optional<ByteList> file(String name) {
      return Optional.ofNullable(files.get(name));
    }

    @Override
    public Optional<Long> allocate(String file, int length, int alignment, Zone zone) {
      long address = (next + alignment - 1) / alignment * alignment;
      next = address + length;
      return length > 4096 ? Optional.empty() : Optional.of(address);
    }

    @Override
    public boolean write(String file, long offset, ByteList content) {
      written.add(file + "+" + offset + ": " + content);
      return file.equals("writable");
    }
  }

  private static List<LinkedFile> run(LinkerCommand... commands) {
    return LinkerInterpreter.run(new LinkerScript(List.of(commands)), new Host());
  }

  private static void assertRefused(String problem, LinkerCommand... commands) {
    assertThatThrownBy(() -> run(commands))
        .isInstanceOfSatisfying(
            LinkerException.class, e -> assertThat(e.command()).isEqualTo(commands.length - 1))
        .hasMessageContaining(problem);
  }

  @Test
  void filesArePlacedWithTheirAlignment() {
    assertThat(run(A, B)).extracting(LinkedFile::address).containsExactly(0x1010L, 0x1040L);
  }

  @Test
  void aPointerIsTheOffsetInTheFieldPlusTheAddress() {
    assertThat(run(A, B, new AddPointer("a", "b", 0, 4)).getFirst().content())
        .hasToString("[44 10 00 00 01 02 03 00]");
  }

  @Test
  void aChecksumMakesTheRunSumToZero() {
    assertThat(run(A, new AddChecksum("a", 7, 0, 8)).getFirst().content())
        .hasToString("[04 00 00 00 01 02 03 f6]");
    assertThat(run(A, new AddChecksum("a", 7, 0, 8), new AddChecksum("a", 7, 0, 8)))
        .isEqualTo(run(A, new AddChecksum("a", 7, 0, 8)));
  }

  @Test
  void anAddressIsWrittenBack() {
    Host host = new Host();
    LinkerInterpreter.run(
        new LinkerScript(List.of(A, new WritePointer("writable", "a", 8, 4, 8))), host);
    assertThat(host.written).containsExactly("writable+8: [14 10 00 00 00 00 00 00]");
  }

  @Test
  void aScriptThatReachesOutsideOfItsFilesIsRefused() {
    assertRefused("0x4 bytes at offset 0x5 of a, which has 0x8", A, new AddPointer("a", "a", 5, 4));
    assertRefused("offset 0xffffffff", A, new AddPointer("a", "a", 0xffff_ffffL, 8));
    assertRefused("which has 0x8 bytes", A, new AddPointer("a", "a", 3, 4));
    assertRefused("0x1 bytes at offset 0x8", A, new AddChecksum("a", 8, 0, 8));
    assertRefused("0xffffffff bytes", A, new AddChecksum("a", 7, 1, 0xffff_ffffL));
    assertRefused("0x8 bytes at offset 0x1", A, new AddChecksum("a", 7, 1, 8));
    assertRefused("offset 0x8 of a", A, new WritePointer("writable", "a", 0, 8, 8));
    assertRefused("does not take", A, new WritePointer("b", "a", 0, 0, 8));
    assertRefused("does not fit", A, new AddPointer("a", "a", 3, 1));
    assertRefused("b is not allocated", A, new AddPointer("a", "b", 0, 4));
    assertRefused("b is not allocated", A, new AddChecksum("b", 0, 0, 1));
    assertRefused("allocated already", A, A);
    assertRefused("no file c", new Allocate("c", 1, Zone.HIGH));
    assertRefused("empty is empty", new Allocate("empty", 1, Zone.HIGH));
  }

  @Test
  void commandsAreOf128BytesLittleEndian() {
    ByteList script = new LinkerScript(List.of(A, new AddPointer("a", "b", 0x1234, 8))).encode();
    assertThat(script.length()).isEqualTo(256);
    assertThat(script.slice(0, 6)).hasToString("[01 00 00 00 61 00]");
    assertThat(script.slice(60, 5)).hasToString("[10 00 00 00 01]");
    assertThat(script.slice(128 + 60, 2)).hasToString("[62 00]");
    assertThat(script.slice(128 + 116, 5)).hasToString("[34 12 00 00 08]");
  }

  @Test
  void whatIsEncodedDecodes() {
    LinkerScript script =
        new LinkerScript(
            List.of(
                A,
                B,
                new AddPointer("a", "b", 0xffff_ffffL, 1),
                new AddChecksum("a", 1, 2, 3),
                new WritePointer("writable", "b", 5, 6, 2)));
    assertThat(LinkerScript.decode(script.encode())).isEqualTo(script);
  }

  @Test
  void commandsThatAreNotKnownAreLeftOut() {
    byte[] script = new LinkerScript(List.of(A, B)).encode().toArray();
    script[0] = 99;
    assertThat(LinkerScript.decode(ByteList.of(script)).commands()).containsExactly(B);
  }

  @Test
  void malformedCommandsAreRefusedWithTheirOffset() {
    byte[] script = new LinkerScript(List.of(A, B)).encode().toArray();
    script[128 + 60] = 3;
    assertThatThrownBy(() -> LinkerScript.decode(ByteList.of(script)))
        .isInstanceOfSatisfying(
            FirmwareDataException.class, e -> assertThat(e.offset()).isEqualTo(128))
        .hasMessageContaining("alignment 3");
    assertThatThrownBy(() -> LinkerScript.decode(ByteList.of(new byte[130])))
        .isInstanceOfSatisfying(
            FirmwareDataException.class, e -> assertThat(e.offset()).isEqualTo(128));
    assertThatThrownBy(() -> new Allocate("n".repeat(56), 1, Zone.HIGH))
        .isInstanceOf(FirmwareLimitException.class);
    assertThatThrownBy(() -> new AddPointer("a", "b", 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyScriptIsCarriedOutOrRefused() {
    Random random = Seeds.random("LinkerTest", 0x10ad);
    ByteList good =
        new LinkerScript(
                List.of(
                    A,
                    B,
                    new AddPointer("a", "b", 0, 4),
                    new AddChecksum("a", 7, 0, 8),
                    new WritePointer("writable", "b", 5, 6, 2)))
            .encode();
    int carriedOut = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] script = good.toArray();
      for (int change = random.nextInt(4); change > 0; change--) {
        script[random.nextInt(script.length)] = (byte) random.nextInt(random.nextInt(256) + 1);
      }
      try {
        List<LinkedFile> linked =
            LinkerInterpreter.run(LinkerScript.decode(ByteList.of(script)), new Host());
        carriedOut += linked.isEmpty() ? 0 : 1;
      } catch (FirmwareDataException | LinkerException e) {
        assertThat(e).hasMessageContaining("etc/table-loader");
      }
    }
    assertThat(carriedOut).isGreaterThan(1000);
  }
}
