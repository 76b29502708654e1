package org.memslot.ospm.interpreter.value;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tree of names that definition blocks declare (ACPI 6.5, 5.3).
 *
 * <p>It begins with the predefined names {@code \_GPE}, {@code \_PR}, {@code \_SB}, {@code \_SI},
 * {@code \_TZ}; the interpreter adds {@code \_GL}, {@code \_OS}, {@code \_OSI} and {@code \_REV}.
 * Reading is for the thread that evaluates, or for any thread while none does.
 */
public interface AcpiNamespace {
  /** Returns the root, {@code \}. */
  NamespaceNode root();

  /**
   * Finds an absolute path, such as {@code \_SB.MP00._STA}. Segments may leave out their trailing
   * underscores.
   *
   * @throws AmlException AE_BAD_PATHNAME if it is not a path
   */
  Optional<NamespaceNode> find(String path);

  /**
   * Finds a path as AML in the given scope would: a single segment is looked for in every scope
   * from there to the root (ACPI 6.5, 5.3).
   *
   * @throws AmlException AE_BAD_PATHNAME if it is not a path
   */
  Optional<NamespaceNode> search(NamespaceNode scope, String path);

  /** Calls the visitor with every node below this one, parents before their children. */
  void walk(NamespaceNode from, Consumer<NamespaceNode> visitor);
}
