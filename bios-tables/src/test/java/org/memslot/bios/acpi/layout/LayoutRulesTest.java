package org.memslot.bios.acpi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.bios.acpi.TableKinds;

/** What all layouts have in common. */
class LayoutRulesTest {
  static List<TableLayout> layouts() {
    return WrittenLayouts.all();
  }

  @Test
  void everyLayoutClassIsRegisteredByItsSignature() {
    for (TableLayout layout : layouts()) {
      assertThat(TableKinds.STANDARD.find(layout.signature()))
          .as(layout.signature())
          .hasValueSatisfying(kind -> assertThat(kind.layout()).isSameAs(layout));
    }
    assertThat(layouts()).extracting(TableLayout::signature).doesNotHaveDuplicates();
    assertThat(TableKinds.STANDARD.find("OEMX")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayoutNamesItsSource(TableLayout layout) {
    assertThat(layout.title()).isNotBlank();
    assertThat(layout.source()).isNotBlank();
    if (!layout.signature().equals("SDEI")) { // a description header and nothing else
      assertThat(layout.items()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void amountsNameFieldsThatStandBefore(TableLayout layout) {
    Set<String> before = new HashSet<>(Set.of("Table Length", "Revision"));
    check(layout.items(), before);
  }

  private static void check(List<Item> items, Set<String> before) {
    for (Item item : items) {
      switch (item) {
        case FieldLayout field -> {
          check(field.width(), before);
          before.add(field.name());
          assertThat(field.flags())
              .as(field.name())
              .allMatch(flag -> flag.bits() > 0 && flag.firstBit() + flag.bits() <= 64);
        }
        case Group group -> check(group.items(), new HashSet<>(before));
        case Section section -> {
          if (section.presence() instanceof Section.When when) {
            check(when.condition().left(), before);
            check(when.condition().right(), before);
          }
          check(section.items(), before);
        }
        case Repeat repeat -> {
          repeat.count().ifPresent(count -> check(count, before));
          check(repeat.items(), new HashSet<>(before));
        }
        case Subtables subtables -> {
          subtables.count().ifPresent(count -> check(count, before));
          Set<String> head = new HashSet<>(before);
          check(subtables.head(), head);
          check(subtables.type(), head);
          subtables.length().ifPresent(length -> check(length, head));
          for (Subtable type : subtables.types()) {
            check(type.items(), new HashSet<>(head));
          }
        }
        case Reference reference -> {
          check(reference.offset(), before);
          reference.length().ifPresent(length -> check(length, before));
          check(reference.items(), new HashSet<>(before));
        }
        case UnusedBytes _ -> {
          // Takes what is left.
        }
      }
    }
  }

  private static void check(Amount amount, Set<String> before) {
    switch (amount) {
      case Amount.FieldValue field -> assertThat(before).contains(field.name());
      case Amount.Computed computed -> {
        check(computed.left(), before);
        check(computed.right(), before);
      }
      case Amount.Constant _, Amount.Revision _, Amount.BytesLeft _, Amount.ToNul _ -> {
        // No field.
      }
    }
  }

  @Test
  void rulesHaveNamesOfTheirOwnAndASource() {
    assertThat(TableRule.values()).extracting(TableRule::id).doesNotHaveDuplicates();
    for (TableRule rule : TableRule.values()) {
      assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(rule.source()).contains("section");
      assertThat(rule.description()).endsWith(".");
    }
  }
}
