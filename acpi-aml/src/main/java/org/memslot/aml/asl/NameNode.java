package org.memslot.aml.asl;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.External;

/**
 * A name in the namespace that a table is printed in: what the table declares it as, and how the
 * table uses it where it does not.
 */
final class NameNode {
  /** Object types as External has them (ACPI 6.5, table 19.39). */
  static final int UNKNOWN = External.UNKNOWN;

  /** The scope in which {@code _Exx}, {@code _Lxx} and {@code _Wxx} are of events. */
  static final NameSeg EVENTS = NameSeg.of("_GPE");

  static final int DEVICE = External.DEVICE;
  static final int METHOD = External.METHOD;
  private static final int POWER_RESOURCE = 11;
  private static final int PROCESSOR = 12;
  private static final int THERMAL_ZONE = 13;

  /** Not declared. */
  private static final int NONE = -1;

  private final @Nullable NameNode parent;
  private final @Nullable NameSeg segment;
  private @Nullable Map<NameSeg, NameNode> children;
  private int type = NONE;
  private boolean seen;
  private @Nullable External external;
  private Set<NameUse> uses = Set.of();
  private int callArguments;

  private NameNode(@Nullable NameNode parent, @Nullable NameSeg segment) {
    this.parent = parent;
    this.segment = segment;
  }

  /** A namespace with what every one has (ACPI 6.5, 5.3.1 and 5.7). */
  static NameNode newRoot() {
    NameNode root = new NameNode(null, null);
    root.type = DEVICE;
    for (String device : List.of("_GPE", "_PR_", "_SB_", "_SI_", "_TZ_")) {
      root.child(NameSeg.of(device)).declare(DEVICE);
    }
    for (String object : List.of("_GL_", "_OS_", "_REV")) {
      root.child(NameSeg.of(object)).declare(UNKNOWN);
    }
    root.child(NameSeg.of("_OSI")).declare(METHOD);
    return root;
  }

  private NameNode child(NameSeg name) {
    Map<NameSeg, NameNode> map = children;
    if (map == null) {
      map = new HashMap<>(8);
      children = map;
    }
    return map.computeIfAbsent(name, n -> new NameNode(this, n));
  }

  /** The node that a name means in this scope if nothing is searched for. */
  NameNode resolve(NameString name) {
    NameNode node = start(name);
    for (NameSeg part : name.segments()) {
      node = node.child(part);
    }
    return node;
  }

  /**
   * The node of an object that the table declares, by itself or as an External: a single segment
   * without prefix is searched for in all enclosing scopes (ACPI 6.5, section 5.3).
   */
  Optional<NameNode> find(NameString name) {
    if (!name.isSearched()) {
      NameNode node = start(name);
      for (NameSeg part : name.segments()) {
        NameNode next = node.children == null ? null : node.children.get(part);
        if (next == null) {
          return Optional.empty();
        }
        node = next;
      }
      return node.isKnown() ? Optional.of(node) : Optional.empty();
    }
    NameSeg wanted = name.segments().getFirst();
    for (NameNode at = this; at != null; at = at.parent) {
      NameNode node = at.children == null ? null : at.children.get(wanted);
      if (node != null && node.isKnown()) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /** The scope that the location of a Scope means. */
  NameNode scopeOf(NameString location) {
    return find(location).orElseGet(() -> resolve(location));
  }

  private NameNode start(NameString name) {
    NameNode node = this;
    int up = name.root() ? Integer.MAX_VALUE : name.parents();
    for (int i = 0; i < up && node.parent != null; i++) {
      node = node.parent;
    }
    return node;
  }

  /** Whether this is {@link #EVENTS}. */
  boolean isEvents() {
    return EVENTS.equals(segment) && parent != null && parent.parent == null;
  }

  void declare(int objectType) {
    type = Math.max(type, objectType);
  }

  void declareExternal(External declaration) {
    External known = external;
    if (known == null || known.objectType() < declaration.objectType()) {
      external = new External(toName(), declaration.objectType(), declaration.argumentCount());
    }
  }

  void dropExternal() {
    external = null;
  }

  /** Whether the table declares it, with an External or in full. */
  boolean isKnown() {
    return type != NONE || external != null;
  }

  boolean isDeclared() {
    return type != NONE;
  }

  Optional<External> external() {
    return Optional.ofNullable(external);
  }

  boolean isMethod() {
    return type == METHOD;
  }

  /** Whether the declaration has been passed; of names within methods it must have been. */
  boolean isSeen() {
    return seen;
  }

  void see() {
    seen = true;
  }

  /** The innermost method around it, or the empty optional. */
  Optional<NameNode> method() {
    for (NameNode at = parent; at != null; at = at.parent) {
      if (at.isMethod()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  void use(NameUse use, int argumentCount) {
    if (uses.isEmpty()) {
      uses = EnumSet.of(use);
    } else {
      uses.add(use);
    }
    callArguments = Math.max(callArguments, argumentCount);
  }

  boolean isUsed() {
    return !uses.isEmpty();
  }

  /** Whether {@link #toExternal} is a method's. */
  boolean isExternalMethod() {
    return suitable() == METHOD;
  }

  /** The External that suits the table's own one and all uses. */
  External toExternal() {
    int suits = suitable();
    int arguments = callArguments;
    if (suits == METHOD && !uses.contains(NameUse.CALL) && external != null) {
      arguments = external.argumentCount();
    }
    return new External(toName(), suits, suits == METHOD ? arguments : 0);
  }

  private int suitable() {
    int declared = external == null ? UNKNOWN : external.objectType();
    if (uses.contains(NameUse.CALL)) {
      return METHOD;
    }
    if (uses.contains(NameUse.SCOPE)) {
      return switch (declared) {
        case DEVICE, POWER_RESOURCE, PROCESSOR, THERMAL_ZONE -> declared;
        default -> DEVICE;
      };
    }
    if (declared != UNKNOWN) {
      return declared;
    }
    if (uses.contains(NameUse.VALUE_CALL) && !uses.contains(NameUse.TARGET)) {
      return METHOD;
    }
    return uses.equals(Set.of(NameUse.NOTIFY)) ? DEVICE : UNKNOWN;
  }

  /** The path from the root. */
  NameString toName() {
    List<NameSeg> path = new ArrayList<>();
    for (NameNode at = this; at.segment != null && at.parent != null; at = at.parent) {
      path.addFirst(at.segment);
    }
    return new NameString(true, 0, path);
  }
}
