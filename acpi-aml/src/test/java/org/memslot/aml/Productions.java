package org.memslot.aml;

import static org.memslot.aml.Asl.ARG0;
import static org.memslot.aml.Asl.ARG1;
import static org.memslot.aml.Asl.ARG2;
import static org.memslot.aml.Asl.ARG3;
import static org.memslot.aml.Asl.ARG6;
import static org.memslot.aml.Asl.LOCAL7;
import static org.memslot.aml.Asl.integer;
import static org.memslot.aml.Asl.path;
import static org.memslot.aml.Asl.string;

import java.util.List;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.Revision;
import org.memslot.aml.DataObject.VarPackage;
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.Match;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.Expression.Unary;
import org.memslot.aml.FieldElement.AccessField;
import org.memslot.aml.FieldElement.ConnectField;
import org.memslot.aml.FieldElement.ExtendedAccessField;
import org.memslot.aml.FieldElement.NamedField;
import org.memslot.aml.FieldElement.ReservedField;
import org.memslot.aml.NamedObject.CreateSizedField;
import org.memslot.aml.NamedObject.CreateSizedField.Size;

/**
 * Every production of the AML grammar with its ASL, the bytes that iasl 20200925 makes of it (command: {@code iasl -oa
 * t.dsl}, the ASL at the end of {@link #source}; the bytes are the last of the table) and the tree that stands for it.
 */
final class Productions {
  /** A production; statements stand in a method of seven arguments. */
  record Production(String asl, String hex, Term term, boolean statement) {
    @Override
    public String toString() {
      return asl;
    }
  }

  private static final FieldFlags BYTES =
      new FieldFlags(AccessType.BYTE_ACC, false, UpdateRule.PRESERVE);
  private static final NullName NULL = NullName.NULL_NAME;

  private Productions() {}

  /** What the productions refer to. */
  static void prelude(TermListBuilder block) {
    block
        .name("NUM0", integer(5))
        .name("BUF0", Buffer.zeroed(16))
        .name("PKG0", PackageObj.of(integer(1), integer(2)))
        .mutex("MTX0", 0)
        .event("EVT0")
        .device("DEV0", device -> device.name("_ADR", integer(0)))
        .operationRegion("REG0", RegionSpace.SYSTEM_IO, 0x100, 0x10)
        .field(
            "REG0",
            BYTES,
            fields -> fields.field("IDX0", 8).field("DAT0", 8).field("BNK0", 8))
        .operationRegion("REG1", RegionSpace.GENERIC_SERIAL_BUS, 0, 0x100)
        .method("CAL2", 2, body -> body.returns(ARG0));
  }

  /** The whole source whose last bytes are a production's. */
  static String source(Production production) {
    String last =
        production.statement()
            ? "Method (TEST, 7, NotSerialized) {" + production.asl() + "}"
            : production.asl();
    return """
        DefinitionBlock ("", "SSDT", 2, "MEMSLT", "PROD", 1)
        {
            Name (NUM0, 5)
            Name (BUF0, Buffer (16) {})
            Name (PKG0, Package () {1, 2})
            Mutex (MTX0, 0)
            Event (EVT0)
            Device (DEV0) {Name (_ADR, 0)}
            OperationRegion (REG0, SystemIO, 0x100, 0x10)
            Field (REG0, ByteAcc, NoLock, Preserve) {IDX0, 8, DAT0, 8, BNK0, 8}
            OperationRegion (REG1, GenericSerialBus, 0, 0x100)
            Method (CAL2, 2) {Return (Arg0)}
            %s
        }
        """
        .formatted(last);
  }

  private static Production object(String asl, String hex, Term term) {
    return new Production(asl, hex, term, false);
  }

  private static Production statement(String asl, String hex, Term term) {
    return new Production(asl, hex, term, true);
  }

  private static Production name(String value, String hex, DataRefObject object) {
    return object(
        "Name (TEST, " + value + ")",
        hex,
        new NamespaceModifier.Name(path("TEST"), object));
  }

  private static Production region(String space, String hex, RegionSpace value) {
    return object(
        "OperationRegion (TEST, " + space + ", 0, 4)",
        hex,
        new NamedObject.OperationRegion(path("TEST"), value, integer(0), integer(4)));
  }

  private static Production binary(String asl, String hex, Binary.Operator operator) {
    return statement(
        asl + " (Arg0, Arg1, Arg2)", hex, new Binary(operator, ARG0, ARG1, ARG2));
  }

  private static Production unary(String asl, String hex, Unary.Operator operator) {
    return statement(asl + " (Arg0, Arg1)", hex, new Unary(operator, ARG0, ARG1));
  }

  private static Production logical(String asl, String hex, Logical.Operator operator) {
    return statement(
        "Return (" + asl + " (Arg0, Arg1))",
        hex,
        new Statement.Return(new Logical(operator, ARG0, ARG1)));
  }

  private static Production returned(String asl, String hex, TermArg value) {
    return statement("Return (" + asl + ")", hex, new Statement.Return(value));
  }

  private static Production match(String first, String second, String hex, Term term) {
    return statement(
        "Return (Match (PKG0, " + first + ", Arg0, " + second + ", Arg1, 0))", hex, term);
  }

  private static Statement matchTerm(Match.Operator first, Match.Operator second) {
    return new Statement.Return(
        new Match(path("PKG0"), first, ARG0, second, ARG1, integer(0)));
  }

  private static Production create(String asl, String hex, Size size) {
    return statement(
        "Create" + asl + "Field (BUF0, 1, TEST)",
        hex,
        new CreateSizedField(size, path("BUF0"), integer(1), path("TEST")));
  }

  private static Production field(String elements, String hex, FieldElement... list) {
    return object(
        "Field (REG1, BufferAcc, NoLock, Preserve) {" + elements + "}",
        hex,
        new NamedObject.Field(
            path("REG1"),
            new FieldFlags(AccessType.BUFFER_ACC, false, UpdateRule.PRESERVE),
            List.of(list)));
  }

  private static Production flags(String words, String hex, FieldFlags flags) {
    return object(
        "Field (REG0, " + words + ") {TEST, 1}",
        hex,
        new NamedObject.Field(
            path("REG0"), flags, List.of(new NamedField(NameSeg.of("TEST"), 1))));
  }

  private static NamedField test(int bits) {
    return new NamedField(NameSeg.of("TEST"), bits);
  }

  static List<Production> all() {
    return List.of(
        // 20.2.3 data objects
        name("0", "@", integer(0)),
        name("1", "@", integer(1)),
        name("0xFFFFFFFFFFFFFFFF", "@", integer(-1)),
        name("2", "@", integer(2)),
        name("0xFF", "@", integer(0xff)),
        name("0x100", "@", integer(0x100)),
        name("0xFFFF", "@", integer(0xffff)),
        name("0x10000", "@", integer(0x10000)),
        name("0xFFFFFFFF", "@", integer(0xffffffffL)),
        name("0x100000000", "@", integer(0x100000000L)),
        name("\"\"", "@", string("")),
        name("\"text\"", "@", string("text")),
        name("Revision", "@", Revision.REVISION),
        name("Buffer (3) {1, 2}", "@", new Buffer(integer(3), ByteList.of((byte) 1, (byte) 2))),
        name("Buffer (300) {}", "@", Buffer.zeroed(300)),
        name("Package () {}", "@", PackageObj.of()),
        name(
            "Package (4) {1, \"a\", NUM0, Package () {2}}",
            "@",
            new PackageObj(
                4,
                List.of(integer(1), string("a"), path("NUM0"), PackageObj.of(integer(2))),
                PkgLengthWidth.SHORTEST)),
        name(
            "Package (300) {1}",
            "@",
            new VarPackage(integer(300), List.of(integer(1)), PkgLengthWidth.SHORTEST)),
        statement(
            "Name (TEST, Package (Arg0) {1})",
            "@",
            new NamespaceModifier.Name(
                path("TEST"),
                new VarPackage(ARG0, List.of(integer(1)), PkgLengthWidth.SHORTEST))),
        name("EisaId (\"PNP0C80\")", "@", Asl.eisaId("PNP0C80")),
        name("Unicode (\"ab\")", "@", Asl.unicode("ab")),
        name(
            "ToUUID (\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\")",
            "@",
            Asl.toUuid(java.util.UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))),
        // 20.2.2 names
        returned("\\NUM0", "@", path("\\NUM0")),
        returned("^NUM0", "@", path("^NUM0")),
        returned("\\DEV0._ADR", "@", path("\\DEV0._ADR")),
        returned("DEV0._ADR", "@", path("DEV0._ADR")),
        object(
            "Scope (\\) {}", "@", new NamespaceModifier.Scope(NameString.ROOT, List.of())),
        object(
            "Device (TEST) {Name (_ADR, 0) Device (AAAA) {Name (_ADR, 0) Device (BBBB)"
                + " {Name (_ADR, \\TEST.AAAA._ADR)}}}",
            "@",
            new NamedObject.Device(
                path("TEST"),
                List.of(
                    new NamespaceModifier.Name(path("_ADR"), integer(0)),
                    new NamedObject.Device(
                        path("AAAA"),
                        List.of(
                            new NamespaceModifier.Name(path("_ADR"), integer(0)),
                            new NamedObject.Device(
                                path("BBBB"),
                                List.of(
                                    new NamespaceModifier.Name(
                                        path("_ADR"), path("\\TEST.AAAA._ADR"))))))))),
        // 20.2.5.1 namespace modifiers
        object(
            "Alias (NUM0, TEST)",
            "@",
            new NamespaceModifier.Alias(path("NUM0"), path("TEST"))),
        object(
            "Scope (DEV0) {Name (TEST, 0)}",
            "@",
            new NamespaceModifier.Scope(
                path("DEV0"), List.of(new NamespaceModifier.Name(path("TEST"), integer(0))))),
        // 20.2.5.2 named objects
        object(
            "BankField (REG0, BNK0, 3, ByteAcc, NoLock, Preserve) {TEST, 8}",
            "@",
            new NamedObject.BankField(
                path("REG0"), path("BNK0"), integer(3), BYTES, List.of(test(8)))),
        statement(
            "CreateField (BUF0, 3, 5, TEST)",
            "@",
            new NamedObject.CreateField(path("BUF0"), integer(3), integer(5), path("TEST"))),
        create("Bit", "@", Size.BIT),
        create("Byte", "@", Size.BYTE),
        create("Word", "@", Size.WORD),
        create("DWord", "@", Size.DWORD),
        create("QWord", "@", Size.QWORD),
        object(
            "DataTableRegion (TEST, \"FACP\", \"\", \"\")",
            "@",
            new NamedObject.DataRegion(path("TEST"), string("FACP"), string(""), string(""))),
        object(
            "Device (TEST) {Name (_ADR, 1)}",
            "@",
            new NamedObject.Device(
                path("TEST"), List.of(new NamespaceModifier.Name(path("_ADR"), integer(1))))),
        object("Event (TEST)", "@", new NamedObject.Event(path("TEST"))),
        flags("AnyAcc, NoLock, Preserve", "@", flagsOf(AccessType.ANY_ACC, UpdateRule.PRESERVE)),
        flags("WordAcc, NoLock, WriteAsOnes", "@",
            flagsOf(AccessType.WORD_ACC, UpdateRule.WRITE_AS_ONES)),
        flags("DWordAcc, NoLock, WriteAsZeros", "@",
            flagsOf(AccessType.DWORD_ACC, UpdateRule.WRITE_AS_ZEROS)),
        flags("QWordAcc, Lock, Preserve", "@",
            new FieldFlags(AccessType.QWORD_ACC, true, UpdateRule.PRESERVE)),
        object(
            "Field (REG0, ByteAcc, NoLock, Preserve) {, 3, AAAA, 5, Offset (0x0C), TEST, 32}",
            "@",
            new NamedObject.Field(
                path("REG0"),
                BYTES,
                List.of(
                    new ReservedField(3),
                    new NamedField(NameSeg.of("AAAA"), 5),
                    new ReservedField(88),
                    test(32)))),
        field("AccessAs (BufferAcc, AttribByte), TEST, 8", "@", new AccessField(5, 6), test(8)),
        field(
            "AccessAs (BufferAcc, AttribBytes (4)), TEST, 8",
            "@",
            new ExtendedAccessField(5, 0x0b, 4),
            test(8)),
        field(
            "AccessAs (BufferAcc, AttribRawBytes (4)), TEST, 8",
            "@",
            new ExtendedAccessField(5, 0x0e, 4),
            test(8)),
        field(
            "AccessAs (BufferAcc, AttribRawProcessBytes (4)), TEST, 8",
            "@",
            new ExtendedAccessField(5, 0x0f, 4),
            test(8)),
        field("Connection (BUF0), TEST, 8", "@", new ConnectField(path("BUF0")), test(8)),
        object(
            "IndexField (IDX0, DAT0, ByteAcc, NoLock, Preserve) {TEST, 8}",
            "@",
            new NamedObject.IndexField(path("IDX0"), path("DAT0"), BYTES, List.of(test(8)))),
        object(
            "Method (TEST) {}",
            "@",
            new NamedObject.Method(path("TEST"), 0, List.of())),
        object(
            "Method (TEST, 7, Serialized, 15) {}",
            "@",
            new NamedObject.Method(
                path("TEST"), 7, true, 15, List.of(), PkgLengthWidth.SHORTEST)),
        object("Mutex (TEST, 15)", "@", new NamedObject.Mutex(path("TEST"), 15)),
        region("SystemMemory", "@", RegionSpace.SYSTEM_MEMORY),
        region("SystemIO", "@", RegionSpace.SYSTEM_IO),
        region("PCI_Config", "@", RegionSpace.PCI_CONFIG),
        region("EmbeddedControl", "@", RegionSpace.EMBEDDED_CONTROL),
        region("SMBus", "@", RegionSpace.SMBUS),
        region("SystemCMOS", "@", RegionSpace.SYSTEM_CMOS),
        region("PciBarTarget", "@", RegionSpace.PCI_BAR_TARGET),
        region("IPMI", "@", RegionSpace.IPMI),
        region("GeneralPurposeIo", "@", RegionSpace.GENERAL_PURPOSE_IO),
        region("GenericSerialBus", "@", RegionSpace.GENERIC_SERIAL_BUS),
        region("PCC", "@", RegionSpace.PCC),
        region("FFixedHW", "@", RegionSpace.FUNCTIONAL_FIXED_HW),
        region("0x85", "@", new RegionSpace(0x85)),
        object(
            "PowerResource (TEST, 3, 0x1234) {Method (_STA) {Return (1)}}",
            "@",
            new NamedObject.PowerResource(
                path("TEST"),
                3,
                0x1234,
                List.of(
                    new NamedObject.Method(
                        path("_STA"), 0, List.of(new Statement.Return(integer(1))))))),
        object(
            "Processor (TEST, 1, 0x12345678, 6) {}",
            "@",
            new NamedObject.Processor(path("TEST"), 1, 0x12345678, 6, List.of())),
        object(
            "ThermalZone (TEST) {Name (AAAA, 0)}",
            "@",
            new NamedObject.ThermalZone(
                path("TEST"), List.of(new NamespaceModifier.Name(path("AAAA"), integer(0))))),
        // 20.2.5.3 statements
        statement(
            "While (Arg0) {Break}",
            "@",
            new Statement.While(ARG0, List.of(new Statement.Break()))),
        statement(
            "While (Arg0) {Continue}",
            "@",
            new Statement.While(ARG0, List.of(new Statement.Continue()))),
        statement("BreakPoint", "@", new Statement.BreakPoint()),
        statement("Noop", "@", new Statement.Noop()),
        statement("Fatal (2, 0x12345678, Arg0)", "@", new Statement.Fatal(2, 0x12345678, ARG0)),
        statement(
            "If (Arg0) {Noop}",
            "@",
            new Statement.If(ARG0, List.of(new Statement.Noop()))),
        statement(
            "If (Arg0) {Noop} Else {BreakPoint}",
            "@",
            new Statement.If(
                ARG0,
                List.of(new Statement.Noop()),
                new Statement.Else(List.of(new Statement.BreakPoint())))),
        statement("Notify (DEV0, 0x80)", "@", new Statement.Notify(path("DEV0"), integer(0x80))),
        statement("Release (MTX0)", "@", new Statement.Release(path("MTX0"))),
        statement("Reset (EVT0)", "@", new Statement.Reset(path("EVT0"))),
        statement("Return ()", "@", new Statement.Return(integer(0))),
        statement("Return (Arg6)", "@", new Statement.Return(ARG6)),
        statement("Signal (EVT0)", "@", new Statement.Signal(path("EVT0"))),
        statement("Sleep (Arg0)", "@", new Statement.Sleep(ARG0)),
        statement("Stall (Arg0)", "@", new Statement.Stall(ARG0)),
        statement("Unload (Arg0)", "@", new Statement.Unload(ARG0)),
        // 20.2.5.4 expressions
        statement("Acquire (MTX0, 0xFFFF)", "@", new Expression.Acquire(path("MTX0"), 0xffff)),
        binary("Add", "@", Binary.Operator.ADD),
        binary("And", "@", Binary.Operator.AND),
        binary("Concatenate", "@", Binary.Operator.CONCATENATE),
        binary("ConcatenateResTemplate", "@", Binary.Operator.CONCATENATE_RES_TEMPLATE),
        statement("CondRefOf (NUM0, Arg0)", "@", new Expression.CondRefOf(path("NUM0"), ARG0)),
        returned("CondRefOf (NUM0)", "@", new Expression.CondRefOf(path("NUM0"), NULL)),
        statement("CopyObject (Arg0, Arg1)", "@", new Expression.CopyObject(ARG0, ARG1)),
        statement("Decrement (Arg0)", "@", new Expression.Decrement(ARG0)),
        returned("DerefOf (Arg0)", "@", new Expression.DerefOf(ARG0)),
        statement(
            "Divide (Arg0, Arg1, Arg2, Arg3)",
            "@",
            new Expression.Divide(ARG0, ARG1, ARG2, ARG3)),
        returned(
            "Divide (Arg0, Arg1, , )", "@", new Expression.Divide(ARG0, ARG1, NULL, NULL)),
        unary("FindSetLeftBit", "@", Unary.Operator.FIND_SET_LEFT_BIT),
        unary("FindSetRightBit", "@", Unary.Operator.FIND_SET_RIGHT_BIT),
        unary("FromBCD", "@", Unary.Operator.FROM_BCD),
        statement("Increment (Arg0)", "@", new Expression.Increment(ARG0)),
        statement(
            "Index (PKG0, Arg0, Arg1)", "@", new Expression.Index(path("PKG0"), ARG0, ARG1)),
        logical("LAnd", "@", Logical.Operator.LAND),
        logical("LEqual", "@", Logical.Operator.LEQUAL),
        logical("LGreater", "@", Logical.Operator.LGREATER),
        logical("LGreaterEqual", "@", Logical.Operator.LGREATER_EQUAL),
        logical("LLess", "@", Logical.Operator.LLESS),
        logical("LLessEqual", "@", Logical.Operator.LLESS_EQUAL),
        logical("LNotEqual", "@", Logical.Operator.LNOT_EQUAL),
        logical("LOr", "@", Logical.Operator.LOR),
        returned("LNot (Arg0)", "@", new Expression.LNot(ARG0)),
        statement("Load (REG0, Arg0)", "@", new Expression.Load(path("REG0"), ARG0)),
        returned(
            "LoadTable (\"OEM1\", \"A\", \"B\", \"\\\\\", \"C\", 5)",
            "@",
            new Expression.LoadTable(
                string("OEM1"),
                string("A"),
                string("B"),
                string("\\"),
                string("C"),
                integer(5))),
        match("MTR", "MEQ", "@", matchTerm(Match.Operator.MTR, Match.Operator.MEQ)),
        match("MLE", "MLT", "@", matchTerm(Match.Operator.MLE, Match.Operator.MLT)),
        match("MGE", "MGT", "@", matchTerm(Match.Operator.MGE, Match.Operator.MGT)),
        statement(
            "Mid (Arg0, Arg1, Arg2, Arg3)", "@", new Expression.Mid(ARG0, ARG1, ARG2, ARG3)),
        binary("Mod", "@", Binary.Operator.MOD),
        binary("Multiply", "@", Binary.Operator.MULTIPLY),
        binary("NAnd", "@", Binary.Operator.NAND),
        binary("NOr", "@", Binary.Operator.NOR),
        unary("Not", "@", Unary.Operator.NOT),
        returned("ObjectType (Arg0)", "@", new Expression.ObjectType(ARG0)),
        binary("Or", "@", Binary.Operator.OR),
        returned("RefOf (NUM0)", "@", new Expression.RefOf(path("NUM0"))),
        binary("ShiftLeft", "@", Binary.Operator.SHIFT_LEFT),
        binary("ShiftRight", "@", Binary.Operator.SHIFT_RIGHT),
        returned("SizeOf (BUF0)", "@", new Expression.SizeOf(path("BUF0"))),
        statement("Store (Arg0, Local7)", "@", new Expression.Store(ARG0, LOCAL7)),
        statement("Store (Arg0, Debug)", "@", new Expression.Store(ARG0, DebugObj.DEBUG)),
        binary("Subtract", "@", Binary.Operator.SUBTRACT),
        returned("Timer", "@", new Expression.Timer()),
        unary("ToBCD", "@", Unary.Operator.TO_BCD),
        unary("ToBuffer", "@", Unary.Operator.TO_BUFFER),
        unary("ToDecimalString", "@", Unary.Operator.TO_DECIMAL_STRING),
        unary("ToHexString", "@", Unary.Operator.TO_HEX_STRING),
        unary("ToInteger", "@", Unary.Operator.TO_INTEGER),
        statement(
            "ToString (Arg0, Arg1, Arg2)", "@", new Expression.ToString(ARG0, ARG1, ARG2)),
        statement("Wait (EVT0, Arg0)", "@", new Expression.Wait(path("EVT0"), ARG0)),
        binary("XOr", "@", Binary.Operator.XOR),
        returned(
            "Add (Arg0, Arg1)", "@", new Binary(Binary.Operator.ADD, ARG0, ARG1, NULL)),
        statement(
            "CAL2 (Arg0, CAL2 (1, 2))",
            "@",
            new MethodInvocation(
                path("CAL2"),
                ARG0,
                new MethodInvocation(path("CAL2"), integer(1), integer(2)))),
        statement(
            "SizeOf (CAL2 (Arg0, Arg1))",
            "@",
            new Expression.SizeOf(new MethodInvocation(path("CAL2"), ARG0, ARG1))),
        statement(
            "Store (Arg0, DerefOf (Arg1))",
            "@",
            new Expression.Store(ARG0, new Expression.DerefOf(ARG1))),
        statement(
            "Store (Arg0, Index (PKG0, 1))",
            "@",
            new Expression.Store(ARG0, new Expression.Index(path("PKG0"), integer(1), NULL))),
        statement(
            "Store (Arg0, RefOf (NUM0))",
            "@",
            new Expression.Store(ARG0, new Expression.RefOf(path("NUM0")))));
  }

  private static FieldFlags flagsOf(AccessType access, UpdateRule update) {
    return new FieldFlags(access, false, update);
  }
}
