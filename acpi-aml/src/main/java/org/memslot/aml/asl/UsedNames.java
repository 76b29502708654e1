package org.memslot.aml.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.AmlTable;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.External;

/**
 * The namespace of a table: what it declares, and the names that it uses and for which compilers
 * want an External.
 */
final class UsedNames {
  private final NameNode root;
  private final List<NameNode> externals = new ArrayList<>();
  private final List<NameNode> missing = new ArrayList<>();

  private UsedNames(NameNode root) {
    this.root = root;
  }

  static UsedNames of(AmlTable table) {
    UsedNames names = new UsedNames(NameNode.newRoot());
    new Declarations(names).walk(table.terms());
    names.externals.removeIf(names::isWithinMethod);
    new Uses(names).walk(table.terms());
    return names;
  }

  /**
   * Drops an External of what only a method of this table could make: compilers refuse those, and
   * the names that use it find another.
   */
  private boolean isWithinMethod(NameNode external) {
    if (external.method().isEmpty()) {
      return false;
    }
    external.dropExternal();
    return true;
  }

  NameNode root() {
    return root;
  }

  /** The Externals that the table has, each name once. */
  List<External> externals() {
    return externals.stream().map(NameNode::toExternal).toList();
  }

  /** The Externals that the table lacks, in the order of use. */
  List<External> missing() {
    return missing.stream().map(NameNode::toExternal).toList();
  }

  /** Whether a call without arguments of this name needs parentheses to be one. */
  boolean isMethod(NameNode scope, NameString name) {
    Optional<NameNode> node = visible(scope, name);
    if (node.isPresent() && node.get().isDeclared()) {
      return node.get().isMethod();
    }
    return node.orElseGet(() -> place(scope, name)).isExternalMethod();
  }

  private static Optional<NameNode> visible(NameNode scope, NameString name) {
    return scope.find(name);
  }

  /**
   * Where the External of a name belongs: a searched name can be anywhere above its use; the root
   * is the place that all of them see.
   */
  private NameNode place(NameNode scope, NameString name) {
    return (name.isSearched() ? root : scope).resolve(name);
  }

  private static final class Declarations extends NameWalker {
    private final UsedNames names;

    Declarations(UsedNames names) {
      super(names.root);
      this.names = names;
    }

    @Override
    void declares(NameString name, int objectType) {
      scope().resolve(name).declare(objectType);
    }

    @Override
    void declaresExternal(External external) {
      NameNode node = scope().resolve(external.name());
      if (node.external().isEmpty()) {
        names.externals.add(node);
      }
      node.declareExternal(external);
    }
  }

  private static final class Uses extends NameWalker {
    private final UsedNames names;

    Uses(UsedNames names) {
      super(names.root);
      this.names = names;
    }

    @Override
    void declares(NameString name, int objectType) {
      scope().resolve(name).see();
    }

    @Override
    void uses(NameString name, NameUse use, int argumentCount) {
      if (name.isNull() || name.equals(NameString.ROOT)) {
        return;
      }
      Optional<NameNode> found = scope().find(name);
      if (found.isPresent() && found.get().external().isPresent()) {
        found.get().use(use, argumentCount);
      } else if (found.isEmpty() || isForward(found.get())) {
        NameNode node = names.place(scope(), name);
        if (!node.isKnown() || found.isPresent()) {
          if (!node.isUsed() && !node.isKnown()) {
            names.missing.add(node);
          }
          node.use(use, argumentCount);
        }
      }
    }

    /** Whether a name is declared later in the same method: compilers refuse that. */
    private boolean isForward(NameNode node) {
      return !node.isSeen() && node.method().isPresent();
    }
  }
}
