package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.acceptance.host.KvmGuest;
import org.memslot.acceptance.host.NestedMachines;

/**
 * Debian's Linux on KVM as the guest of {@code memslot run --guest kvm}. The command runs in a
 * nested machine, which all tests share, from an image with a runtime of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KvmLinuxTest {
  /** The runs have limits of their own for each step. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private NestedMachines machines;

  @BeforeAll
  void prepare(@TempDir Path work) {
    machines = new NestedMachines(work, KvmGuest.initrd(work));
  }

  @AfterAll
  void end() {
    machines.close();
  }

  private void run(String name) {
    assertThat(machines.request(name, LIMIT)).as(name).isEqualTo("passed");
  }

  @Test
  void memoryComesAndGoesByTheInterfaceOf2012() {
    run("memslot");
  }

  @Test
  @Tag("long")
  void memoryComesAndGoesByTheInterfaceOfQemu() {
    run("qemu");
  }

  @Test
  void shellOnTheSerialPortIsTypedAt() {
    run("shell");
  }

  @Test
  void guestPowersOff() {
    run("poweroff");
  }

  @Test
  void memoryIsStillThereAfterReboot() {
    run("reboot");
  }

  @Test
  @Tag("long")
  void memoryIsForgottenAtRebootIfToldSo() {
    run("forget");
  }

  @Test
  void guestRefusesToGiveMemoryBack() {
    run("refuse");
  }

  @Test
  void seaBiosBootsTheGuest() {
    run("seabios");
  }

  @Test
  @Tag("long")
  void slotsOfTwoNodes() {
    run("numa");
  }

  @Test
  @Tag("long")
  void threeHundredSlots() {
    run("many");
  }
}
