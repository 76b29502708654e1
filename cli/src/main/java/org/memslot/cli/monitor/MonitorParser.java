package org.memslot.cli.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.memslot.cli.Quoted;
import org.memslot.hotplug.ByteSize;
import org.memslot.hotplug.ByteSizeException;
import org.memslot.hotplug.SlotOptionException;
import org.memslot.hotplug.SlotProblem;
import org.memslot.hotplug.SlotRequest;

/**
 * Reads lines of the monitor. Words stand between blanks; every line is either a command, blank, or
 * wrong with one line that says why. It takes any text and never throws.
 */
public final class MonitorParser {
  /** The longest line that is looked at, in characters. */
  public static final int LONGEST_LINE = 4096;

  private MonitorParser() {}

  /** What a line, without its end, means. */
  public static MonitorLine parse(String line) {
    if (line.length() > LONGEST_LINE) {
      return new MonitorLine.Wrong(
          "a line of %d characters; the longest is %d".formatted(line.length(), LONGEST_LINE));
    }
    String text = line.strip();
    if (text.isEmpty()) {
      return new MonitorLine.Blank();
    }
    try {
      List<String> words = Arrays.asList(text.split("\\s+"));
      return new MonitorLine.Command(
          text, command(words.getFirst(), words.subList(1, words.size())));
    } catch (WrongLineException e) {
      return new MonitorLine.Wrong(Quoted.line(e.getMessage()));
    }
  }

  private static MonitorCommand command(String first, List<String> rest) throws WrongLineException {
    Optional<MonitorVerb> verb = MonitorVerb.ofWord(first);
    if (verb.isEmpty()) {
      throw new WrongLineException(
          "unknown command \"%s\"; there are %s"
              .formatted(
                  first,
                  Arrays.stream(MonitorVerb.values())
                      .map(MonitorVerb::word)
                      .collect(Collectors.joining(", "))));
    }
    return switch (verb.get()) {
      case MEMSLOT -> slot(rest);
      case INFO -> new MonitorCommand.ShowInfo(topic(rest));
      case SYSTEM_RESET -> {
        words(MonitorVerb.SYSTEM_RESET, rest, 0);
        yield new MonitorCommand.SystemReset();
      }
      case SYSTEM_POWERDOWN -> {
        words(MonitorVerb.SYSTEM_POWERDOWN, rest, 0);
        yield new MonitorCommand.SystemPowerdown();
      }
      case SAVEVM -> new MonitorCommand.SaveSlots(words(MonitorVerb.SAVEVM, rest, 1).getFirst());
      case QUIT -> {
        words(MonitorVerb.QUIT, rest, 0);
        yield new MonitorCommand.Quit();
      }
      case HELP -> new MonitorCommand.Help(about(rest));
      case GUEST -> guest(rest);
    };
  }

  private static MonitorCommand slot(List<String> rest) throws WrongLineException {
    if (rest.size() == 3 && rest.get(1).equals("delete") && rest.get(2).equals("--force")) {
      throw new WrongLineException(
          "memslot %s delete --force: there is no such thing: the guest may be using the memory, and pulling it away would corrupt it; ask again with delete, or take it at a reset with --reboot forget"
              .formatted(rest.getFirst()));
    }
    List<String> words = words(MonitorVerb.MEMSLOT, rest, 2);
    String id = words.getFirst();
    if (id.equals("add") && words.getLast().contains("=")) {
      return new MonitorCommand.AddMemory(request(words.getLast()));
    }
    return switch (words.getLast()) {
      case "add" -> new MonitorCommand.AddSlot(id);
      case "delete" -> new MonitorCommand.DeleteSlot(id);
      case "cancel" -> new MonitorCommand.CancelSlot(id);
      default -> {
        throw new WrongLineException(
            "memslot %s %s: \"%s\" is not add, delete or cancel; write %s"
                .formatted(id, words.getLast(), words.getLast(), MonitorVerb.MEMSLOT.usage()));
      }
    };
  }

  private static SlotRequest request(String text) throws WrongLineException {
    try {
      return SlotRequest.parse(text);
    } catch (SlotOptionException e) {
      throw new WrongLineException(
          e.problems().stream().map(SlotProblem::message).collect(Collectors.joining("; ")));
    }
  }

  private static MonitorCommand.Topic topic(List<String> rest) throws WrongLineException {
    Optional<MonitorCommand.Topic> topic = MonitorCommand.Topic.ofWord(String.join(" ", rest));
    if (topic.isPresent()) {
      return topic.get();
    }
    String word = words(MonitorVerb.INFO, rest, 1).getFirst();
    throw new WrongLineException(
        "info %s: nothing is known about \"%s\"; write %s"
            .formatted(word, word, MonitorVerb.INFO.usage()));
  }

  private static Optional<MonitorVerb> about(List<String> rest) throws WrongLineException {
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    String word = words(MonitorVerb.HELP, rest, 1).getFirst();
    Optional<MonitorVerb> verb = MonitorVerb.ofWord(word);
    if (verb.isEmpty()) {
      throw new WrongLineException(
          "help %s: there is no command \"%s\"; help lists them".formatted(word, word));
    }
    return verb;
  }

  private static MonitorCommand guest(List<String> rest) throws WrongLineException {
    List<String> words = words(MonitorVerb.GUEST, rest, 2);
    String verb = words.getFirst();
    String address = words.getLast();
    return switch (verb) {
      case "use" -> new MonitorCommand.UseMemory(address(verb, address));
      case "release" -> new MonitorCommand.ReleaseMemory(address(verb, address));
      default -> {
        throw new WrongLineException(
            "guest %s: \"%s\" is neither use nor release; write %s"
                .formatted(verb, verb, MonitorVerb.GUEST.usage()));
      }
    };
  }

  private static long address(String verb, String text) throws WrongLineException {
    try {
      return ByteSize.parse(text).bytes();
    } catch (ByteSizeException e) {
      throw new WrongLineException(
          "guest %s %s: not an address: %s".formatted(verb, text, e.reason()));
    }
  }

  private static List<String> words(MonitorVerb verb, List<String> rest, int count)
      throws WrongLineException {
    if (rest.size() < count) {
      throw new WrongLineException(
          "%s: a word is missing; write %s".formatted(verb.word(), verb.usage()));
    }
    if (rest.size() > count) {
      throw new WrongLineException(
          "%s: \"%s\" is too much; write %s".formatted(verb.word(), rest.get(count), verb.usage()));
    }
    return rest;
  }

  private static final class WrongLineException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String message;

    WrongLineException(String message) {
      super(message, null, false, false);
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }
}
