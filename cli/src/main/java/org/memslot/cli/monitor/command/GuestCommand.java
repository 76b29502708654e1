package org.memslot.cli.monitor.command;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.memslot.hypervisor.MemoryHolder;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.ByteSize;
import org.memslot.machine.ByteSizeException;

/** {@code guest}: has the embedded guest hold memory, so that it refuses to give the slot back. */
record GuestCommand() implements MonitorCommand {
  @Override
  public String usage() {
    return "guest use|release ADDRESS";
  }

  @Override
  public String explanation() {
    return """
    Of the embedded guest (--guest ospm) only. use makes it hold the memory at ADDRESS, so that
    it refuses to give the slot there back; release makes it let go.\
    """;
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    String verb = arguments.exactly(2).getFirst();
    String address = arguments.words().getLast();
    return switch (verb) {
      case "use" -> new Use(address(verb, address));
      case "release" -> new Release(address(verb, address));
      default ->
          throw arguments.invalid(
              "guest %s: \"%s\" is neither use nor release".formatted(verb, verb));
    };
  }

  private static long address(String verb, String text) throws InvalidLineException {
    try {
      return ByteSize.parse(text).bytes();
    } catch (ByteSizeException e) {
      throw new InvalidLineException(
          "guest %s %s: not an address: %s".formatted(verb, text, e.reason()));
    }
  }

  @Override
  public Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
    return place == 1 ? Stream.of("use", "release") : Stream.empty();
  }

  /** Has the guest hold the memory at an address. */
  record Use(long address) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return answer(
          board, address, holder -> holder.use(address), "in use", "the guest has no memory there");
    }
  }

  /** Has the guest hold the memory at an address no longer. */
  record Release(long address) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return answer(
          board,
          address,
          holder -> holder.release(address),
          "released",
          "the guest does not hold it");
    }
  }

  private static Answer answer(
      PcBoard board, long address, Predicate<MemoryHolder> request, String done, String otherwise) {
    if (!(board.guest().orElse(null) instanceof MemoryHolder holder)) {
      return Answer.refused("only the embedded guest (--guest ospm) can be told to hold memory");
    }
    String where = "memory at 0x%x: ".formatted(address);
    return request.test(holder) ? Answer.of(where + done) : Answer.refused(where + otherwise);
  }
}
