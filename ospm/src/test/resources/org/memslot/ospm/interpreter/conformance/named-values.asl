DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Device (DEV0) { Name (_STA, 0x0F) }
    Mutex (MTX0, 0)
    Event (EVT0)
    OperationRegion (REG0, SystemMemory, 0x1000, 0x10)
    ThermalZone (TZ00) {}
    Name (NAM0, 5)
    Name (NAM1, 5)
    Name (NAM2, 5)
    Name (PKG0, Package (2) {})
    Method (RDEV) { Return (DEV0) }
    Method (RMTX) { Return (MTX0) }
    Method (TYP, 1) { Return (ObjectType (Arg0)) }
    Method (T0) { Local0 = DEV0 Return (ObjectType (Local0)) }
    Method (T1) { CopyObject (DEV0, Local0) Return (ObjectType (Local0)) }
    Method (T2) { CopyObject (DEV0, NAM0) Return (ObjectType (NAM0)) }
    Method (T3) { Return (TYP (RDEV ())) }
    Method (T4) { Return (TYP (DEV0)) }
    Method (T5) { PKG0 [0] = DEV0 Return (ObjectType (DerefOf (PKG0 [0]))) }
    Method (T6) { Debug = DEV0 Debug = MTX0 Debug = EVT0 Debug = REG0 Debug = TZ00 Return (1) }
    Method (T7) { CopyObject (MTX0, Local0) Return (ObjectType (Local0)) }
    Method (T8) { CopyObject (TZ00, NAM1) Return (ObjectType (NAM1)) }
    Method (TB) { NAM2 = DEV0 Return (ObjectType (NAM2)) }
    Method (TC) { Local0 = DEV0 Notify (Local0, 0x82) Return (2) }
}
