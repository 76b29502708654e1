package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.Hmat;
import org.memslot.bios.acpi.HmatEntry;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.firmware.Board;
import org.memslot.bios.firmware.InstalledTable;
import org.memslot.testing.Seeds;

class NodePerformanceTest {
  private static final NodePerformance TWO =
      new NodePerformance(
          List.of(List.of(80, 120), List.of(0, 0)),
          List.of(List.of(200_000, 50_000), List.of(0, 0)));

  /** Both processors are of node 0; node 1 has memory alone. */
  private static MachineInformation machine(NodePerformance performance) {
    MachineInformation plain = Board.machine(1, 2, 2);
    return MachineInformation.builder(plain.memory())
        .paravirt(plain.paravirt())
        .layout(plain.layout())
        .distances(plain.distances())
        .performance(performance)
        .build();
  }

  @Test
  void hmatSaysOfEachNodeFromWhereAndHowFastItIsReached() {
    ByteList content =
        new Board(machine(TWO)).boot().table("HMAT").map(InstalledTable::content).orElseThrow();
    assertThat(TableLint.check("table", content)).isEmpty();
    Hmat hmat = Hmat.decode(content);
    assertThat(hmat.revision()).isEqualTo(2);
    assertThat(hmat.entries())
        .containsExactly(
            new HmatEntry.ProximityDomainAttributes(1, 0, 0),
            new HmatEntry.ProximityDomainAttributes(1, 0, 1),
            new HmatEntry.LatencyAndBandwidth(
                0, 0, 0, 1000, List.of(0L), List.of(0L, 1L), List.of(80, 120)),
            new HmatEntry.LatencyAndBandwidth(
                0, 3, 0, 4, List.of(0L), List.of(0L, 1L), List.of(50_000, 12_500)));
  }

  @Test
  void whenNothingIsSaidThereIsNoHmat() {
    Board board = new Board(machine(NodePerformance.UNSPECIFIED));
    assertThat(board.boot().table("HMAT")).isEmpty();
    assertThat(board.fwCfg.file(MachineInformation.PERFORMANCE_FILE)).isEmpty();
  }

  @Test
  void whatIsOutsideTheLimitsIsRefused() {
    assertThatThrownBy(() -> new NodePerformance(List.of(List.of(1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bandwidth of 0 nodes, there are 1");
    assertThatThrownBy(() -> new NodePerformance(List.of(List.of(1, 2)), List.of(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latency from node 0: 2 given, there are 1 nodes");
    assertThatThrownBy(() -> new NodePerformance(List.of(List.of(0xffff)), List.of(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latency from node 0 to node 0: 65535, must be 0 to 65534");
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Random random = Seeds.random("NodePerformanceTest", 0x3a7);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] content = new byte[random.nextInt(80)];
      for (int at = 0; at < content.length; at += 4) {
        content[at] = (byte) random.nextInt();
        if (random.nextInt(20) == 0) {
          content[at + random.nextInt(Math.min(4, content.length - at))] = (byte) random.nextInt();
        }
      }
      try {
        NodePerformance decoded = NodePerformance.decode("file", ByteList.of(content));
        assertThat(decoded.encode()).isEqualTo(ByteList.of(content));
        read++;
      } catch (FirmwareDataException e) {
        assertThat(e.structure()).isEqualTo("file");
      }
    }
    assertThat(read).isPositive();
  }
}
