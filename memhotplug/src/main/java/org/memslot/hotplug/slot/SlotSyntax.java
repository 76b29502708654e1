package org.memslot.hotplug.slot;

import java.util.List;

/** The two texts that describe a slot: an option and a monitor command. */
public enum SlotSyntax {
  /** {@code -memslot}: a slot with a name, for the whole life of the machine. */
  OPTION("-memslot", "id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]"),

  /** {@code memslot add}: memory for an anonymous slot, now. */
  REQUEST("memslot add", "size=SIZE[,start=ADDR|auto][,node=PXM]");

  private final String command;
  private final String form;

  SlotSyntax(String command, String form) {
    this.command = command;
    this.form = form;
  }

  /** The words before the text. */
  public String command() {
    return command;
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
