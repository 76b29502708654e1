package org.memslot.ospm.interpreter.execution;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.InvalidTermException;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.value.AcpiNamespace;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** The tree of names, which AML changes. */
final class Namespace implements AcpiNamespace {
  private static final List<NameSeg> PREDEFINED_SCOPES =
      Stream.of("_GPE", "_PR_", "_SB_", "_SI_", "_TZ_").map(NameSeg::of).toList();

  private final NamespaceEntry root = new NamespaceEntry();
  private long generation;

  Namespace() {
    for (NameSeg segment : PREDEFINED_SCOPES) {
      NamespaceEntry node = new NamespaceEntry(segment, root);
      if (!segment.toString().equals("_GPE")) {
        node.setObject(new AmlNamed.Device());
      }
      root.attach(node);
    }
  }

  @Override
  public NamespaceEntry root() {
    return root;
  }

  @Override
  public Optional<NamespaceNode> find(String path) {
    return Optional.ofNullable(walk(root, parse(path)));
  }

  @Override
  public Optional<NamespaceNode> search(NamespaceNode scope, String path) {
    return Optional.ofNullable(resolve(NamespaceEntry.of(scope), parse(path)));
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

  @Override
  public void walk(NamespaceNode from, Consumer<NamespaceNode> visitor) {
    for (NamespaceNode child : from.children()) {
      if (child.parent().orElseThrow().equals(from)) { // else it is an alias
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
  @Nullable NamespaceEntry resolve(NamespaceEntry scope, NameString path) {
    if (!path.isSearched()) {
      return walk(scope, path);
    }
    NameSeg segment = path.segments().getFirst();
    for (NamespaceEntry at = scope; at != null; at = at.parentOrNull()) {
      NamespaceEntry found = at.childOrNull(segment);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Follows a path without searching upwards; null if it does not exist. */
  private @Nullable NamespaceEntry walk(NamespaceEntry scope, NameString path) {
    NamespaceEntry at = start(scope, path);
    for (NameSeg segment : path.segments()) {
      if (at == null) {
        return null;
      }
      at = at.childOrNull(segment);
    }
    return at;
  }

  private @Nullable NamespaceEntry start(NamespaceEntry scope, NameString path) {
    if (path.root()) {
      return root;
    }
    NamespaceEntry at = scope;
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
  NamespaceEntry declare(NamespaceEntry scope, NameString path, AmlObject object) {
    NamespaceEntry parent = parentOf(scope, path);
    NameSeg segment = path.segments().getLast();
    if (parent.childOrNull(segment) != null) {
      throw new AmlException(
          AmlStatus.AE_ALREADY_EXISTS, parent.childOrNull(segment) + " exists already");
    }
    NamespaceEntry node = new NamespaceEntry(segment, parent);
    node.setObject(object);
    parent.attach(node);
    generation++;
    return node;
  }

  /** A second name, so that it can be taken back. */
  record Alias(NamespaceEntry scope, NameSeg name) {}

  /** Declares a second name for a node. */
  Alias declareAlias(NamespaceEntry scope, NameString path, NamespaceEntry target) {
    NamespaceEntry parent = parentOf(scope, path);
    NameSeg segment = path.segments().getLast();
    if (parent.childOrNull(segment) != null) {
      throw new AmlException(
          AmlStatus.AE_ALREADY_EXISTS, parent.childOrNull(segment) + " exists already");
    }
    parent.attachAlias(segment, target);
    generation++;
    return new Alias(parent, segment);
  }

  private NamespaceEntry parentOf(NamespaceEntry scope, NameString path) {
    if (path.segments().isEmpty()) {
      throw new AmlException(AmlStatus.AE_BAD_PATHNAME, "a declared name needs a segment");
    }
    NamespaceEntry parent = walk(scope, withoutLast(path));
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
  void remove(NamespaceEntry node) {
    NamespaceEntry parent = node.parentOrNull();
    if (parent != null) {
      node.segment().ifPresent(parent::detach);
      generation++;
    }
  }
}
