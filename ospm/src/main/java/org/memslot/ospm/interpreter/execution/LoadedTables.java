package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.AmlTable;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;
import org.memslot.ospm.interpreter.host.LoadReport;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.IntegerWidth;

/**
 * Brings definition blocks into the namespace; each is read knowing the methods of those before.
 */
final class LoadedTables implements AmlRuntime.Loader {
  /** How many tables AML may load: each takes time to read again for the next. */
  private static final int MAX_TABLES = 256;

  private final AmlRuntime runtime;

  /** The tables in the order of their loading; the first stands for the predefined methods. */
  private final List<byte[]> loaded = new ArrayList<>(List.of(predefined()));

  LoadedTables(AmlRuntime runtime) {
    this.runtime = runtime;
  }

  /** A table that says how many arguments \_OSI takes: that of a call cannot be seen from AML. */
  private static byte[] predefined() {
    return new AmlTable(
            new TableHeader("SSDT", 2, "", "", 0, "", 0),
            List.of(
                new NamedObject.External(NameString.of("\\_OSI"), NamedObject.External.METHOD, 1)))
        .encode();
  }

  LoadReport load(byte[] bytes, NamespaceEntry scope, Evaluation evaluation) {
    if (loaded.size() == MAX_TABLES) {
      throw new AmlException(AmlStatus.AE_LIMIT, "more than " + MAX_TABLES + " tables");
    }
    AmlDecoding decoding = decode(bytes);
    AmlTable table = decoding.table();
    if (loaded.size() == 1) {
      runtime.setWidth(IntegerWidth.ofRevision(table.header().revision()));
    }
    byte[] copy = bytes.clone();
    loaded.add(copy);
    List<String> problems = new ArrayList<>();
    decoding.problems().forEach(problem -> problems.add(problem.toString()));
    run(table.terms(), copy, scope, evaluation)
        .forEach(problem -> problems.add(problem.getMessage()));
    return new LoadReport(table.header(), problems);
  }

  /** Reads a table again, knowing those that were loaded after it. */
  private final class Again implements TableText.Reader {
    private final byte[] bytes;

    Again(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int tableCount() {
      return loaded.size();
    }

    @Override
    public List<Term> read() {
      return decode(bytes).table().terms();
    }
  }

  private AmlDecoding decode(byte[] bytes) {
    try {
      return AmlDecoder.decode(bytes, AmlContext.of(loaded));
    } catch (AmlDecodingException e) {
      throw new AmlException(AmlStatus.AE_BAD_DATA, String.valueOf(e.getMessage()));
    }
  }

  private List<AmlException> run(
      List<Term> terms, byte[] bytes, NamespaceEntry scope, Evaluation evaluation) {
    TableLoad load = new TableLoad();
    Frame frame = new Frame(runtime, evaluation, scope, load);
    try {
      TableText text = new TableText(terms, new Again(bytes));
      new TermCompiler(runtime.conversions().width(), text).block(terms).runEach(frame, load);
    } catch (AmlException e) {
      load.problem(e);
    }
    load.finish(evaluation);
    return load.problems();
  }

  @Override
  public void loadForAml(byte[] table, NamespaceEntry scope, Evaluation evaluation) {
    int sum = 0;
    for (byte b : table) {
      sum += b;
    }
    if ((sum & 0xFF) != 0) {
      throw new AmlException(
          AmlStatus.AE_BAD_CHECKSUM, "the bytes of the table do not add up to 0");
    }
    if (loaded.stream().anyMatch(other -> Arrays.equals(other, table))) {
      throw new AmlException(AmlStatus.AE_ALREADY_EXISTS, "the table is loaded already");
    }
    load(table, scope, evaluation);
  }
}
