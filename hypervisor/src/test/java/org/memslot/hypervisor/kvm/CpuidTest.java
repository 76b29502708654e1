package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Intel SDM and AMD APM, CPUID leaf 80000008H: EAX bits 0 to 7 are the physical address width. */
class CpuidTest {
  private static final int SIZES = 0x8000_0008;
  private static final Cpuid HOST =
      new Cpuid(
          List.of(
              new CpuidEntry(0x8000_0007, 0, 0, 0x1234, 0, 0, 0),
              new CpuidEntry(SIZES, 0, 0, 0x0030_3028, 0x5678, 0x9abc, 0xdef)));

  @Test
  void theWidthOfPhysicalAddressesIsOneByte() {
    assertThat(HOST.addressBits()).isEqualTo(40);
    Cpuid narrow = HOST.withAddressBits(36);
    assertThat(narrow.addressBits()).isEqualTo(36);
    assertThat(narrow.entries())
        .containsExactly(
            HOST.entries().getFirst(),
            new CpuidEntry(SIZES, 0, 0, 0x0030_3024, 0x5678, 0x9abc, 0xdef));
  }

  @Test
  void aProcessorWithoutTheLeafHas36Bits() {
    assertThat(new Cpuid(List.of()).addressBits()).isEqualTo(36);
  }
}
