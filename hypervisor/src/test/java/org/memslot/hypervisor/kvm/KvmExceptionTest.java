package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.testing.CommandWords;

/** What the host lacks is said without words of a command, which a library's user may not have. */
class KvmExceptionTest {
  private static final List<KvmException> ALL =
      List.of(
          new KvmException.Absent("/dev/kvm", new Errno(2)),
          new KvmException.Permission("/dev/kvm", new Errno(13)),
          new KvmException.Version(12, 11),
          new KvmException.Capability(KvmCapability.IRQCHIP, "interrupts"),
          new KvmException.MemorySlots(32, "memslot a"),
          new KvmException.Vcpus(8, 9),
          new KvmException.Call("KVM_RUN", "vCPU 0", new Errno(14)));

  @Test
  void noMessageHasAWordOfTheCommand() {
    assertThat(ALL)
        .extracting(problem -> (Object) problem.getClass())
        .contains((Object[]) KvmException.class.getPermittedSubclasses());
    assertThat(ALL).extracting(KvmException::getMessage).noneMatch(CommandWords::areIn);
  }

  @Test
  void tooManyProcessorsNameTheLimit() {
    KvmException.Vcpus vcpus = new KvmException.Vcpus(8, 9);
    assertThat(vcpus).hasMessage("9 vCPUs are wanted, the host's KVM allows 8 (KVM_CAP_MAX_VCPUS)");
    assertThat(vcpus.limit()).isEqualTo(8);
  }
}
