package org.memslot.bios.acpi.layout;

import java.util.List;

/**
 * Items that are not in every table.
 *
 * @param presence what decides
 * @param items the fields
 */
public record Section(Presence presence, List<Item> items) implements Item {
  /** Copies the list. */
  public Section {
    items = List.copyOf(items);
  }

  /** What decides whether a section is there. */
  public sealed interface Presence {}

  /**
   * The bytes decide: the section is there if the table goes on. A table of this revision or a
   * later one must have it.
   *
   * @param revision that introduced the fields
   */
  public record Since(int revision) implements Presence {}

  /** The bytes decide: the section is there if the structure goes on, and may be left out. */
  public record IfPresent() implements Presence {}

  /**
   * Other fields decide.
   *
   * @param condition that must hold
   */
  public record When(Condition condition) implements Presence {}

  /**
   * A GUID decides.
   *
   * @param field that holds it and stands before
   * @param guid in upper case: {@code C68ED8E2-9DC6-4CBD-9D94-DB65ACC5C332}
   */
  public record GuidIs(String field, String guid) implements Presence {}
}
