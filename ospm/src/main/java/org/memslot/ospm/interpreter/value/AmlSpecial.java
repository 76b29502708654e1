package org.memslot.ospm.interpreter.value;

/** Objects of which there is only one. */
public enum AmlSpecial implements AmlObject {
  /** No value: a local never set, a package element never filled. */
  UNINITIALIZED(AmlObjectType.UNINITIALIZED),
  /** The Debug object, whose stores go to the debug output. */
  DEBUG(AmlObjectType.DEBUG);

  private final AmlObjectType type;

  AmlSpecial(AmlObjectType type) {
    this.type = type;
  }

  @Override
  public AmlObjectType type() {
    return type;
  }
}
