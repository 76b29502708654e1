DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    OperationRegion (R100, SystemMemory, 0x1000, 0x10)
    Field (R100, ByteAcc, NoLock, Preserve) { F100, 8 }
    Name (V000, Package () {1, 2, 3})
    Name (I000, 1)
    Name (P000, Package (1) {})
    Method (SETR, 1) { Local1 = RefOf (Arg0) DerefOf (Local1) = 0x33 }
    Method (INC1, 1) { Local1 = V000 [Arg0] Local2 = RefOf (Local1) DerefOf (Local2) = 0x44 }
    // a field handed on by reference, written through a reference to the argument
    Method (T0) { F100 = 0 SETR (RefOf (F100)) Return (F100) }
    // element of a package, through a reference to the local that holds its reference
    Method (T1) { INC1 (1) Return (DerefOf (V000 [1])) }
    // package element that holds a reference to a field
    Method (T2) { F100 = 0 P000 [0] = RefOf (F100) DerefOf (P000 [0]) = 0x55 Return (F100) }
    // the same of an integer
    Method (T3) { I000 = 1 P000 [0] = RefOf (I000) DerefOf (P000 [0]) = 0x66 Return (I000) }
    Method (T4) { I000 = 1 Local0 = RefOf (I000) Local1 = RefOf (Local0) DerefOf (Local1) = 0x77 Return (I000) }
    Method (T5) { I000 = 1 Local0 = RefOf (I000) Local1 = RefOf (Local0) Return (DerefOf (DerefOf (Local1))) }
    Method (T6) { I000 = 1 Local0 = RefOf (I000) Local1 = RefOf (Local0) Return (DerefOf (Local1)) }
    Method (T7) { I000 = 5 Local0 = RefOf (I000) Return (Local0 + 1) }
    Method (T8, 1) { Return (Arg0 + 1) }
    Method (T9) { I000 = 5 Return (T8 (RefOf (I000))) }
    Method (TA) { I000 = 5 Local0 = RefOf (I000) Local0++ Return (I000) }
    Method (TB) { I000 = 5 Local0 = RefOf (I000) DerefOf (Local0)++ Return (I000) }
}
