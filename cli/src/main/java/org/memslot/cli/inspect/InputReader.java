package org.memslot.cli.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads what a user names: files, folders, standard input. What a file is, its content says.
 * Nothing throws: what cannot be read is noted, and the rest goes on.
 */
final class InputReader {
  /** The name that tables from standard input have. */
  static final String STANDARD_INPUT = "stdin";

  private final InspectLimits limits;
  private final Path hostTables;
  private final Found found;
  private final ContentReader contents;

  /**
   * @param hostTables the folder in which Linux shows the machine's tables
   */
  InputReader(InspectLimits limits, Path hostTables) {
    this.limits = limits;
    this.hostTables = hostTables;
    this.found = new Found(limits);
    this.contents = new ContentReader(limits, found);
  }

  /** What was found so far. */
  Found found() {
    return found;
  }

  /** Reads a file or a folder. */
  void path(Path path) {
    int before = found.count();
    if (Files.isDirectory(path)) {
      folder(path);
    } else {
      try {
        file(path, true, new Allowance(limits));
      } catch (LimitExceededException e) {
        found.note(path.toString(), String.valueOf(e.getMessage()));
      }
    }
    noteNothing(path.toString(), before);
  }

  /** Reads standard input to its end. */
  void standardInput(InputStream in) {
    int before = found.count();
    try {
      content(STANDARD_INPUT, true, new Allowance(limits), in);
    } catch (IOException e) {
      found.note(STANDARD_INPUT, String.valueOf(e.getMessage()));
    }
    noteNothing(STANDARD_INPUT, before);
  }

  private void folder(Path folder) {
    Allowance allowance = new Allowance(limits);
    try {
      for (Path file : new FolderFiles(folder, hostTables, allowance, this::note).list()) {
        file(file, false, allowance);
      }
    } catch (IOException e) {
      note(folder, e);
    }
  }

  private void file(Path path, boolean named, Allowance allowance) throws LimitExceededException {
    try (InputStream in = Files.newInputStream(path)) {
      content(path.toString(), named, allowance, in);
    } catch (LimitExceededException e) {
      throw e;
    } catch (IOException e) {
      note(path, e);
    }
  }

  private void content(String name, boolean named, Allowance allowance, InputStream in)
      throws IOException {
    contents.read(new ContentReader.Origin(name, named, 0, allowance), allowance.counted(in));
  }

  private void noteNothing(String name, int before) {
    if (found.count() == before) {
      found.note(name, "no ACPI table in it");
    }
  }

  private void note(Path path, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ when path.startsWith(hostTables) ->
              "permission denied; it takes root";
          case AccessDeniedException _ -> "permission denied";
          default -> String.valueOf(e.getMessage());
        };
    found.note(path.toString(), reason);
  }
}
