package org.memslot.aml.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints a template's descriptors as ASL macros. */
final class TemplatePrinter {
  private static final String INDENT = "    ";

  private final int acpiVersion;
  private final Supplier<String> tags;
  private final List<String> lines = new ArrayList<>();
  private boolean inDependentSet;

  TemplatePrinter(int acpiVersion, Supplier<String> tags) {
    this.acpiVersion = acpiVersion;
    this.tags = tags;
  }

  Optional<List<String>> print(List<ResourceDescriptor> descriptors) {
    lines.add("ResourceTemplate ()");
    lines.add("{");
    for (ResourceDescriptor descriptor : descriptors) {
      Optional<AslMacro> macro =
          descriptor.macro().filter(candidate -> candidate.since() <= acpiVersion);
      if (macro.isEmpty() || !print(descriptor, macro.get())) {
        return Optional.empty();
      }
    }
    if (inDependentSet) {
      return Optional.empty();
    }
    lines.add("}");
    return Optional.of(lines);
  }

  private boolean print(ResourceDescriptor descriptor, AslMacro macro) {
    boolean starts = descriptor instanceof StartDependentFunctions;
    boolean ends = descriptor instanceof EndDependentFunctions;
    if (ends && !inDependentSet) {
      return false;
    }
    if (inDependentSet && (starts || ends)) {
      lines.add(INDENT + "}");
      inDependentSet = false;
    }
    String indent = inDependentSet ? INDENT + INDENT : INDENT;
    AslMacro named = macro.needsTag() ? macro.withTag(tags.get()) : macro;
    named.lines().forEach(line -> lines.add(indent + line));
    if (starts) {
      lines.add(INDENT + "{");
      inDependentSet = true;
    }
    return true;
  }
}
