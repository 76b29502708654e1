DefinitionBlock ("", "DSDT", 2, "MEMSLT", "SETTINGS", 1)
{
    Device (DEV0) {}
    Name (CODE, 0)
    Name (TEXT, "")
    Name (STR0, "abcd")
    Name (I000, 5)
    Name (P000, Package (1) {})
    OperationRegion (RAM0, SystemMemory, 0x1000, 3)
    Field (RAM0, DWordAcc, NoLock, Preserve) { DW00, 24 }

    Method (_ERR, 3) { CODE = Arg0 TEXT = Arg1 Return (0) }
    Method (IMPL) { Local0 = 5 Add (Local0, 1) }
    Method (PRED) { If (I000 == 5) {} }
    Method (NONE) {}
    Method (CALL) { Return (NONE () + 2) }
    Method (UNSE) { Return (Local0 + 1) }
    Method (STOR) { Local0 = DEV0 Return (ObjectType (Local0)) }
    Method (ROUN) { Return (DW00) }
    Method (FAIL) { Local0 = 1 Divide (1, 0, , Local0) Return (Local0 + 8) }
    Method (INNE) { Divide (1, 0, , Local0) Return (3) }
    Method (OUTE) { Return (INNE () + 1) }
    Method (FATL) { Fatal (1, 2, 3) Return (7) }
    Method (LOCS) { Local1 = 1 Local0 = RefOf (Local1) Local0 = 0x123 Return (Local1) }
    Method (ELEM) { Local1 = 1 P000 [0] = RefOf (Local1) P000 [0] = 0x124 Return (Local1) }
    Method (DERE) { Local0 = RefOf (I000) Local1 = RefOf (Local0) Return (DerefOf (Local1) + 1) }
    Method (OPER) { Local0 = RefOf (I000) Return (Local0 + 1) }
    Method (STEP) { Local1 = 1 Local0 = RefOf (Local1) Local0++ Return (Local1) }
    Method (BYTE) { STR0 = 0x31323334 Return (STR0) }
    Method (DIGI) { I000 = "12" Return (I000) }
    Method (PIN0, 1) { Local0 = RefOf (Arg0) Local0 = 0x64636261 }
    Method (INPL) { Local0 = "xyzw" PIN0 (Local0) Return (Local0) }
}
