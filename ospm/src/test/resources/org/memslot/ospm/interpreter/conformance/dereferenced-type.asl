DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    OperationRegion (RGN0, SystemMemory, 0x1000, 0x200)
    Field (RGN0, ByteAcc, NoLock, Preserve) { WIDE, 2048, LONG, 32 }
    Name (BUF0, Buffer (20) {})
    CreateField (BUF0, 0, 100, BFL0)
    CreateDWordField (BUF0, 16, BFL1)
    Name (PAC0, Package (2) { 5 })
    // DerefOf has read the field
    Method (T0) { Local0 = RefOf (WIDE) Return (ObjectType (DerefOf (Local0))) }
    Method (T1) { Local0 = RefOf (LONG) Return (ObjectType (DerefOf (Local0))) }
    Method (T2) { Local0 = RefOf (BFL0) Return (ObjectType (DerefOf (Local0))) }
    Method (T3) { Local0 = RefOf (BFL1) Return (ObjectType (DerefOf (Local0))) }
    // the reference alone leads to the field
    Method (T4) { Local0 = RefOf (WIDE) Return (ObjectType (Local0)) }
    Method (T5) { Local0 = RefOf (BFL0) Return (ObjectType (Local0)) }
    Method (T6) { Local0 = RefOf (PAC0) Return (ObjectType (DerefOf (Local0))) }
    Method (T7) { Store (Index (PAC0, 0), Local0) Return (ObjectType (DerefOf (Local0))) }
    Method (T8) { Store (Index (PAC0, 1), Local0) Return (ObjectType (DerefOf (Local0))) }
    Method (T9) { Local0 = RefOf (WIDE) Return (SizeOf (DerefOf (Local0))) }
    Method (TA) { Local0 = RefOf (PAC0) Local1 = RefOf (Local0) Return (ObjectType (DerefOf (Local1))) }
}
