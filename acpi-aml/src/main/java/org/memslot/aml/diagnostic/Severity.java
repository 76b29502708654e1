package org.memslot.aml.diagnostic;

/** How much a finding matters, the gravest first. */
public enum Severity {
  /** An operating system is misled, refuses the table, or loses part of it. */
  ERROR,
  /** The specification forbids it; operating systems in common use cope. */
  WARNING,
  /** Allowed, but unusual enough that its author will want to look at it. */
  REMARK
}
