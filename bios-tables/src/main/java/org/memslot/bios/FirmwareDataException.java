package org.memslot.bios;

/**
 * Bytes that firmware and hypervisor exchange do not have the form their format asks for: a table,
 * an e820 list, a fw_cfg directory, a linker script. Says which structure, at which byte and why.
 */
public final class FirmwareDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String structure;
  private final long offset;
  private final String problem;

  /**
   * @param structure the format's name, such as {@code APIC} or {@code etc/e820}
   * @param offset of the byte that is wrong, from the start of the structure
   * @param problem what is wrong with it, with value and limit
   */
  public FirmwareDataException(String structure, long offset, String problem) {
    super("%s: at offset 0x%x: %s".formatted(structure, offset, problem));
    this.structure = structure;
    this.offset = offset;
    this.problem = problem;
  }

  /** What is wrong, without structure and offset. */
  public String problem() {
    return problem;
  }

  /** The format's name, such as {@code APIC} or {@code etc/e820}. */
  public String structure() {
    return structure;
  }

  /** Where in the structure it is wrong, in bytes from its start. */
  public long offset() {
    return offset;
  }
}
