package org.memslot.ospm.interpreter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;

/**
 * The tree of names that definition blocks declare (ACPI 6.5, 5.3).
 *
 * <p>It begins with the predefined names {@code \_GPE}, {@code \_PR}, {@code \_SB}, {@code \_SI},
 * {@code \_TZ}; the interpreter adds {@code \_GL}, {@code \_OS}, {@code \_OSI} and {@code \_REV}.
 * Reading is for the thread that evaluates, or for any thread while none does.
 */
public final class AcpiNamespace {
  private static final List<NameSeg> PREDEFINED_SCOPES =
      Stream.of("_GPE", "_PR_", "_SB_", "_SI_", "_TZ_").map(NameSeg::of).toList();

  private final NamespaceNode root = new NamespaceNode();
  private long generation;

  AcpiNamespace() {
    for (NameSeg segment : PREDEFINED_SCOPES) {
      NamespaceNode node = new NamespaceNode(segment, root);
      if (!segment.toString().equals("_GPE")) {
        node.setObject(new AmlNamed.Device());
      }
      root.attach(node);
    }
  }

  /** Returns the root, {@code \}. */
  public NamespaceNode root() {
    return root;
  }

  /**
   * Finds an absolute path, such as {@code \_SB.MP00._STA}. Segments may leave out their trailing
   * underscores.
   *
   * @throws AmlException AE_BAD_PATHNAME if it is not a path
   */
  public Optional<NamespaceNode> find(String path) {
    return Optional.ofNullable(walk(root, parse(path)));
  }

  /**
   * Finds a path as AML in the given scope would: a single segment is looked for in every scope
   * from there to the root (ACPI 6.5, 5.3).
   *
   * @throws AmlException AE_BAD_PATHNAME if it is not a path
   */
  public Optional<NamespaceNode> search(NamespaceNode scope, String path) {
    return Optional.ofNullable(resolve(scope, parse(path)));
  }

  private static NameString parse(String path) {
    try {
      NameString name = NameString.of(path);
      if (!name.isNull()) {
        return name;
      }
    } catch (InvalidTermException e) {
      // Said below, with the path.
    }
    throw new AmlException(AmlStatus.AE_BAD_PATHNAME, '"' + path + "\" is not an ACPI path");
  }

  private static NameString withoutLast(NameString path) {
    int above = path.segments().size() - 1;
    return new NameString(path.root(), path.parents(), path.segments().subList(0, above));
  }

  /** Calls the visitor with every node below this one, parents before their children. */
  public void walk(NamespaceNode from, Consumer<NamespaceNode> visitor) {
    for (NamespaceNode child : from.children()) {
      if (child.parentOrNull() == from) {
        visitor.accept(child);
        walk(child, visitor);
      }
    }
  }

  /** A number that changes with every name that comes or goes: what makes a resolved name stale. */
  long generation() {
    return generation;
  }

  /** Resolves a name by the search rules; null if it does not exist. */
  @Nullable NamespaceNode resolve(NamespaceNode scope, NameString path) {
    if (!path.isSearched()) {
      return walk(scope, path);
    }
    NameSeg segment = path.segments().getFirst();
    for (NamespaceNode at = scope; at != null; at = at.parentOrNull()) {
      NamespaceNode found = at.childOrNull(segment);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Follows a path without searching upwards; null if it does not exist. */
  private @Nullable NamespaceNode walk(NamespaceNode scope, NameString path) {
    NamespaceNode at = start(scope, path);
    for (NameSeg segment : path.segments()) {
      if (at == null) {
        return null;
      }
      at = at.childOrNull(segment);
    }
    return at;
  }

  private @Nullable NamespaceNode start(NamespaceNode scope, NameString path) {
    if (path.root()) {
      return root;
    }
    NamespaceNode at = scope;
    for (int i = 0; i < path.parents() && at != null; i++) {
      at = at.parentOrNull();
    }
    return at;
  }

  /**
   * Declares a name.
   *
   * @throws AmlException AE_NOT_FOUND if its parent does not exist, AE_ALREADY_EXISTS if it does
   */
  NamespaceNode declare(NamespaceNode scope, NameString path, AmlObject object) {
    NamespaceNode parent = parentOf(scope, path);
    NameSeg segment = path.segments().getLast();
    if (parent.childOrNull(segment) != null) {
      throw new AmlException(
          AmlStatus.AE_ALREADY_EXISTS, parent.childOrNull(segment) + " exists already");
    }
    NamespaceNode node = new NamespaceNode(segment, parent);
    node.setObject(object);
    parent.attach(node);
    generation++;
    return node;
  }

  /** A second name, so that it can be taken back. */
  record Alias(NamespaceNode scope, NameSeg name) {}

  /** Declares a second name for a node. */
  Alias declareAlias(NamespaceNode scope, NameString path, NamespaceNode target) {
    NamespaceNode parent = parentOf(scope, path);
    NameSeg segment = path.segments().getLast();
    if (parent.childOrNull(segment) != null) {
      throw new AmlException(
          AmlStatus.AE_ALREADY_EXISTS, parent.childOrNull(segment) + " exists already");
    }
    parent.attachAlias(segment, target);
    generation++;
    return new Alias(parent, segment);
  }

  private NamespaceNode parentOf(NamespaceNode scope, NameString path) {
    if (path.segments().isEmpty()) {
      throw new AmlException(AmlStatus.AE_BAD_PATHNAME, "a declared name needs a segment");
    }
    NamespaceNode parent = walk(scope, withoutLast(path));
    if (parent == null) {
      throw new AmlException(
          AmlStatus.AE_NOT_FOUND,
          withoutLast(path) + ", the scope of " + path + ", does not exist");
    }
    return parent;
  }

  /** Removes a second name. */
  void remove(Alias alias) {
    alias.scope().detach(alias.name());
    generation++;
  }

  /** Removes a name and all below it. */
  void remove(NamespaceNode node) {
    NamespaceNode parent = node.parentOrNull();
    if (parent != null) {
      node.segment().ifPresent(parent::detach);
      generation++;
    }
  }
}
