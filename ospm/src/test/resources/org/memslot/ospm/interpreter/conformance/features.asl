DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (IMPL, 0) { Local0 = 5 Add (Local0, 1) }
    Method (T0) { Return (IMPL ()) }
    Method (T1) { Return (Local0 + 1) }
    Method (T2, 0, Serialized) { Mutex (MTX1, 1) Acquire (MTX1, 0xFFFF) Return (1) }
    Method (T3) { Return (ToHexString (0x7B)) }
    Method (T4) { Local0 = Buffer (0x200000) {} Return (SizeOf (Local0)) }
    Method (T5) { Return (Timer != 0) }
    Method (T6) { Return (ToHexString (0)) }
    Name (PNF, Package () { 1, \NOT.HERE })
    Method (T7) { Return (DerefOf (PNF [0])) }
    Method (T8) { Local0 = Package (1) { 0 } Local1 = 0 While (Local1 < 70) { Local2 = Package (1) { 0 } Local2 [0] = Local0 Local0 = Local2 Local1++ } Return (Local1) }
    Method (RECU, 1) { If (Arg0 == 0) { Return (0) } Return (RECU (Arg0 - 1) + 1) }
    Method (T9) { Return (RECU (200)) }
    Method (TA) { Return (RECU (300)) }
    Method (TB, 0, Serialized) { OperationRegion (RR, SystemMemory, 0x1001, 3) Field (RR, DWordAcc, NoLock, Preserve) { FF, 24 } FF = 0x123456 Return (FF) }
    Method (TC) { Return (LoadTable ("OEM1", "", "", "", "", 0) != 0) }
    Method (TD) { Fatal (1, 2, 3) Return (7) }
    Method (TE) { Return (ToString (Buffer () {0x41, 0x42, 0})) }
    Method (TF) { Return (Concatenate (0x12, "x")) }
    Method (TG) { Return (ToBCD (1234)) }
    Method (TH) { Return (FromBCD (0x1234)) }
    Method (TI) { Return (Mid ("abcdef", 2, 3)) }
    Method (TJ) { Local0 = 5 Local0 [0] = 1 Return (Local0) }
    Method (TK) { Local0 = "abc" Return (Local0 + 1) }
    Method (TL) { Return (SizeOf (Local0)) }
    Method (TM) { If (CondRefOf (\_SB.NONE)) { Return (1) } Return (0) }
    Method (TN) { Return (_REV) }
    Method (TO) { Return (_OSI ("Windows 2015")) }
    Method (TP) { Return (_OS) }
}
