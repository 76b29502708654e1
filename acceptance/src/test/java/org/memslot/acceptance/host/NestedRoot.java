package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The nested machine's root without what is to be run: busybox, the modules of KVM and a Java
 * runtime.
 */
public final class NestedRoot {
  private static final String MODULES = "java.base,java.logging,jdk.management,jdk.unsupported";
  private static final List<String> KERNEL_MODULES =
      List.of("irqbypass.ko", "kvm.ko", "kvm-amd.ko");

  /** A library in the output of ldd, as "name => path" or as the loader's path alone. */
  private static final Pattern LIBRARY = Pattern.compile("(?m)(?:=> |^\\t)(/\\S+) \\(0x");

  private NestedRoot() {}

  /** The folder with the root's content. */
  public static Path folder() {
    return Cache.folder("nested-" + stamp(), NestedRoot::make);
  }

  /** Starts an archive with the root's content, to which a program is to be added. */
  public static InitialRamDisk initrd(Path file) {
    return InitialRamDisk.create(file).add("", folder());
  }

  /** What the content depends on, in short. */
  private static String stamp() {
    try (InputStream self = NestedRoot.class.getResourceAsStream("NestedRoot.class")) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Objects.requireNonNull(self).readAllBytes());
      digest.update(Inits.read("nested-init"));
      digest.update(Files.readAllBytes(Jdk.home().resolve("release")));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path root) {
    DebianKernel kernel = DebianKernel.find();
    try {
      for (String folder : List.of("bin", "dev", "proc", "sys", "tmp", "run", "modules")) {
        Files.createDirectory(root.resolve(folder));
      }
      Files.copy(Busybox.path().toRealPath(), root.resolve("bin/busybox"));
      executable(root.resolve("bin/busybox"));
      Files.write(root.resolve("init"), Inits.read("nested-init"));
      executable(root.resolve("init"));
      for (String module : KERNEL_MODULES) {
        Files.copy(kernel.module(module), root.resolve("modules").resolve(module));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addJavaRuntime(root);
  }

  private static void executable(Path file) {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IllegalStateException(file + " cannot be made executable");
    }
  }

  private static void addJavaRuntime(Path root) {
    Path runtime = root.resolve("jre");
    HostProgram.run(
        List.of(
            Jdk.program("jlink"),
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            runtime.toString()));
    Path java = runtime.resolve("bin/java");
    HostProgram.run(List.of(java.toString(), "-Xshare:dump", "-XX:+UseSerialGC"));
    try (Stream<Path> files = Files.walk(runtime)) {
      TreeSet<Path> libraries = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".so") || file.equals(java))
          .forEach(file -> libraries.addAll(libraries(file)));
      libraries.removeIf(library -> library.startsWith(runtime));
      for (Path library : libraries) {
        Path copy = root.resolve(Path.of("/").relativize(library));
        Files.createDirectories(copy.getParent());
        Files.copy(library.toRealPath(), copy);
        executable(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The libraries that a program or library of the host loads. */
  public static List<Path> libraries(Path file) {
    String output = HostProgram.result(Path.of("."), List.of("ldd", file.toString())).output();
    return LIBRARY.matcher(output).results().map(match -> Path.of(match.group(1))).toList();
  }
}
