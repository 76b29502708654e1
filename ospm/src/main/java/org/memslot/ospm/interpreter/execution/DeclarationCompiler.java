package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.PackageElement;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;
import org.memslot.ospm.interpreter.execution.ConstantNodes.Element;
import org.memslot.ospm.interpreter.execution.DeclarationNodes.ContainerDeclaration;
import org.memslot.ospm.interpreter.execution.DeclarationNodes.ObjectDeclaration;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.IntegerWidth;

/** Turns declarations into nodes. */
final class DeclarationCompiler {
  private final TermCompiler terms;

  DeclarationCompiler(TermCompiler terms) {
    this.terms = terms;
  }

  Node compile(NamespaceModifier modifier) {
    return switch (modifier) {
      case NamespaceModifier.Alias(NameString source, NameString alias) ->
          new DeclarationNodes.AliasDeclaration(new NameNode(source), alias);
      case NamespaceModifier.Name(NameString name, DataRefObject value) ->
          new DeclarationNodes.NameDeclaration(name, initializer(value));
      case NamespaceModifier.Scope scope ->
          new DeclarationNodes.ScopeNode(
              new NameNode(scope.location()), terms.block(scope.terms()));
    };
  }

  private Node initializer(DataRefObject value) {
    return switch (value) {
      case DataObject data -> terms.operand(data);
      case NameString name -> new ReferenceNodes.RefOfNode(new NameNode(name));
      case Undecoded undecoded ->
          new ControlNodes.FailingNode(AmlStatus.AE_AML_BAD_OPCODE, undecoded.toString());
    };
  }

  /** Compiles the elements of a package. */
  List<Element> elements(List<PackageElement> elements) {
    List<Element> compiled = new ArrayList<>(elements.size());
    for (PackageElement element : elements) {
      compiled.add(
          switch (element) {
            case NameString name -> new Element.Name(name);
            case TermArg argument -> new Element.Term(terms.operand(argument));
            case Undecoded undecoded -> new Element.Term(initializer(undecoded));
          });
    }
    return compiled;
  }

  Node compile(NamedObject object) {
    return switch (object) {
      case NamedObject.External external -> new ControlNodes.JumpNode(Completion.NORMAL);
      case NamedObject.OperationRegion region ->
          new FieldNodes.RegionNode(
              region.name(),
              region.space(),
              terms.operand(region.offset()),
              terms.operand(region.length()));
      case NamedObject.DataRegion region ->
          new FieldNodes.DataRegionNode(
              region.name(),
              terms.operands(List.of(region.signature(), region.oemId(), region.oemTableId())));
      case NamedObject.Field field ->
          new FieldNodes.FieldNode(new NameNode(field.region()), field.flags(), field.elements());
      case NamedObject.IndexField field ->
          new FieldNodes.IndexFieldNode(
              new NameNode(field.index()),
              new NameNode(field.data()),
              field.flags(),
              field.elements());
      case NamedObject.BankField field ->
          new FieldNodes.BankFieldNode(
              new NameNode(field.region()),
              new NameNode(field.bank()),
              terms.operand(field.bankValue()),
              field.flags(),
              field.elements());
      case NamedObject.CreateField field ->
          new FieldNodes.CreateFieldNode(
              terms.operand(field.source()),
              terms.operand(field.bitIndex()),
              terms.operand(field.bits()),
              field.name());
      case NamedObject.CreateSizedField field ->
          new FieldNodes.CreateFieldNode(
              terms.operand(field.source()),
              terms.operand(field.index()),
              field.size(),
              field.name());
      case NamedObject.Device device ->
          container(device.name(), new AmlNamed.Device(), device.terms());
      case NamedObject.ThermalZone zone ->
          container(zone.name(), new AmlNamed.ThermalZone(), zone.terms());
      case NamedObject.PowerResource power ->
          container(
              power.name(),
              new AmlNamed.PowerResource(power.systemLevel(), power.resourceOrder()),
              power.terms());
      case NamedObject.Processor cpu ->
          container(
              cpu.name(),
              new AmlNamed.Processor(
                  cpu.id(), Integer.toUnsignedLong(cpu.blockAddress()), cpu.blockLength()),
              cpu.terms());
      case NamedObject.Event(NameString name) -> new ObjectDeclaration(name, AmlEvent::new);
      case NamedObject.Mutex(NameString name, int syncLevel) ->
          new ObjectDeclaration(name, () -> new AmlMutex(syncLevel));
      case NamedObject.Method method -> new ObjectDeclaration(method.name(), () -> code(method));
    };
  }

  private Node container(NameString name, AmlNamed object, List<Term> content) {
    return new ContainerDeclaration(name, object, terms.block(content));
  }

  private MethodCode code(NamedObject.Method method) {
    @Nullable AmlMutex serialization =
        method.serialized() ? new AmlMutex(method.syncLevel()) : null;
    IntegerWidth width = terms.width();
    @Nullable TableText text = terms.text();
    return new MethodCode(
        method.argumentCount(),
        serialization,
        settings -> {
          List<Term> body = text == null ? method.terms() : text.body(method);
          return TermCompiler.method(body, width, settings);
        });
  }
}
