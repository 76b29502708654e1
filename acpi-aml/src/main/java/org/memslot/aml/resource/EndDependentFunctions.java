package org.memslot.aml.resource;

import java.util.Optional;

/** Ends the sets of resources of which any one will do (ACPI 6.5, section 6.4.2.4). */
public record EndDependentFunctions() implements ResourceDescriptor {
  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.END_DEPENDENT).toByteArray();
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("EndDependentFn").build();
  }
}
