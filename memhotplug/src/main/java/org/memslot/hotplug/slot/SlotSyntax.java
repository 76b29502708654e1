package org.memslot.hotplug.slot;

import java.util.List;

/**
 * The two texts that describe a slot: with its name, and memory for one that has a name already.
 */
public enum SlotSyntax {
  /** A slot with a name, for the whole life of the machine. */
  OPTION("memory slot", "id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]"),

  /** Memory for an anonymous slot, now. */
  REQUEST("memory for a slot", "size=SIZE[,start=ADDR|auto][,node=PXM]");

  private final String words;
  private final String form;

  SlotSyntax(String words, String form) {
    this.words = words;
    this.form = form;
  }

  /** What the text describes. */
  public String words() {
    return words;
  }

  /** The keys there are. */
  public List<String> keys() {
    return switch (this) {
      case OPTION -> List.of("id", "size", "start", "node", "populated");
      case REQUEST -> List.of("size", "start", "node");
    };
  }

  /** The keys that must be given. */
  public List<String> required() {
    return switch (this) {
      case OPTION -> List.of("id", "size");
      case REQUEST -> List.of("size");
    };
  }

  /** How the text is written. */
  public String form() {
    return form;
  }
}
