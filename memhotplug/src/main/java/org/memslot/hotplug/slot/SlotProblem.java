package org.memslot.hotplug.slot;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/**
 * Something wrong with slot options. {@link #message} is one line that names what was wrong, the
 * value, the limit and the way out; the components say the same to programs.
 */
public sealed interface SlotProblem {
  /** One line for the user. */
  String message();

  /** Something wrong with the form of a text. */
  sealed interface OfText extends SlotProblem
      permits NotKeyValue, UnknownKey, DuplicateKey, MissingKey {
    /** What the text is. */
    SlotSyntax syntax();

    /** The whole text. */
    String text();

    /** What is wrong, without the text. */
    String fault();

    @Override
    default String message() {
      return "%s %s: %s".formatted(syntax().words(), text(), fault());
    }
  }

  /** A size, start or node that no slot can have. */
  sealed interface OfValue extends SlotProblem
      permits BadNumber, BadNode, ZeroSize, UnalignedSize, UnalignedStart {
    /** The slot's name; empty for memory that no slot has been chosen for. */
    Optional<String> slot();

    /** What is wrong, without the slot. */
    String fault();

    @Override
    default String message() {
      return "%s: %s"
          .formatted(slot().map(id -> "memslot " + id).orElse(SlotSyntax.REQUEST.words()), fault());
    }
  }

  /**
   * A part of the text is not {@code key=value}.
   *
   * @param syntax what the text is
   * @param text the whole text
   * @param part the part between commas
   */
  record NotKeyValue(SlotSyntax syntax, String text, String part) implements OfText {
    @Override
    public String fault() {
      return "\"%s\" is not key=value; write %s".formatted(part, syntax.form());
    }
  }

  /**
   * A key that does not exist.
   *
   * @param syntax what the text is
   * @param text the whole text
   * @param key the key
   */
  record UnknownKey(SlotSyntax syntax, String text, String key) implements OfText {
    @Override
    public String fault() {
      return "unknown key \"%s\"; the keys are %s".formatted(key, String.join(", ", syntax.keys()));
    }
  }

  /**
   * A key given twice.
   *
   * @param syntax what the text is
   * @param text the whole text
   * @param key the key
   */
  record DuplicateKey(SlotSyntax syntax, String text, String key) implements OfText {
    @Override
    public String fault() {
      return "%s= is given more than once; give it once".formatted(key);
    }
  }

  /**
   * A key that must be there is not.
   *
   * @param syntax what the text is
   * @param text the whole text
   * @param key the key
   */
  record MissingKey(SlotSyntax syntax, String text, String key) implements OfText {
    @Override
    public String fault() {
      return "%s= is missing; write %s".formatted(key, syntax.form());
    }
  }

  /**
   * A name that is not a slot's name.
   *
   * @param id the name
   * @param reason what is wrong with it
   */
  record BadId(String id, String reason) implements SlotProblem {
    @Override
    public String message() {
      return "memslot id \"%s\": %s".formatted(id, reason);
    }
  }

  /**
   * A size or address that cannot be read.
   *
   * @param slot the slot's name; empty for memory that no slot has been chosen for
   * @param key {@code size} or {@code start}
   * @param value the text given
   * @param reason what is wrong with it
   */
  record BadNumber(Optional<String> slot, String key, String value, String reason)
      implements OfValue {
    @Override
    public String fault() {
      return "%s=%s: %s".formatted(key, value, reason);
    }
  }

  /**
   * A node that is not a proximity domain's number.
   *
   * @param slot the slot's name; empty for memory that no slot has been chosen for
   * @param value the text given
   */
  record BadNode(Optional<String> slot, String value) implements OfValue {
    @Override
    public String fault() {
      return "node=%s: a node is a decimal number from 0 to %d".formatted(value, Integer.MAX_VALUE);
    }
  }

  /**
   * A value that is neither {@code on} nor {@code off}.
   *
   * @param slot the slot's name
   * @param key the key
   * @param value the text given
   */
  record BadSwitch(String slot, String key, String value) implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: %s=%s: write %s=on or %s=off".formatted(slot, key, value, key, key);
    }
  }

  /**
   * A slot of no bytes.
   *
   * @param slot the slot's name; empty for memory that no slot has been chosen for
   */
  record ZeroSize(Optional<String> slot) implements OfValue {
    @Override
    public String fault() {
      return "size is 0; the smallest slot is %s".formatted(ByteSize.of(SlotPlacement.BLOCK_SIZE));
    }
  }

  /**
   * A size that is no multiple of the guest's memory block.
   *
   * @param slot the slot's name; empty for memory that no slot has been chosen for
   * @param size the size
   */
  record UnalignedSize(Optional<String> slot, ByteSize size) implements OfValue {
    @Override
    public String fault() {
      return "size %s (0x%x) is not a multiple of %s, the block in which the guest adds memory; %s"
          .formatted(
              size,
              size.bytes(),
              ByteSize.of(SlotPlacement.BLOCK_SIZE),
              nearest(size.bytes(), false));
    }
  }

  /**
   * A start that is not at a boundary of the guest's memory blocks.
   *
   * @param slot the slot's name; empty for memory that no slot has been chosen for
   * @param start the address
   */
  record UnalignedStart(Optional<String> slot, long start) implements OfValue {
    @Override
    public String fault() {
      return "start 0x%x is not a multiple of %s, the block in which the guest adds memory; %s"
          .formatted(start, ByteSize.of(SlotPlacement.BLOCK_SIZE), nearest(start, true));
    }
  }

  /**
   * A slot that would end above 2<sup>64</sup>.
   *
   * @param slot the slot's name
   * @param start its first address
   * @param size its size
   */
  record AddressOverflow(String slot, long start, ByteSize size) implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: start 0x%x plus size %s passes 2^64; choose a lower start or start=auto"
          .formatted(slot, start, size);
    }
  }

  /**
   * A slot that the processor cannot address.
   *
   * @param slot the slot's name
   * @param range where it would lie
   * @param addressBits the width of a physical address
   */
  record BeyondAddressLimit(String slot, AddressRange range, int addressBits)
      implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: %s passes the last physical address 0x%x (%d bits); choose a lower start or start=auto"
          .formatted(slot, range, (1L << addressBits) - 1, addressBits);
    }
  }

  /**
   * A slot that lies where something else is.
   *
   * @param slot the slot's name
   * @param range where it would lie
   * @param other the name of what is there
   * @param taken where that lies
   */
  record Overlap(String slot, AddressRange range, String other, AddressRange taken)
      implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: %s overlaps %s at %s; choose another start or start=auto"
          .formatted(slot, range, other, taken);
    }
  }

  /**
   * No gap is left that an automatically placed slot fits in.
   *
   * @param slot the slot's name
   * @param size its size
   * @param floor the lowest address of automatic placement
   * @param addressBits the width of a physical address
   */
  record NoRoom(String slot, ByteSize size, long floor, int addressBits) implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: no gap of %s is left between 0x%x and the last physical address 0x%x (%d bits); make slots smaller or fewer"
          .formatted(slot, size, floor, (1L << addressBits) - 1, addressBits);
    }
  }

  /**
   * Two slots of one name.
   *
   * @param id the name
   */
  record DuplicateId(String id) implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: the id is given to more than one slot; each slot needs its own"
          .formatted(id);
    }
  }

  /**
   * A node that the machine does not have.
   *
   * @param slot the slot's name
   * @param node the node
   * @param nodes the nodes that there are
   */
  record NoSuchNode(String slot, int node, Set<Integer> nodes) implements SlotProblem {
    /** Copies the nodes. */
    public NoSuchNode {
      nodes = Set.copyOf(nodes);
    }

    @Override
    public String message() {
      String list =
          new TreeSet<>(nodes).stream().map(String::valueOf).collect(Collectors.joining(", "));
      return "memslot %s: node %d does not exist; the machine has node%s %s"
          .formatted(slot, node, nodes.size() == 1 ? "" : "s", list);
    }
  }

  /**
   * More slots than the register interface can tell the guest of.
   *
   * @param count the slots asked for
   * @param rules the register interface's rules
   */
  record TooManySlots(int count, SlotRules rules) implements SlotProblem {
    @Override
    public String message() {
      return "%d slots are too many for the %s interface: the limit is %d, %s"
          .formatted(count, rules.interfaceName(), rules.maximum(), rules.reason());
    }
  }

  /**
   * More memory in anonymous slots than the machine may have.
   *
   * @param slot the slot's name
   * @param size the size asked for
   * @param left what is left
   */
  record BeyondMaximum(String slot, ByteSize size, ByteSize left) implements SlotProblem {
    @Override
    public String message() {
      return fault() + "; ask for less, or delete a slot";
    }

    /** What is wrong, without the ways out, which only a request has. */
    public String fault() {
      return "memslot %s: %s is more than the %s that are left for anonymous slots"
          .formatted(slot, size, left);
    }
  }

  /**
   * Anonymous slots with an interface whose AML fixes every slot's range when the machine starts.
   *
   * @param slot the slot's name
   */
  record FixedRanges(String slot) implements SlotProblem {
    @Override
    public String message() {
      return "memslot %s: an anonymous slot has no range until memory is added, but this register interface tells the guest every range at the start"
          .formatted(slot);
    }
  }

  private static String nearest(long value, boolean address) {
    long block = SlotPlacement.BLOCK_SIZE;
    long below = value & -block;
    long above = below + block;
    String up = show(above, address);
    String down = show(below, address);
    if (below == 0 && !address) {
      return "the nearest that is: " + up;
    }
    return above == 0
        ? "the nearest that is: " + down
        : "the nearest that are: " + down + " and " + up;
  }

  private static String show(long value, boolean address) {
    return address
        ? "0x" + Long.toHexString(value)
        : "%s (0x%x)".formatted(ByteSize.of(value), value);
  }
}
