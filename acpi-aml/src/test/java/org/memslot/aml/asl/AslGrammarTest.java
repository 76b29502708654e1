package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlTable;
import org.memslot.aml.FieldElement;
import org.memslot.aml.Term;
import org.memslot.testing.Acpica;

/**
 * The whole grammar: {@code grammar.aml} is what iasl 20200925 made of {@code grammar.asl}; {@code
 * grammar.dsl} and {@code grammar-legacy.dsl} are what is printed from it.
 */
class AslGrammarTest {
  private static final byte[] AML = TestTables.resource("grammar.aml");

  private static AmlTable table() {
    AmlDecoding decoding = AmlDecoder.decode(AML);
    assertThat(decoding.problems()).isEmpty();
    return decoding.table();
  }

  @Test
  void grammarHasEveryProductionThatCompilersEmit() {
    TreeSet<String> present = new TreeSet<>();
    collect(table(), present);
    TreeSet<String> all = new TreeSet<>();
    permitted(Term.class, all);
    permitted(FieldElement.class, all);
    // these stand for bytes that no compiler makes
    all.remove("Undecoded");

    assertThat(present).containsAll(all);
  }

  @Test
  void printsSymbolicOperators() {
    assertThat(AslPrinter.print(table())).isEqualTo(TestTables.text("grammar.dsl"));
  }

  @Test
  void printsLegacyOperators() {
    assertThat(AslPrinter.print(table(), AslOptions.DEFAULT.legacy()))
        .isEqualTo(TestTables.text("grammar-legacy.dsl"));
  }

  @Test
  void refereeMakesTheTableOfItsSource() {
    Acpica.assertSameTable(Acpica.compile(TestTables.text("grammar.asl"), "-oa"), AML);
  }

  @Test
  void refereeMakesTheTableOfSymbolicOperators() {
    Acpica.assertSameTable(Acpica.compile(AslPrinter.print(table()), "-oa"), AML);
  }

  @Test
  void refereeMakesTheTableOfLegacyOperators() {
    String text = AslPrinter.print(table(), AslOptions.DEFAULT.legacy());

    Acpica.assertSameTable(Acpica.compile(text, "-oa"), AML);
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
      case Record record -> {
        names.add(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(component(record, component), names);
        }
      }
      default -> {
        // a number, a text or bytes
      }
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
