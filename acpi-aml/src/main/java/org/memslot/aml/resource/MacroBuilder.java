package org.memslot.aml.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.memslot.aml.ByteList;

/** Collects the arguments of an {@link AslMacro}. */
final class MacroBuilder {
  private final String name;
  private final List<String> arguments = new ArrayList<>();
  private Optional<List<String>> list = Optional.empty();
  private int tagIndex = -1;
  private boolean needsTag;
  private int since = AslMacro.ACPI_6_3;

  MacroBuilder(String name) {
    this.name = name;
  }

  MacroBuilder since(int version) {
    since = version;
    return this;
  }

  MacroBuilder word(String word) {
    arguments.add(word);
    return this;
  }

  MacroBuilder word(Keyword keyword) {
    return word(keyword.asl());
  }

  MacroBuilder decimal(int value) {
    return word(Integer.toString(value));
  }

  MacroBuilder hex(long value, int bits) {
    return word(hexText(value, bits));
  }

  MacroBuilder string(String text) {
    return word('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }

  MacroBuilder tag() {
    tagIndex = arguments.size();
    return word("");
  }

  MacroBuilder needsTag(boolean needed) {
    needsTag = needed;
    return this;
  }

  MacroBuilder connection(ResourceSource source, ResourceUsage usage) {
    return string(source.path()).hex(source.index(), 8).word(usage);
  }

  /** Adds the optional resource source of an address space, an interrupt or a clock. */
  MacroBuilder link(Optional<ResourceLink> link) {
    word(link.map(l -> hexText(l.index(), 8)).orElse(""));
    link.flatMap(ResourceLink::path).ifPresentOrElse(this::string, () -> word(""));
    return this;
  }

  MacroBuilder vendorData(ByteList data) {
    if (data.length() == 0) {
      return word("");
    }
    return word("RawDataBuffer () {" + String.join(", ", bytes(data)) + "}");
  }

  MacroBuilder decimals(List<Integer> values) {
    list = Optional.of(values.stream().map(String::valueOf).toList());
    return this;
  }

  MacroBuilder hexes(List<Integer> values, int bits) {
    list = Optional.of(values.stream().map(value -> hexText(value, bits)).toList());
    return this;
  }

  MacroBuilder octets(ByteList data) {
    list = Optional.of(bytes(data));
    return this;
  }

  Optional<AslMacro> build() {
    return Optional.of(new AslMacro(name, arguments, tagIndex, list, needsTag, since));
  }

  private static List<String> bytes(ByteList data) {
    List<String> bytes = new ArrayList<>(data.length());
    for (int i = 0; i < data.length(); i++) {
      bytes.add(hexText(data.get(i), 8));
    }
    return bytes;
  }

  private static String hexText(long value, int bits) {
    long masked = bits == Long.SIZE ? value : value & ((1L << bits) - 1);
    String digits = Long.toHexString(masked).toUpperCase(Locale.ROOT);
    return "0x" + "0".repeat(Math.max(0, bits / 4 - digits.length())) + digits;
  }
}
