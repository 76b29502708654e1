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
 * Every production of the AML grammar with its ASL, the bytes that iasl 20200925 makes of it
 * (command: {@code iasl -of -on -f t.dsl}, the ASL at the end of {@link #source}; the bytes are the
 * last of the table) and the tree that stands for it.
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
        .field("REG0", BYTES, fields -> fields.field("IDX0", 8).field("DAT0", 8).field("BNK0", 8))
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
        "Name (TEST, " + value + ")", hex, new NamespaceModifier.Name(path("TEST"), object));
  }

  private static Production region(String space, String hex, RegionSpace value) {
    return object(
        "OperationRegion (TEST, " + space + ", 0, 4)",
        hex,
        new NamedObject.OperationRegion(path("TEST"), value, integer(0), integer(4)));
  }

  private static Production binary(String asl, String hex, Binary.Operator operator) {
    return statement(asl + " (Arg0, Arg1, Arg2)", hex, new Binary(operator, ARG0, ARG1, ARG2));
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
    return new Statement.Return(new Match(path("PKG0"), first, ARG0, second, ARG1, integer(0)));
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
        new NamedObject.Field(path("REG0"), flags, List.of(new NamedField(NameSeg.of("TEST"), 1))));
  }

  private static NamedField test(int bits) {
    return new NamedField(NameSeg.of("TEST"), bits);
  }

  static List<Production> all() {
    return List.of(
        // 20.2.3 data objects
        name("0", "085445535400", integer(0)),
        name("1", "085445535401", integer(1)),
        name("0xFFFFFFFFFFFFFFFF", "0854455354ff", integer(-1)),
        name("2", "08544553540a02", integer(2)),
        name("0xFF", "08544553540aff", integer(0xff)),
        name("0x100", "08544553540b0001", integer(0x100)),
        name("0xFFFF", "08544553540bffff", integer(0xffff)),
        name("0x10000", "08544553540c00000100", integer(0x10000)),
        name("0xFFFFFFFF", "08544553540cffffffff", integer(0xffffffffL)),
        name("0x100000000", "08544553540e0000000001000000", integer(0x100000000L)),
        name("\"\"", "08544553540d00", string("")),
        name("\"text\"", "08544553540d7465787400", string("text")),
        name("Revision", "08544553545b30", Revision.REVISION),
        name(
            "Buffer (3) {1, 2}",
            "085445535411050a030102",
            new Buffer(integer(3), ByteList.of((byte) 1, (byte) 2))),
        name("Buffer (300) {}", "085445535411040b2c01", Buffer.zeroed(300)),
        name("Package () {}", "0854455354120200", PackageObj.of()),
        name(
            "Package (4) {1, \"a\", NUM0, Package () {2}}",
            "0854455354120f04010d61004e554d301204010a02",
            new PackageObj(
                4,
                List.of(integer(1), string("a"), path("NUM0"), PackageObj.of(integer(2))),
                PkgLengthWidth.SHORTEST)),
        name(
            "Package (300) {1}",
            "085445535413050b2c0101",
            new VarPackage(integer(300), List.of(integer(1)), PkgLengthWidth.SHORTEST)),
        statement(
            "Name (TEST, Package (Arg0) {1})",
            "085445535413036801",
            new NamespaceModifier.Name(
                path("TEST"), new VarPackage(ARG0, List.of(integer(1)), PkgLengthWidth.SHORTEST))),
        name("EisaId (\"PNP0C80\")", "08544553540c41d00c80", Asl.eisaId("PNP0C80")),
        name("Unicode (\"ab\")", "085445535411090a06610062000000", Asl.unicode("ab")),
        name(
            "ToUUID (\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\")",
            "085445535411130a10ae4f1df8ec7dd011a76500a0c91e6bf6",
            Asl.toUuid(java.util.UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))),
        // 20.2.2 names
        returned("\\NUM0", "a45c4e554d30", path("\\NUM0")),
        returned("^NUM0", "a45e4e554d30", path("^NUM0")),
        returned("\\DEV0._ADR", "a45c2e444556305f414452", path("\\DEV0._ADR")),
        name(
            "Package () {DEV0._ADR}",
            "0854455354120b012e444556305f414452",
            PackageObj.of(path("DEV0._ADR"))),
        object(
            "Scope (\\) {}", "10035c00", new NamespaceModifier.Scope(NameString.ROOT, List.of())),
        object(
            "Device (TEST) {Name (_ADR, 0) Device (AAAA) {Name (_ADR, 0)"
                + " Method (BBBB) {Return (\\TEST.AAAA._ADR)}}}",
            "5b822f54455354085f414452005b822241414141085f4144520014164242424200a45c2f0354455354414141415f414452",
            new NamedObject.Device(
                path("TEST"),
                List.of(
                    new NamespaceModifier.Name(path("_ADR"), integer(0)),
                    new NamedObject.Device(
                        path("AAAA"),
                        List.of(
                            new NamespaceModifier.Name(path("_ADR"), integer(0)),
                            new NamedObject.Method(
                                path("BBBB"),
                                0,
                                List.of(new Statement.Return(path("\\TEST.AAAA._ADR"))))))))),
        object("Scope (^) {}", "10035e00", new NamespaceModifier.Scope(path("^"), List.of())),
        // 20.2.5.1 namespace modifiers
        object(
            "Alias (NUM0, TEST)",
            "064e554d3054455354",
            new NamespaceModifier.Alias(path("NUM0"), path("TEST"))),
        object(
            "Scope (DEV0) {Name (TEST, 0)}",
            "100b44455630085445535400",
            new NamespaceModifier.Scope(
                path("DEV0"), List.of(new NamespaceModifier.Name(path("TEST"), integer(0))))),
        // 20.2.5.2 named objects
        object(
            "BankField (REG0, BNK0, 3, ByteAcc, NoLock, Preserve) {TEST, 8}",
            "5b871152454730424e4b300a03015445535408",
            new NamedObject.BankField(
                path("REG0"), path("BNK0"), integer(3), BYTES, List.of(test(8)))),
        statement(
            "CreateField (BUF0, 3, 5, TEST)",
            "5b13425546300a030a0554455354",
            new NamedObject.CreateField(path("BUF0"), integer(3), integer(5), path("TEST"))),
        create("Bit", "8d425546300154455354", Size.BIT),
        create("Byte", "8c425546300154455354", Size.BYTE),
        create("Word", "8b425546300154455354", Size.WORD),
        create("DWord", "8a425546300154455354", Size.DWORD),
        create("QWord", "8f425546300154455354", Size.QWORD),
        object(
            "DataTableRegion (TEST, \"FACP\", \"\", \"\")",
            "5b88544553540d46414350000d000d00",
            new NamedObject.DataRegion(path("TEST"), string("FACP"), string(""), string(""))),
        object(
            "Device (TEST) {Name (_ADR, 1)}",
            "5b820b54455354085f41445201",
            new NamedObject.Device(
                path("TEST"), List.of(new NamespaceModifier.Name(path("_ADR"), integer(1))))),
        object("Event (TEST)", "5b0254455354", new NamedObject.Event(path("TEST"))),
        flags(
            "AnyAcc, NoLock, Preserve",
            "5b810b52454730005445535401",
            flagsOf(AccessType.ANY_ACC, UpdateRule.PRESERVE)),
        flags(
            "WordAcc, NoLock, WriteAsOnes",
            "5b810b52454730225445535401",
            flagsOf(AccessType.WORD_ACC, UpdateRule.WRITE_AS_ONES)),
        flags(
            "DWordAcc, NoLock, WriteAsZeros",
            "5b810b52454730435445535401",
            flagsOf(AccessType.DWORD_ACC, UpdateRule.WRITE_AS_ZEROS)),
        flags(
            "QWordAcc, Lock, Preserve",
            "5b810b52454730145445535401",
            new FieldFlags(AccessType.QWORD_ACC, true, UpdateRule.PRESERVE)),
        object(
            "Field (REG0, ByteAcc, NoLock, Preserve) {, 3, AAAA, 5, Offset (0x0C), TEST, 32}",
            "5b81155245473001000341414141050048055445535420",
            new NamedObject.Field(
                path("REG0"),
                BYTES,
                List.of(
                    new ReservedField(3),
                    new NamedField(NameSeg.of("AAAA"), 5),
                    new ReservedField(88),
                    test(32)))),
        field(
            "AccessAs (BufferAcc, AttribByte), TEST, 8",
            "5b810e52454731050105065445535408",
            new AccessField(5, 6),
            test(8)),
        field(
            "AccessAs (BufferAcc, AttribBytes (4)), TEST, 8",
            "5b810f524547310503050b045445535408",
            new ExtendedAccessField(5, 0x0b, 4),
            test(8)),
        field(
            "AccessAs (BufferAcc, AttribRawBytes (4)), TEST, 8",
            "5b810f524547310503050e045445535408",
            new ExtendedAccessField(5, 0x0e, 4),
            test(8)),
        field(
            "AccessAs (BufferAcc, AttribRawProcessBytes (4)), TEST, 8",
            "5b810f524547310503050f045445535408",
            new ExtendedAccessField(5, 0x0f, 4),
            test(8)),
        field(
            "Connection (BUF0), TEST, 8",
            "5b8110524547310502425546305445535408",
            new ConnectField(path("BUF0")),
            test(8)),
        object(
            "IndexField (IDX0, DAT0, ByteAcc, NoLock, Preserve) {TEST, 8}",
            "5b860f4944583044415430015445535408",
            new NamedObject.IndexField(path("IDX0"), path("DAT0"), BYTES, List.of(test(8)))),
        object(
            "Method (TEST) {}",
            "14065445535400",
            new NamedObject.Method(path("TEST"), 0, List.of())),
        object(
            "Method (TEST, 7, Serialized, 15) {}",
            "140654455354ff",
            new NamedObject.Method(path("TEST"), 7, true, 15, List.of(), PkgLengthWidth.SHORTEST)),
        object("Mutex (TEST, 15)", "5b01544553540f", new NamedObject.Mutex(path("TEST"), 15)),
        region("SystemMemory", "5b805445535400000a04", RegionSpace.SYSTEM_MEMORY),
        region("SystemIO", "5b805445535401000a04", RegionSpace.SYSTEM_IO),
        region("PCI_Config", "5b805445535402000a04", RegionSpace.PCI_CONFIG),
        region("EmbeddedControl", "5b805445535403000a04", RegionSpace.EMBEDDED_CONTROL),
        region("SMBus", "5b805445535404000a04", RegionSpace.SMBUS),
        region("SystemCMOS", "5b805445535405000a04", RegionSpace.SYSTEM_CMOS),
        region("PciBarTarget", "5b805445535406000a04", RegionSpace.PCI_BAR_TARGET),
        region("IPMI", "5b805445535407000a04", RegionSpace.IPMI),
        region("GeneralPurposeIo", "5b805445535408000a04", RegionSpace.GENERAL_PURPOSE_IO),
        region("GenericSerialBus", "5b805445535409000a04", RegionSpace.GENERIC_SERIAL_BUS),
        region("PCC", "5b80544553540a000a04", RegionSpace.PCC),
        region("FFixedHW", "5b80544553547f000a04", RegionSpace.FUNCTIONAL_FIXED_HW),
        region("0x85", "5b805445535485000a04", new RegionSpace(0x85)),
        object(
            "PowerResource (TEST, 3, 0x1234) {Method (_STA) {Return (1)}}",
            "5b84115445535403341214085f53544100a401",
            new NamedObject.PowerResource(
                path("TEST"),
                3,
                0x1234,
                List.of(
                    new NamedObject.Method(
                        path("_STA"), 0, List.of(new Statement.Return(integer(1))))))),
        object(
            "Processor (TEST, 1, 0x12345678, 6) {}",
            "5b830b54455354017856341206",
            new NamedObject.Processor(path("TEST"), 1, 0x12345678, 6, List.of())),
        object(
            "ThermalZone (TEST) {Name (AAAA, 0)}",
            "5b850b54455354084141414100",
            new NamedObject.ThermalZone(
                path("TEST"), List.of(new NamespaceModifier.Name(path("AAAA"), integer(0))))),
        // 20.2.5.3 statements
        statement(
            "While (Arg0) {Break}",
            "a20368a5",
            new Statement.While(ARG0, List.of(new Statement.Break()))),
        statement(
            "While (Arg0) {Continue}",
            "a203689f",
            new Statement.While(ARG0, List.of(new Statement.Continue()))),
        statement("BreakPoint", "cc", new Statement.BreakPoint()),
        statement("Noop", "a3", new Statement.Noop()),
        statement(
            "Fatal (2, 0x12345678, Arg0)",
            "5b32027856341268",
            new Statement.Fatal(2, 0x12345678, ARG0)),
        statement(
            "If (Arg0) {Noop}", "a00368a3", new Statement.If(ARG0, List.of(new Statement.Noop()))),
        statement(
            "If (Arg0) {Noop} Else {BreakPoint}",
            "a00368a3a102cc",
            new Statement.If(
                ARG0,
                List.of(new Statement.Noop()),
                new Statement.Else(List.of(new Statement.BreakPoint())))),
        statement(
            "Notify (DEV0, 0x80)",
            "86444556300a80",
            new Statement.Notify(path("DEV0"), integer(0x80))),
        statement("Release (MTX0)", "5b274d545830", new Statement.Release(path("MTX0"))),
        statement("Reset (EVT0)", "5b2645565430", new Statement.Reset(path("EVT0"))),
        statement("Return ()", "a400", new Statement.Return(integer(0))),
        statement("Return (Arg6)", "a46e", new Statement.Return(ARG6)),
        statement("Signal (EVT0)", "5b2445565430", new Statement.Signal(path("EVT0"))),
        statement("Sleep (Arg0)", "5b2268", new Statement.Sleep(ARG0)),
        statement("Stall (Arg0)", "5b2168", new Statement.Stall(ARG0)),
        statement("Unload (Arg0)", "5b2a68", new Statement.Unload(ARG0)),
        // 20.2.5.4 expressions
        statement(
            "Acquire (MTX0, 0xFFFF)",
            "5b234d545830ffff",
            new Expression.Acquire(path("MTX0"), 0xffff)),
        binary("Add", "7268696a", Binary.Operator.ADD),
        binary("And", "7b68696a", Binary.Operator.AND),
        binary("Concatenate", "7368696a", Binary.Operator.CONCATENATE),
        binary("ConcatenateResTemplate", "8468696a", Binary.Operator.CONCATENATE_RES_TEMPLATE),
        statement(
            "CondRefOf (NUM0, Arg0)",
            "5b124e554d3068",
            new Expression.CondRefOf(path("NUM0"), ARG0)),
        returned(
            "CondRefOf (NUM0)", "a45b124e554d3000", new Expression.CondRefOf(path("NUM0"), NULL)),
        statement("CopyObject (Arg0, Arg1)", "9d6869", new Expression.CopyObject(ARG0, ARG1)),
        statement("Decrement (Arg0)", "7668", new Expression.Decrement(ARG0)),
        returned("DerefOf (Arg0)", "a48368", new Expression.DerefOf(ARG0)),
        statement(
            "Divide (Arg0, Arg1, Arg2, Arg3)",
            "7868696a6b",
            new Expression.Divide(ARG0, ARG1, ARG2, ARG3)),
        returned(
            "Divide (Arg0, Arg1, , )",
            "a47868690000",
            new Expression.Divide(ARG0, ARG1, NULL, NULL)),
        unary("FindSetLeftBit", "816869", Unary.Operator.FIND_SET_LEFT_BIT),
        unary("FindSetRightBit", "826869", Unary.Operator.FIND_SET_RIGHT_BIT),
        unary("FromBCD", "5b286869", Unary.Operator.FROM_BCD),
        statement("Increment (Arg0)", "7568", new Expression.Increment(ARG0)),
        statement(
            "Index (PKG0, Arg0, Arg1)",
            "88504b47306869",
            new Expression.Index(path("PKG0"), ARG0, ARG1)),
        logical("LAnd", "a4906869", Logical.Operator.LAND),
        logical("LEqual", "a4936869", Logical.Operator.LEQUAL),
        logical("LGreater", "a4946869", Logical.Operator.LGREATER),
        logical("LGreaterEqual", "a492956869", Logical.Operator.LGREATER_EQUAL),
        logical("LLess", "a4956869", Logical.Operator.LLESS),
        logical("LLessEqual", "a492946869", Logical.Operator.LLESS_EQUAL),
        logical("LNotEqual", "a492936869", Logical.Operator.LNOT_EQUAL),
        logical("LOr", "a4916869", Logical.Operator.LOR),
        returned("LNot (Arg0)", "a49268", new Expression.LNot(ARG0)),
        statement("Load (REG0, Arg0)", "5b205245473068", new Expression.Load(path("REG0"), ARG0)),
        returned(
            "LoadTable (\"OEM1\", \"A\", \"B\", \"\\\\\", \"C\", 5)",
            "a45b1f0d4f454d31000d41000d42000d5c000d43000a05",
            new Expression.LoadTable(
                string("OEM1"), string("A"), string("B"), string("\\"), string("C"), integer(5))),
        match(
            "MTR",
            "MEQ",
            "a489504b47300068016900",
            matchTerm(Match.Operator.MTR, Match.Operator.MEQ)),
        match(
            "MLE",
            "MLT",
            "a489504b47300268036900",
            matchTerm(Match.Operator.MLE, Match.Operator.MLT)),
        match(
            "MGE",
            "MGT",
            "a489504b47300468056900",
            matchTerm(Match.Operator.MGE, Match.Operator.MGT)),
        statement(
            "Mid (Arg0, Arg1, Arg2, Arg3)",
            "9e68696a6b",
            new Expression.Mid(ARG0, ARG1, ARG2, ARG3)),
        binary("Mod", "8568696a", Binary.Operator.MOD),
        binary("Multiply", "7768696a", Binary.Operator.MULTIPLY),
        binary("NAnd", "7c68696a", Binary.Operator.NAND),
        binary("NOr", "7e68696a", Binary.Operator.NOR),
        unary("Not", "806869", Unary.Operator.NOT),
        returned("ObjectType (Arg0)", "a48e68", new Expression.ObjectType(ARG0)),
        binary("Or", "7d68696a", Binary.Operator.OR),
        returned("RefOf (NUM0)", "a4714e554d30", new Expression.RefOf(path("NUM0"))),
        binary("ShiftLeft", "7968696a", Binary.Operator.SHIFT_LEFT),
        binary("ShiftRight", "7a68696a", Binary.Operator.SHIFT_RIGHT),
        returned("SizeOf (BUF0)", "a48742554630", new Expression.SizeOf(path("BUF0"))),
        statement("Store (Arg0, Local7)", "706867", new Expression.Store(ARG0, LOCAL7)),
        statement("Store (Arg0, Debug)", "70685b31", new Expression.Store(ARG0, DebugObj.DEBUG)),
        binary("Subtract", "7468696a", Binary.Operator.SUBTRACT),
        returned("Timer", "a45b33", new Expression.Timer()),
        unary("ToBCD", "5b296869", Unary.Operator.TO_BCD),
        unary("ToBuffer", "966869", Unary.Operator.TO_BUFFER),
        unary("ToDecimalString", "976869", Unary.Operator.TO_DECIMAL_STRING),
        unary("ToHexString", "986869", Unary.Operator.TO_HEX_STRING),
        unary("ToInteger", "996869", Unary.Operator.TO_INTEGER),
        statement(
            "ToString (Arg0, Arg1, Arg2)", "9c68696a", new Expression.ToString(ARG0, ARG1, ARG2)),
        statement("Wait (EVT0, Arg0)", "5b254556543068", new Expression.Wait(path("EVT0"), ARG0)),
        binary("XOr", "7f68696a", Binary.Operator.XOR),
        returned(
            "Add (Arg0, Arg1)", "a472686900", new Binary(Binary.Operator.ADD, ARG0, ARG1, NULL)),
        statement(
            "CAL2 (Arg0, CAL2 (1, 2))",
            "43414c326843414c32010a02",
            new MethodInvocation(
                path("CAL2"), ARG0, new MethodInvocation(path("CAL2"), integer(1), integer(2)))),
        statement(
            "SizeOf (CAL2 (Arg0, Arg1))",
            "8743414c326869",
            new Expression.SizeOf(new MethodInvocation(path("CAL2"), ARG0, ARG1))),
        statement(
            "Store (Arg0, DerefOf (Arg1))",
            "70688369",
            new Expression.Store(ARG0, new Expression.DerefOf(ARG1))),
        statement(
            "Store (Arg0, Index (PKG0, 1))",
            "706888504b47300100",
            new Expression.Store(ARG0, new Expression.Index(path("PKG0"), integer(1), NULL))),
        statement(
            "Store (Arg0, RefOf (NUM0))",
            "7068714e554d30",
            new Expression.Store(ARG0, new Expression.RefOf(path("NUM0")))));
  }

  private static FieldFlags flagsOf(AccessType access, UpdateRule update) {
    return new FieldFlags(access, false, update);
  }
}
