package org.memslot.ospm;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memslot.aml.NameSeg;
import org.memslot.ospm.FixedRegisters.GpeBlock;
import org.memslot.ospm.interpreter.value.AcpiNamespace;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * The general-purpose events: which have a method, and what runs when one comes (ACPI 6.5, 5.6.4).
 */
final class GpeDispatcher {
  private static final Pattern METHOD_NAME = Pattern.compile("_([EL])([0-9A-F]{2})");

  /**
   * The method of an event.
   *
   * @param edge whether the event is an edge: its status is cleared before the method runs, a
   *     level's after
   */
  private record Handler(NamespaceNode method, boolean edge) {}

  private final FixedRegisters registers;
  private final DeviceMethods methods;
  private final EventLog log;
  private final Map<Integer, Handler> handlers = new TreeMap<>();

  GpeDispatcher(FixedRegisters registers, DeviceMethods methods, EventLog log) {
    this.registers = registers;
    this.methods = methods;
    this.log = log;
  }

  /**
   * Disables all events. What is pending stays so: it may be memory that came while the guest
   * boots, and a method that finds nothing new does no harm.
   */
  void quiet() {
    for (GpeBlock block : registers.gpeBlocks()) {
      for (int i = 0; i < block.bytes(); i++) {
        block.enable(i, 0);
      }
    }
  }

  /** Enables the events that have a method. */
  void enable(AcpiNamespace namespace) {
    Optional<NamespaceNode> scope = namespace.root().child(NameSeg.of("_GPE"));
    for (NamespaceNode node : scope.map(NamespaceNode::children).orElseThrow()) {
      String name = node.segment().map(NameSeg::toString).orElse("");
      Matcher matcher = METHOD_NAME.matcher(name);
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(2), 16);
        handlers.putIfAbsent(number, new Handler(node, matcher.group(1).equals("E")));
      }
    }
    for (GpeBlock block : registers.gpeBlocks()) {
      for (int i = 0; i < block.bytes(); i++) {
        enable(block, i);
      }
    }
  }

  private void enable(GpeBlock block, int index) {
    int bits = 0;
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      int number = block.base() + index * Byte.SIZE + bit;
      Handler handler = handlers.get(number);
      if (handler != null) {
        bits |= 1 << bit;
        log.add(new GuestEvent.GpeEnabled(number, handler.method.path()));
      }
    }
    block.enable(index, bits);
  }

  /** Returns the numbers of the events that are answered. */
  java.util.List<Integer> enabled() {
    return handlers.keySet().stream().filter(this::isImplemented).toList();
  }

  private boolean isImplemented(int number) {
    return registers.gpeBlocks().stream()
        .anyMatch(
            block -> number >= block.base() && number < block.base() + block.bytes() * Byte.SIZE);
  }

  /**
   * Answers the events that are signalled and enabled.
   *
   * @return whether there was one
   */
  boolean dispatch() {
    boolean any = false;
    for (GpeBlock block : registers.gpeBlocks()) {
      for (int i = 0; i < block.bytes(); i++) {
        int active = block.status(i) & block.enabled(i);
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          if ((active & 1 << bit) != 0) {
            handle(block, i, bit);
            any = true;
          }
        }
      }
    }
    return any;
  }

  private void handle(GpeBlock block, int index, int bit) {
    int number = block.base() + index * Byte.SIZE + bit;
    Handler handler = handlers.get(number);
    if (handler == null) {
      // Without a method nothing can make the event go away.
      block.enable(index, block.enabled(index) & ~(1 << bit));
      block.clear(index, 1 << bit);
      return;
    }
    if (handler.edge) {
      block.clear(index, 1 << bit);
    }
    methods.evaluate(handler.method);
    if (!handler.edge) {
      block.clear(index, 1 << bit);
    }
    log.add(new GuestEvent.GpeHandled(number, handler.method.path()));
  }
}
