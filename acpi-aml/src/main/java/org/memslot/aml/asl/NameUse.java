package org.memslot.aml.asl;

/** The ways in which a term uses a name. */
enum NameUse {
  /** As a value, or in any other way that does not tell what it is. */
  VALUE,
  /** As the place that a result goes to. */
  TARGET,
  /** As a method whose call ASL marks: with arguments, or as a statement. */
  CALL,
  /** As a method without arguments within a term, where ASL can leave the parentheses out. */
  VALUE_CALL,
  /** As the location of a Scope. */
  SCOPE,
  /** As the object of a Notify. */
  NOTIFY
}
