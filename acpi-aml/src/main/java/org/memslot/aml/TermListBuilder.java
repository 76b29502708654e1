package org.memslot.aml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a list of terms that reads nearly as its ASL would. Every method adds one term; names are
 * given as in ASL, and bodies are filled by the lambda that is given for them:
 *
 * {@snippet :
 * AmlTable.of(header, block -> block
 *     .scope("\\_SB", sb -> sb
 *         .device("DEV0", device -> device
 *             .name("_HID", Asl.eisaId("PNP0C80"))
 *             .method("_STA", 0, sta -> sta.returns(Asl.integer(0x0f))))));
 * }
 *
 * <p>Methods throw {@link InvalidTermException} for what no AML can say: bad names, numbers that
 * are too large.
 */
public final class TermListBuilder {
  private final List<Term> terms = new ArrayList<>();

  TermListBuilder() {}

  /** The terms that the lambda builds. */
  public static List<Term> of(Consumer<TermListBuilder> body) {
    TermListBuilder builder = new TermListBuilder();
    body.accept(builder);
    return List.copyOf(builder.terms);
  }

  /**
   * Adds any term: an expression whose value nobody wants, or what there is no method for. All
   * methods come here.
   */
  public TermListBuilder with(Term term) {
    terms.add(term);
    return this;
  }

  /** Adds terms. */
  public TermListBuilder withAll(List<? extends Term> more) {
    terms.addAll(more);
    return this;
  }

  /** Alias. */
  public TermListBuilder alias(String source, String alias) {
    return with(new NamespaceModifier.Alias(NameString.of(source), NameString.of(alias)));
  }

  /** Name. */
  public TermListBuilder name(String name, DataRefObject value) {
    return with(new NamespaceModifier.Name(NameString.of(name), value));
  }

  /** Scope. */
  public TermListBuilder scope(String location, Consumer<TermListBuilder> body) {
    return with(new NamespaceModifier.Scope(NameString.of(location), of(body)));
  }

  /** Device. */
  public TermListBuilder device(String name, Consumer<TermListBuilder> body) {
    return with(new NamedObject.Device(NameString.of(name), of(body)));
  }

  /** Method, not serialized. */
  public TermListBuilder method(String name, int arguments, Consumer<TermListBuilder> body) {
    return with(new NamedObject.Method(NameString.of(name), arguments, of(body)));
  }

  /** Method, serialized, with a sync level from 0 to 15. */
  public TermListBuilder serializedMethod(
      String name, int arguments, int syncLevel, Consumer<TermListBuilder> body) {
    return with(
        new NamedObject.Method(
            NameString.of(name), arguments, true, syncLevel, of(body), PkgLengthWidth.SHORTEST));
  }

  /** External for a method. */
  public TermListBuilder externalMethod(String name, int arguments) {
    return with(
        new NamedObject.External(NameString.of(name), NamedObject.External.METHOD, arguments));
  }

  /**
   * External for anything else; {@code objectType} as ObjectType returns it, 0 where it is not
   * known.
   */
  public TermListBuilder external(String name, int objectType) {
    return with(new NamedObject.External(NameString.of(name), objectType, 0));
  }

  /** Event. */
  public TermListBuilder event(String name) {
    return with(new NamedObject.Event(NameString.of(name)));
  }

  /** Mutex, with a sync level from 0 to 15. */
  public TermListBuilder mutex(String name, int syncLevel) {
    return with(new NamedObject.Mutex(NameString.of(name), syncLevel));
  }

  /** OperationRegion with constant unsigned bounds. */
  public TermListBuilder operationRegion(String name, RegionSpace space, long offset, long length) {
    return operationRegion(name, space, Asl.integer(offset), Asl.integer(length));
  }

  /** OperationRegion. */
  public TermListBuilder operationRegion(
      String name, RegionSpace space, TermArg offset, TermArg length) {
    return with(new NamedObject.OperationRegion(NameString.of(name), space, offset, length));
  }

  /** DataTableRegion. */
  public TermListBuilder dataRegion(
      String name, TermArg signature, TermArg oemId, TermArg oemTableId) {
    return with(new NamedObject.DataRegion(NameString.of(name), signature, oemId, oemTableId));
  }

  /** Field, without lock. */
  public TermListBuilder field(
      String region, AccessType access, UpdateRule update, Consumer<FieldListBuilder> fields) {
    return field(region, new FieldFlags(access, false, update), fields);
  }

  /** Field. */
  public TermListBuilder field(String region, FieldFlags flags, Consumer<FieldListBuilder> fields) {
    return with(new NamedObject.Field(NameString.of(region), flags, elements(fields)));
  }

  /** IndexField. */
  public TermListBuilder indexField(
      String index, String data, FieldFlags flags, Consumer<FieldListBuilder> fields) {
    return with(
        new NamedObject.IndexField(
            NameString.of(index), NameString.of(data), flags, elements(fields)));
  }

  /** BankField. */
  public TermListBuilder bankField(
      String region,
      String bank,
      TermArg bankValue,
      FieldFlags flags,
      Consumer<FieldListBuilder> fields) {
    return with(
        new NamedObject.BankField(
            NameString.of(region), NameString.of(bank), bankValue, flags, elements(fields)));
  }

  private static List<FieldElement> elements(Consumer<FieldListBuilder> fields) {
    FieldListBuilder builder = new FieldListBuilder();
    fields.accept(builder);
    return builder.build();
  }

  /** CreateField. */
  public TermListBuilder createField(TermArg source, TermArg bitIndex, TermArg bits, String name) {
    return with(new NamedObject.CreateField(source, bitIndex, bits, NameString.of(name)));
  }

  /** CreateBitField to CreateQWordField. */
  public TermListBuilder createField(
      NamedObject.CreateSizedField.Size size, TermArg source, TermArg index, String name) {
    return with(new NamedObject.CreateSizedField(size, source, index, NameString.of(name)));
  }

  /** PowerResource. */
  public TermListBuilder powerResource(
      String name, int systemLevel, int resourceOrder, Consumer<TermListBuilder> body) {
    return with(
        new NamedObject.PowerResource(NameString.of(name), systemLevel, resourceOrder, of(body)));
  }

  /** Processor, which ACPI 6.0 deprecated. */
  public TermListBuilder processor(
      String name, int id, int blockAddress, int blockLength, Consumer<TermListBuilder> body) {
    return with(
        new NamedObject.Processor(NameString.of(name), id, blockAddress, blockLength, of(body)));
  }

  /** ThermalZone. */
  public TermListBuilder thermalZone(String name, Consumer<TermListBuilder> body) {
    return with(new NamedObject.ThermalZone(NameString.of(name), of(body)));
  }

  /** If. */
  public TermListBuilder ifTrue(TermArg predicate, Consumer<TermListBuilder> body) {
    return with(new Statement.If(predicate, of(body)));
  }

  /** If and Else. */
  public TermListBuilder ifElse(
      TermArg predicate, Consumer<TermListBuilder> body, Consumer<TermListBuilder> otherwise) {
    return with(new Statement.If(predicate, of(body), new Statement.Else(of(otherwise))));
  }

  /** While. */
  public TermListBuilder whileTrue(TermArg predicate, Consumer<TermListBuilder> body) {
    return with(new Statement.While(predicate, of(body)));
  }

  /** Break. */
  public TermListBuilder breaks() {
    return with(new Statement.Break());
  }

  /** Continue. */
  public TermListBuilder continues() {
    return with(new Statement.Continue());
  }

  /** Return of a value. */
  public TermListBuilder returns(TermArg value) {
    return with(new Statement.Return(value));
  }

  /** Return without a value, which returns zero. */
  public TermListBuilder returns() {
    return returns(Asl.integer(0));
  }

  /** Store. */
  public TermListBuilder store(TermArg value, SuperName target) {
    return with(new Expression.Store(value, target));
  }

  /** Increment. */
  public TermListBuilder increment(SuperName operand) {
    return with(new Expression.Increment(operand));
  }

  /** A method's call. */
  public TermListBuilder call(String method, TermArg... arguments) {
    return with(Asl.call(method, arguments));
  }

  /** Notify. */
  public TermListBuilder notify(SuperName object, TermArg value) {
    return with(new Statement.Notify(object, value));
  }

  /** Acquire for ever. */
  public TermListBuilder acquire(String mutex) {
    return with(new Expression.Acquire(NameString.of(mutex), 0xffff));
  }

  /** Release. */
  public TermListBuilder release(String mutex) {
    return with(new Statement.Release(NameString.of(mutex)));
  }

  /** Sleep. */
  public TermListBuilder sleep(int milliseconds) {
    return with(new Statement.Sleep(Asl.integer(milliseconds)));
  }
}
