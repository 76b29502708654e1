package org.memslot.bios.linker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.memslot.aml.ByteList;

/**
 * Carries out a {@link LinkerScript}. A script that reaches outside of its files is refused as a
 * whole: nothing is given back, and the host has been asked for memory at most.
 */
public final class LinkerInterpreter {
  private final LinkerHost host;
  private final Map<String, Placed> placed = new LinkedHashMap<>();

  /** A file in the memory found for it; its content is changed command by command. */
  private static final class Placed {
    private final long address;
    private final byte[] content;

    Placed(long address, byte[] content) {
      this.address = address;
      this.content = content;
    }

    long address() {
      return address;
    }

    byte[] content() {
      return content;
    }
  }

  private LinkerInterpreter(LinkerHost host) {
    this.host = host;
  }

  /**
   * Carries out all commands in order.
   *
   * @return the files in the order of their allocation; the caller writes them to memory
   * @throws LinkerException if a command is refused
   */
  public static List<LinkedFile> run(LinkerScript script, LinkerHost host) {
    LinkerInterpreter interpreter = new LinkerInterpreter(host);
    for (int i = 0; i < script.commands().size(); i++) {
      interpreter.carryOut(i, script.commands().get(i));
    }
    return interpreter.placed.entrySet().stream()
        .map(
            file ->
                new LinkedFile(
                    file.getKey(),
                    file.getValue().address(),
                    ByteList.of(file.getValue().content())))
        .toList();
  }

  private void carryOut(int at, LinkerCommand command) {
    switch (command) {
      case LinkerCommand.Allocate c -> allocate(at, c);
      case LinkerCommand.AddPointer c -> addPointer(at, c);
      case LinkerCommand.AddChecksum c -> addChecksum(at, c);
      case LinkerCommand.WritePointer c -> writePointer(at, c);
    }
  }

  private void allocate(int at, LinkerCommand.Allocate command) {
    String name = command.file();
    if (placed.containsKey(name)) {
      throw new LinkerException(at, name + " is allocated already");
    }
    ByteList content =
        host.file(name).orElseThrow(() -> new LinkerException(at, "there is no file " + name));
    if (content.length() == 0) {
      throw new LinkerException(at, name + " is empty");
    }
    long address =
        host.allocate(name, content.length(), command.alignment(), command.zone())
            .orElseThrow(
                () ->
                    new LinkerException(
                        at,
                        "no %d bytes in zone %s for %s"
                            .formatted(content.length(), command.zone(), name)));
    placed.put(name, new Placed(address, content.toArray()));
  }

  private void addPointer(int at, LinkerCommand.AddPointer command) {
    Placed target = file(at, command.target());
    Placed source = file(at, command.source());
    int offset = inside(at, command.target(), target, command.offset(), command.size());
    long old = number(target.content(), offset, command.size());
    if (Long.compareUnsigned(old, source.content().length) > 0) {
      throw new LinkerException(
          at,
          "pointer to offset 0x%x of %s, which has 0x%x bytes"
              .formatted(old, command.source(), source.content().length));
    }
    put(at, target.content(), offset, command.size(), old + source.address());
  }

  private void addChecksum(int at, LinkerCommand.AddChecksum command) {
    Placed file = file(at, command.file());
    int offset = inside(at, command.file(), file, command.offset(), 1);
    int start = inside(at, command.file(), file, command.start(), command.length());
    int sum = 0;
    for (int i = start; i < start + (int) command.length(); i++) {
      sum += file.content()[i];
    }
    file.content()[offset] = (byte) (file.content()[offset] - sum);
  }

  private void writePointer(int at, LinkerCommand.WritePointer command) {
    Placed source = file(at, command.source());
    int offset = inside(at, command.source(), source, command.sourceOffset(), 1);
    byte[] pointer = new byte[command.size()];
    put(at, pointer, 0, command.size(), source.address() + offset);
    if (!host.write(command.target(), command.targetOffset(), ByteList.of(pointer))) {
      throw new LinkerException(
          at,
          "%s does not take %d bytes at offset 0x%x"
              .formatted(command.target(), command.size(), command.targetOffset()));
    }
  }

  private Placed file(int at, String name) {
    if (!placed.containsKey(name)) {
      throw new LinkerException(at, name + " is not allocated");
    }
    return Objects.requireNonNull(placed.get(name));
  }

  private static int inside(int at, String name, Placed file, long offset, long length) {
    if (offset + length > file.content().length) {
      throw new LinkerException(
          at,
          "0x%x bytes at offset 0x%x of %s, which has 0x%x"
              .formatted(length, offset, name, file.content().length));
    }
    return (int) offset;
  }

  private static long number(byte[] content, int offset, int size) {
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (content[offset + i] & 0xff);
    }
    return value;
  }

  private static void put(int at, byte[] content, int offset, int size, long value) {
    if (size < 8 && value >>> (8 * size) != 0) {
      throw new LinkerException(
          at, "address 0x%x does not fit a pointer of %d bytes".formatted(value, size));
    }
    for (int i = 0; i < size; i++) {
      content[offset + i] = (byte) (value >>> (8 * i));
    }
  }
}
