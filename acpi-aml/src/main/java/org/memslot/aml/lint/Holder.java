package org.memslot.aml.lint;

/** What kind of object a name is declared in. */
enum Holder {
  /** The root of the namespace. */
  ROOT('R'),
  /** The scope of the general-purpose events. */
  GPE('G'),
  /** The scope of the system indicators. */
  INDICATORS('I'),
  /** One of the root's other scopes: the system bus, the processors, the thermal zones. */
  BUS('B'),
  /** A device. */
  DEVICE('D'),
  /** A processor. */
  PROCESSOR('P'),
  /** A power resource. */
  POWER('W'),
  /** A thermal zone. */
  THERMAL('T'),
  /** A method: its names are its own. */
  METHOD('M'),
  /** An object of another table. */
  FOREIGN('F');

  private final char letter;

  Holder(char letter) {
    this.letter = letter;
  }

  /** Returns the letter that stands for it in the table of places. */
  char letter() {
    return letter;
  }
}
