package org.memslot.bios.linker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;

/**
 * The script {@code etc/table-loader}, by which a hypervisor tells firmware how to place and link
 * the tables it was given: a list of commands of 128 bytes.
 *
 * @param commands in the order they are carried out
 */
public record LinkerScript(List<LinkerCommand> commands) {
  /** The file that holds it. */
  public static final String FILE = "etc/table-loader";

  /** Copies the list. */
  public LinkerScript {
    commands = List.copyOf(commands);
  }

  /** The bytes of the file. */
  public ByteList encode() {
    ByteBuffer out =
        ByteBuffer.allocate(commands.size() * LinkerCommand.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < commands.size(); i++) {
      LinkerCommand command = commands.get(i);
      out.position(i * LinkerCommand.SIZE).putInt(command.code());
      switch (command) {
        case LinkerCommand.Allocate c -> {
          putName(out, c.file());
          out.putInt(c.alignment()).put((byte) c.zone().code());
        }
        case LinkerCommand.AddPointer c -> {
          putName(out, c.target());
          putName(out, c.source());
          out.putInt((int) c.offset()).put((byte) c.size());
        }
        case LinkerCommand.AddChecksum c -> {
          putName(out, c.file());
          out.putInt((int) c.offset()).putInt((int) c.start()).putInt((int) c.length());
        }
        case LinkerCommand.WritePointer c -> {
          putName(out, c.target());
          putName(out, c.source());
          out.putInt((int) c.targetOffset());
          out.putInt((int) c.sourceOffset());
          out.put((byte) c.size());
        }
      }
    }
    return ByteList.of(out.array());
  }

  private static void putName(ByteBuffer out, String name) {
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    out.put(text).position(out.position() + LinkerCommand.NAME_SIZE - text.length);
  }

  /**
   * Reads the file. Commands with a number that is not known are left out, as SeaBIOS does.
   *
   * @throws FirmwareDataException if the bytes are not whole commands, or a known one is malformed
   */
  public static LinkerScript decode(ByteList content) {
    if (content.length() % LinkerCommand.SIZE != 0) {
      throw new FirmwareDataException(
          FILE,
          content.length() - content.length() % LinkerCommand.SIZE,
          "the last command has %d bytes, must have %d"
              .formatted(content.length() % LinkerCommand.SIZE, LinkerCommand.SIZE));
    }
    List<LinkerCommand> commands = new ArrayList<>();
    for (int at = 0; at < content.length(); at += LinkerCommand.SIZE) {
      command(at, content.slice(at, LinkerCommand.SIZE)).ifPresent(commands::add);
    }
    return new LinkerScript(commands);
  }

  private static Optional<LinkerCommand> command(int at, ByteList content) {
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    int code = in.getInt();
    try {
      return switch (code) {
        case 1 -> Optional.of(allocate(at, in));
        case 2 ->
            Optional.of(
                new LinkerCommand.AddPointer(
                    name(at, in), name(at, in), u32(in), Byte.toUnsignedInt(in.get())));
        case 3 ->
            Optional.of(new LinkerCommand.AddChecksum(name(at, in), u32(in), u32(in), u32(in)));
        case 4 ->
            Optional.of(
                new LinkerCommand.WritePointer(
                    name(at, in), name(at, in), u32(in), u32(in), Byte.toUnsignedInt(in.get())));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | FirmwareLimitException e) {
      throw new FirmwareDataException(FILE, at, String.valueOf(e.getMessage()));
    }
  }

  private static LinkerCommand allocate(int at, ByteBuffer in) {
    String file = name(at, in);
    int alignment = in.getInt();
    int code = Byte.toUnsignedInt(in.get());
    for (LinkerCommand.Zone zone : LinkerCommand.Zone.values()) {
      if (zone.code() == code) {
        return new LinkerCommand.Allocate(file, alignment, zone);
      }
    }
    throw new FirmwareDataException(FILE, at + in.position() - 1L, "zone %d".formatted(code));
  }

  private static long u32(ByteBuffer in) {
    return Integer.toUnsignedLong(in.getInt());
  }

  private static String name(int at, ByteBuffer in) {
    int start = in.position();
    byte[] field = new byte[LinkerCommand.NAME_SIZE];
    in.get(field);
    for (int i = 0; i < field.length; i++) {
      if (field[i] == 0) {
        return new String(field, 0, i, StandardCharsets.ISO_8859_1);
      }
    }
    throw new FirmwareDataException(FILE, (long) at + start, "a file name without an end");
  }
}
