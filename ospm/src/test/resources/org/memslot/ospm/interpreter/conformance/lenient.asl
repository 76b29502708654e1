DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    OperationRegion (R000, SystemMemory, 0x100, 0x100)
    Field (R000, ByteAcc, NoLock, Preserve) { BNK0, 2 }
    BankField (R000, BNK0, 4, ByteAcc, NoLock, Preserve) { Offset (8), BKF0, 8 }
    Name (RT00, ResourceTemplate () { IRQNoFlags () {1} })
    Name (B000, Buffer () {9})
    Method (MM00) { Return (1) }
    Method (MM01, 1) { Return (1) }
    Name (PM, Package () { 0, MM00 })
    Method (MDRF, 1) { Return (DerefOf (Arg0)) }
    Method (T0) { Return (BKF0) }
    Method (T1) { Return (ConcatenateResTemplate (RT00, Buffer () {0x79})) }
    Method (T2) { Return (MDRF ("b000")) }
    Method (T3) { Return (MDRF ("B000")) }
    Method (T4) { Local0 = DerefOf (RefOf (MM00)) Return (ObjectType (Local0)) }
    Method (T5) { Local0 = DerefOf (PM [1]) Return (ObjectType (Local0)) }
    Method (T6) { Return (Revision) }
    Method (T7) { Return (ObjectType (MM00)) }
    Method (T8) { Return (SizeOf (PM)) }
    Method (T9) { CopyObject (MM00, Local0) Return (Local0) }
}
