package org.memslot.cli;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.memslot.cli.console.Streams;

/**
 * Runs the commands one after the other, so that a Java VM that records a cache of classes (JEP
 * 514) has seen what each of them loads and links.
 */
final class StartTraining {
  private static final String[] MACHINE = {"-m", "64M", "-memslot", "id=a,size=128M"};

  private StartTraining() {}

  /**
   * Runs the commands in a temporary directory, which is deleted afterwards.
   *
   * @param args tables to inspect besides this program's own: what those lack is not in the cache
   */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("memslot-training");
    try {
      Path tables = directory.resolve("tables");
      String monitor = "memslot a add; memslot a delete; info memslots; quit";
      command(List.of("--version"));
      command(List.of("tables", "-o", tables.toString()), MACHINE);
      run(inspect(tables), args);
      command(List.of("map"), MACHINE);
      command(List.of("run", "--monitor", "none", "--exec", monitor), MACHINE);
    } finally {
      MoreFiles.deleteRecursively(directory);
    }
  }

  private static List<String> inspect(Path tables) throws IOException {
    List<String> words = new ArrayList<>(List.of("inspect"));
    try (Stream<Path> files = Files.list(tables)) {
      files.map(Path::toString).filter(file -> file.endsWith(".aml")).sorted().forEach(words::add);
    }
    return words;
  }

  private static void command(List<String> words, String... more) {
    int status = run(words, more);
    if (status != Memslot.DONE) {
      throw new IllegalStateException("status " + status + " of memslot " + words);
    }
  }

  private static int run(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Streams streams = new Streams(InputStream.nullInputStream(), nowhere, nowhere, false);
    return Memslot.run(streams, all.toArray(String[]::new));
  }
}
