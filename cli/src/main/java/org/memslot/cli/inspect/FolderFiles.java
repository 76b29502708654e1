package org.memslot.cli.inspect;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The files in a folder and the folders in it that may hold tables. Links are not followed. */
final class FolderFiles extends SimpleFileVisitor<Path> {
  /** The folder beside Linux's tables with what tables point at, not tables. */
  private static final String DATA = "data";

  /** Sources and listings beside tables. Those of iasl have the bytes of data tables again. */
  private static final Set<String> SOURCES = Set.of("asl", "dsl", "asi", "lst", "c", "h");

  private static final int DEPTH = 16;

  private final Path folder;
  private final Path data;
  private final Allowance allowance;
  private final BiConsumer<Path, IOException> unreadable;
  private final List<Path> files = new ArrayList<>();

  /**
   * @param hostTables the folder in which Linux shows the machine's tables
   * @param unreadable is told of files that cannot be looked at
   */
  FolderFiles(
      Path folder, Path hostTables, Allowance allowance, BiConsumer<Path, IOException> unreadable) {
    this.folder = folder;
    this.data = hostTables.resolve(DATA);
    this.allowance = allowance;
    this.unreadable = unreadable;
  }

  /** Lists the files in their natural order. */
  List<Path> list() throws IOException {
    Files.walkFileTree(folder, Set.of(), DEPTH, this);
    files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.toString(), b.toString()));
    return List.copyOf(files);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
    return visited.equals(data) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
      throws LimitExceededException {
    allowance.member();
    if (attributes.isRegularFile() && !isSource(file)) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    unreadable.accept(file, e);
    return FileVisitResult.CONTINUE;
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return SOURCES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
