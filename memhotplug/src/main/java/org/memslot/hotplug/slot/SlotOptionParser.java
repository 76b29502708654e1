package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.memslot.machine.ByteSize;
import org.memslot.machine.ByteSizeException;

/** Reads the text of one slot's options and collects all that is wrong with it. */
final class SlotOptionParser {
  private final SlotSyntax syntax;
  private final String text;
  private final List<SlotProblem> problems = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  SlotOptionParser(SlotSyntax syntax, String text) {
    this.syntax = syntax;
    this.text = text;
  }

  SlotOptions option() {
    split();
    String slot = values.getOrDefault("id", "");
    if (values.containsKey("id")) {
      SlotId.fault(slot).ifPresent(fault -> problems.add(new SlotProblem.BadId(slot, fault)));
    }
    SlotRequest memory = memory(Optional.of(slot));
    boolean populated = optional("populated", false, value -> onOff(slot, value));
    refuseFaults();
    return new SlotOptions(slot, memory.size(), memory.start(), memory.node(), populated);
  }

  SlotRequest request() {
    split();
    SlotRequest memory = memory(Optional.empty());
    refuseFaults();
    return memory;
  }

  /** Size, start and node; a placeholder where they have faults. */
  private SlotRequest memory(Optional<String> slot) {
    Optional<ByteSize> size =
        Optional.ofNullable(values.get("size")).flatMap(value -> size(slot, "size", value));
    size.ifPresent(bytes -> SlotOptions.checkSize(slot, bytes, problems));
    SlotStart start = optional("start", SlotStart.auto(), value -> start(slot, value));
    SlotOptions.checkStart(slot, start, problems);
    int node = optional("node", 0, value -> node(slot, value));
    ByteSize valid = ByteSize.of(SlotPlacement.BLOCK_SIZE);
    return problems.isEmpty()
        ? new SlotRequest(size.orElse(valid), start, node)
        : new SlotRequest(valid, SlotStart.auto(), 0);
  }

  private void refuseFaults() {
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
  }

  private void split() {
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals <= 0) {
        problems.add(new SlotProblem.NotKeyValue(syntax, text, part));
        continue;
      }
      String key = part.substring(0, equals);
      if (!syntax.keys().contains(key)) {
        problems.add(new SlotProblem.UnknownKey(syntax, text, key));
      } else if (values.putIfAbsent(key, part.substring(equals + 1)) != null) {
        problems.add(new SlotProblem.DuplicateKey(syntax, text, key));
      }
    }
    for (String key : syntax.required()) {
      if (!values.containsKey(key)) {
        problems.add(new SlotProblem.MissingKey(syntax, text, key));
      }
    }
  }

  private <T> T optional(String key, T otherwise, Function<String, Optional<T>> read) {
    return Optional.ofNullable(values.get(key)).flatMap(read).orElse(otherwise);
  }

  private Optional<ByteSize> size(Optional<String> slot, String key, String value) {
    try {
      return Optional.of(ByteSize.parse(value));
    } catch (ByteSizeException e) {
      problems.add(new SlotProblem.BadNumber(slot, key, value, e.reason()));
      return Optional.empty();
    }
  }

  private Optional<SlotStart> start(Optional<String> slot, String value) {
    return value.equals("auto")
        ? Optional.of(SlotStart.auto())
        : size(slot, "start", value).map(address -> SlotStart.at(address.bytes()));
  }

  private Optional<Integer> node(Optional<String> slot, String value) {
    try {
      int node = Integer.parseInt(value);
      if (node >= 0 && value.charAt(0) != '+') {
        return Optional.of(node);
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for all of them.
    }
    problems.add(new SlotProblem.BadNode(slot, value));
    return Optional.empty();
  }

  private Optional<Boolean> onOff(String slot, String value) {
    return switch (value) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> {
        problems.add(new SlotProblem.BadSwitch(slot, "populated", value));
        yield Optional.empty();
      }
    };
  }
}
