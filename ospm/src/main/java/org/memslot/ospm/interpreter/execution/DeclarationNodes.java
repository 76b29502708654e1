package org.memslot.ospm.interpreter.execution;

import java.util.function.Supplier;
import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.execution.ControlNodes.Block;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;

/** Terms that declare names (ACPI 6.5, 20.2.5.1 and 20.2.5.2), but for regions and fields. */
final class DeclarationNodes {
  private DeclarationNodes() {}

  private static NamespaceEntry declare(Frame frame, NameString name, AmlObject object) {
    NamespaceEntry node = frame.runtime.namespace().declare(frame.scope, name, object);
    frame.declared(node);
    return node;
  }

  /** Name. */
  static final class NameDeclaration extends Node.Statement {
    private final NameString name;
    private final Node value;

    NameDeclaration(NameString name, Node value) {
      this.name = name;
      this.value = value;
    }

    @Override
    Completion run(Frame frame) {
      declare(frame, name, value.execute(frame));
      return Completion.NORMAL;
    }
  }

  /** Mutex, Event and Method. */
  static final class ObjectDeclaration extends Node.Statement {
    private final NameString name;
    private final Supplier<AmlObject> object;

    ObjectDeclaration(NameString name, Supplier<AmlObject> object) {
      this.name = name;
      this.object = object;
    }

    @Override
    Completion run(Frame frame) {
      declare(frame, name, object.get());
      return Completion.NORMAL;
    }
  }

  /** Alias. */
  static final class AliasDeclaration extends Node.Statement {
    private final NameNode source;
    private final NameString alias;

    AliasDeclaration(NameNode source, NameString alias) {
      this.source = source;
      this.alias = alias;
    }

    @Override
    Completion run(Frame frame) {
      NamespaceEntry target = source.resolve(frame);
      frame.declaredAlias(frame.runtime.namespace().declareAlias(frame.scope, alias, target));
      return Completion.NORMAL;
    }
  }

  /** Scope. */
  static final class ScopeNode extends Node.Statement {
    private final NameNode location;
    private final Block block;

    ScopeNode(NameNode location, Block block) {
      this.location = location;
      this.block = block;
    }

    @Override
    Completion run(Frame frame) {
      return runIn(location.resolve(frame), block, frame);
    }
  }

  /** Device, Processor, PowerResource and ThermalZone. */
  static final class ContainerDeclaration extends Node.Statement {
    private final NameString name;
    private final AmlNamed object;
    private final Block block;

    ContainerDeclaration(NameString name, AmlNamed object, Block block) {
      this.name = name;
      this.object = object;
      this.block = block;
    }

    @Override
    Completion run(Frame frame) {
      return runIn(declare(frame, name, object), block, frame);
    }
  }

  private static Completion runIn(NamespaceEntry scope, Block block, Frame frame) {
    NamespaceEntry outer = frame.scope;
    frame.scope = scope;
    try {
      return frame.table == null ? block.run(frame) : block.runEach(frame, frame.table);
    } finally {
      frame.scope = outer;
    }
  }
}
