package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.bios.Bytes;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.GroupView;
import org.memslot.bios.acpi.layout.TableRule;
import org.memslot.bios.acpi.layout.TableView;

/**
 * Checks single tables against {@link TableRule}: whether the bytes fit the layout, and what the
 * fields of one table demand of each other. {@link MemoryLint} compares the SRAT with e820 and the
 * slots.
 */
public final class TableLint {
  private static final int LOCAL_APIC = 0;
  private static final int LOCAL_X2APIC = 9;
  private static final int PROCESSOR_AFFINITY = 0;
  private static final int X2APIC_AFFINITY = 2;
  private static final String FLAGS = "Flags";

  private final String name;
  private final TableView view;
  private final List<Finding> findings = new ArrayList<>();

  private TableLint(String name, TableView view) {
    this.name = name;
    this.view = view;
    findings.addAll(view.findings());
  }

  /**
   * Returns what is wrong with a table; an empty list if nothing is.
   *
   * @param name what findings call the table
   * @param content its bytes
   */
  public static List<Finding> check(String name, Bytes content) {
    return check(name, TableView.decode(name, content));
  }

  /**
   * Returns what is wrong with a table that is decoded already; its own findings come first.
   *
   * @param name what findings call the table
   * @param view the table
   */
  public static List<Finding> check(String name, TableView view) {
    TableLint lint = new TableLint(name, view);
    switch (view.layout().signature()) {
      case "RSD PTR " -> lint.checkRootPointer();
      case "FACP" -> lint.checkFadt();
      case "APIC" -> {
        lint.checkOnce(LOCAL_APIC, "Local Apic ID");
        lint.checkOnce(LOCAL_X2APIC, "Processor x2Apic ID");
      }
      case "SRAT" -> lint.checkSrat();
      case "SLIT" -> lint.checkSlit();
      default -> {
        // The layout is all that is known.
      }
    }
    return List.copyOf(lint.findings);
  }

  private void find(TableRule rule, String field, int offset, String message) {
    findings.add(
        new Finding(rule, name, field + " at offset 0x" + Integer.toHexString(offset), message));
  }

  private void find(TableRule rule, FieldView field, String message) {
    find(rule, field.name(), field.offset(), message);
  }

  private void checkRootPointer() {
    view.field("Signature")
        .filter(signature -> !signature.value().equals("RSD PTR "))
        .ifPresent(
            signature ->
                find(TableRule.ROOT_POINTER_SIGNATURE, signature, "'" + signature.value() + "'"));
    checkSum("Checksum", Rsdp.SIZE_1_0);
    if (view.number("Revision").orElse(0) >= 2) {
      checkSum("Extended Checksum", Rsdp.SIZE_2_0);
    }
  }

  private void checkSum(String field, int length) {
    int sum = view.content().length() < length ? 0 : Checksum.sum(view.content(), 0, length);
    view.field(field)
        .filter(_ -> sum != 0)
        .ifPresent(
            at ->
                find(
                    TableRule.ROOT_POINTER_CHECKSUM,
                    at,
                    length + " bytes sum to 0x" + Integer.toHexString(sum) + ", not 0"));
  }

  private void checkFadt() {
    for (String block : List.of("GPE0", "GPE1")) {
      view.field(block + " Block Length")
          .filter(length -> length.number() % 2 != 0)
          .ifPresent(
              length ->
                  find(
                      TableRule.GPE_BLOCK_LENGTH,
                      length,
                      length.number() + ", half of it is status and half enable"));
    }
    agree("FACS Address", view.field("X FACS Address"));
    agree("DSDT Address", view.field("X DSDT Address"));
    for (String block : FixedHardware.BLOCKS) {
      Optional<GroupView> extended = view.group(block);
      agree(block + " Address", extended.flatMap(group -> group.field("Address")));
    }
  }

  /** An address in 32 bits and the one in 64 bits that supersedes it. */
  private void agree(String field, Optional<FieldView> extended) {
    long narrow = view.number(field).orElse(0);
    extended
        .filter(wide -> narrow != 0 && wide.number() != 0 && wide.number() != narrow)
        .ifPresent(
            wide ->
                find(
                    TableRule.FADT_ADDRESSES_AGREE,
                    field,
                    wide.offset(),
                    "0x"
                        + Long.toHexString(wide.number())
                        + " in 64 bits, 0x"
                        + Long.toHexString(narrow)
                        + " in 32"));
  }

  /** No two enabled processors of a kind have the same number; disabled ones are placeholders. */
  private void checkOnce(int type, String field) {
    Map<Long, Integer> seen = new HashMap<>();
    for (GroupView processor : view.subtables(type)) {
      Optional<FieldView> id = processor.field(field);
      if (isEnabled(processor) && id.isPresent()) {
        FieldView number = id.orElseThrow();
        Integer before = seen.putIfAbsent(number.number(), number.offset());
        if (before != null) {
          find(
              TableRule.PROCESSOR_NUMBER_ONCE,
              number,
              number.number() + ", the same as at offset 0x" + Integer.toHexString(before));
        }
      }
    }
  }

  private static boolean isEnabled(GroupView entry) {
    return (entry.number(FLAGS).orElse(0) & MadtEntry.ENABLED) != 0;
  }

  private void checkSrat() {
    checkOnce(PROCESSOR_AFFINITY, "Apic ID");
    checkOnce(X2APIC_AFFINITY, "Apic ID");
    try {
      findings.addAll(MemoryLint.check(name, Srat.decode(view.content())));
    } catch (FirmwareDataException _) {
      // The layout has found why the table cannot be read.
    }
  }

  private void checkSlit() {
    int from = 0;
    for (FieldView row : view.fields()) {
      if (row.name().equals("Locality")) {
        for (int to = 0; to < row.length(); to++) {
          int distance = row.content().at(to);
          boolean right = from == to ? distance == Slit.LOCAL : distance > Slit.LOCAL;
          if (!right) {
            find(
                TableRule.LOCALITY_DISTANCE,
                "Locality " + from,
                row.offset() + to,
                "the distance from " + from + " to " + to + " is " + distance);
          }
        }
        from++;
      }
    }
  }
}
