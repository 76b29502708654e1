package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.aml.Productions.Production;
import org.memslot.aml.asl.AslOptions;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.testing.Acpica;

/**
 * Every production of ACPI 6.5, chapter 20.2: tree to bytes, bytes to tree, and iasl's word for it.
 */
class ProductionsTest {
  private static final TableHeader HEADER =
      new TableHeader("SSDT", 2, "MEMSLT", "PROD", 1, "INTL", 0x20200925);

  static List<Production> productions() {
    return Productions.all();
  }

  private static AmlTable table(Production production) {
    return AmlTable.of(
        HEADER,
        block -> {
          Productions.prelude(block);
          if (production.statement()) {
            block.method("TEST", 7, body -> body.with(production.term()));
          } else {
            block.with(production.term());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("productions")
  void encodesToTheCompilersBytes(Production production) {
    byte[] bytes = AmlEncoder.encodeTerms(List.of(production.term()));

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(production.hex());
  }

  @ParameterizedTest
  @MethodSource("productions")
  void decodesToTheTree(Production production) {
    AmlTable table = table(production);

    AmlDecoding decoding = AmlDecoder.decode(table.encode());

    assertThat(decoding.problems()).isEmpty();
    assertThat(decoding.table()).isEqualTo(table);
  }

  @ParameterizedTest
  @MethodSource("productions")
  void isWhatTheRefereeMakesOfTheSource(Production production) {
    byte[] compiled = Acpica.compile(Productions.source(production), "-of", "-on", "-f");

    assertThat(HexFormat.of().formatHex(compiled)).endsWith(production.hex());
    Acpica.assertSameTable(table(production).encode(), compiled);
  }

  @ParameterizedTest
  @MethodSource("productions")
  void isWhatTheRefereeMakesOfOurText(Production production) {
    byte[] compiled = Acpica.compile(Productions.source(production), "-of", "-on", "-f");
    AmlTable table = AmlDecoder.decode(compiled).table();

    for (AslOptions style : List.of(AslOptions.DEFAULT, AslOptions.DEFAULT.legacy())) {
      String text = AslPrinter.print(table, style);
      assertThat(Acpica.compile(text, "-of", "-on", "-f")).as(text).isEqualTo(compiled);
    }
  }

  @Test
  void everyRecordAndOperatorIsThere() {
    Set<String> present = new TreeSet<>();
    Productions.all().forEach(production -> collect(production.term(), present));
    Set<String> wanted = new TreeSet<>();
    permitted(Term.class, wanted);
    permitted(FieldElement.class, wanted);
    // No compiler makes it of ASL where it stands: Externals move to the front, see the decoder's
    // tests.
    wanted.remove("External");
    wanted.remove("Undecoded");
    for (Expression.Binary.Operator operator : EnumSet.allOf(Expression.Binary.Operator.class)) {
      wanted.add(operator.toString());
    }
    for (Expression.Unary.Operator operator : EnumSet.allOf(Expression.Unary.Operator.class)) {
      wanted.add(operator.toString());
    }
    for (Expression.Logical.Operator operator : EnumSet.allOf(Expression.Logical.Operator.class)) {
      wanted.add(operator.toString());
    }
    for (Expression.Match.Operator operator : EnumSet.allOf(Expression.Match.Operator.class)) {
      wanted.add(operator.toString());
    }

    assertThat(present).containsAll(wanted);
  }

  private static void permitted(Class<?> type, Collection<String> names) {
    if (type.isSealed()) {
      for (Class<?> subclass : type.getPermittedSubclasses()) {
        permitted(subclass, names);
      }
    } else {
      names.add(type.getSimpleName());
    }
  }

  private static void collect(Object node, Collection<String> names) {
    switch (node) {
      case Collection<?> list -> list.forEach(element -> collect(element, names));
      case Optional<?> optional -> optional.ifPresent(element -> collect(element, names));
      case Enum<?> constant -> names.add(constant.toString());
      case Record record -> {
        names.add(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(component(record, component), names);
        }
      }
      default -> {}
    }
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
