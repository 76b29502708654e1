package org.memslot.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the init of a guest said that the kernel has found in the firmware's tables. */
final class FirmwareView {
  private static final Pattern TABLE = Pattern.compile("^guest: table (\\S+) (.*)");
  private static final Pattern SMBIOS = Pattern.compile("^guest: smbios (.*)");
  private static final Pattern NODE = Pattern.compile("^guest: node(\\d+) (.*)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal: *(\\d+) kB");
  private static final Pattern HOTPLUG = Pattern.compile("SRAT: Node .* hotplug");

  /** Warnings and what is worse, by the kernel's own levels. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^guest: dmesg <[0-4]>.*(acpi|srat|slit|hmat|numa|dmi|smbios|firmware|bios|e820)",
          Pattern.CASE_INSENSITIVE);

  /**
   * The PCI host of this machine has no memory-mapped configuration space, which Linux reports
   * whoever made the tables.
   */
  private static final String ABOUT_THE_MACHINE = "fail to add MMCONFIG information";

  /** Tables that the kernel does not show. */
  private static final Set<String> HIDDEN = Set.of("RSDT", "XSDT");

  private static final int FADT_CHECKSUM = 9;
  private static final int FADT_FACS = 36;
  private static final int FADT_DSDT_END = 44;
  private static final int FADT_X_DSDT = 140;

  private final List<String> lines;
  private final Map<String, byte[]> tables = new TreeMap<>();

  FirmwareView(List<String> lines) {
    this.lines = lines;
    Map<String, StringBuilder> texts = new TreeMap<>();
    matches(TABLE)
        .forEach(
            line ->
                texts
                    .computeIfAbsent(line.group(1), _ -> new StringBuilder())
                    .append(line.group(2)));
    texts.forEach((name, text) -> tables.put(name, Base64.getDecoder().decode(text.toString())));
  }

  private Stream<MatchResult> matches(Pattern pattern) {
    return lines.stream().flatMap(line -> pattern.matcher(line).results());
  }

  /** The tables that the kernel must show of a folder of {@code memslot tables}. */
  static Set<String> shownTables(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".aml"))
          .map(name -> name.substring(0, name.length() - ".aml".length()))
          .filter(name -> !HIDDEN.contains(name))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Returns a table without what linking changes: in the FADT checksum, FACS and DSDT. */
  static byte[] withoutLinks(String name, byte[] table) {
    byte[] bytes = table.clone();
    if (name.startsWith("FACP")) {
      bytes[FADT_CHECKSUM] = 0;
      Arrays.fill(bytes, FADT_FACS, FADT_DSDT_END, (byte) 0);
      Arrays.fill(bytes, FADT_X_DSDT, FADT_X_DSDT + 8, (byte) 0);
    }
    return bytes;
  }

  /** Whether the guest came to its end. */
  boolean isComplete() {
    return lines.contains("guest: all said");
  }

  List<String> complaints() {
    return lines.stream()
        .filter(COMPLAINT.asPredicate())
        .filter(line -> !line.contains(ABOUT_THE_MACHINE))
        .toList();
  }

  /** The tables that the kernel shows, by name. */
  Map<String, byte[]> tables() {
    return tables;
  }

  byte[] unlinkedTable(String name) {
    return withoutLinks(name, tables.getOrDefault(name, new byte[0]));
  }

  /** The tables whose bytes do not add up to 0; the FACS has no checksum. */
  List<String> wrongChecksums() {
    List<String> wrong = new ArrayList<>();
    tables.forEach(
        (name, bytes) -> {
          byte sum = 0;
          for (byte b : bytes) {
            sum += b;
          }
          if (sum != 0 && !name.equals("FACS")) {
            wrong.add(name);
          }
        });
    return wrong;
  }

  byte[] smbios() {
    String text = matches(SMBIOS).map(line -> line.group(1)).collect(Collectors.joining());
    return Base64.getDecoder().decode(text);
  }

  /** How many ranges of hot-pluggable memory the kernel has found. */
  int hotplugRanges() {
    return (int) matches(HOTPLUG).count();
  }

  /** What the kernel says of a node. */
  List<String> node(int node) {
    return matches(NODE)
        .filter(line -> Integer.parseInt(line.group(1)) == node)
        .map(line -> line.group(2))
        .toList();
  }

  /** The number of nodes that have memory. */
  int nodes() {
    return (int) matches(NODE).filter(line -> line.group(2).contains("MemTotal")).count();
  }

  /** A node's memory in KiB. */
  long memory(int node) {
    return node(node).stream()
        .flatMap(line -> MEMORY.matcher(line).results())
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }
}
