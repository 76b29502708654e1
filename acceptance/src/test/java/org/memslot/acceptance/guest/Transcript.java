package org.memslot.acceptance.guest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that a running program writes, by lines. The last line may still grow. */
public final class Transcript {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final List<String> lines = new ArrayList<>();
  private String partial = "";
  private long read;

  /** Follows a file, which must exist by the first look. */
  public Transcript(Path file) {
    this.file = file;
  }

  /** The lines so far, without carriage returns. */
  public List<String> lines() {
    readOn();
    List<String> all = new ArrayList<>(lines);
    if (!partial.isEmpty()) {
      all.add(partial);
    }
    return all;
  }

  /** The last lines, at most so many. */
  public List<String> tail(int count) {
    List<String> all = lines();
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  /** How many lines contain a match of the pattern. */
  public long count(Pattern pattern) {
    return lines().stream().filter(pattern.asPredicate()).count();
  }

  /** The last line that contains a match of the pattern. */
  public Optional<String> last(Pattern pattern) {
    Predicate<String> matches = pattern.asPredicate();
    return lines().reversed().stream().filter(matches).findFirst();
  }

  /** The first group of the pattern's match in the last line that contains one. */
  public Optional<String> lastGroup(Pattern pattern) {
    return lines().reversed().stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .findFirst();
  }

  private void readOn() {
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      long length = input.length();
      byte[] chunk = new byte[CHUNK];
      while (read < length) {
        input.seek(read);
        int count = input.read(chunk);
        if (count <= 0) {
          return;
        }
        read += count;
        add(new String(chunk, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String text) {
    String[] pieces = (partial + text.replace("\r", "")).split("\n", -1);
    for (int i = 0; i < pieces.length - 1; i++) {
      lines.add(pieces[i]);
    }
    partial = pieces[pieces.length - 1];
  }
}
