DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    External (\SUB0, MethodObj)
    Name (TBUF, Buffer () {0x53,0x53,0x44,0x54,0x2f,0x00,0x00,0x00,0x02,0x84,0x50,0x52,0x4f,0x42,0x45,0x00,0x53,0x55,0x42,0x54,0x41,0x42,0x4c,0x45,0x01,0x00,0x00,0x00,0x49,0x4e,0x54,0x4c,0x08,0x04,0x26,0x20,0x14,0x0a,0x5c,0x53,0x55,0x42,0x30,0x00,0xa4,0x0a,0x77})
    Name (RES0, 0)
    // Load: the result as a truth value
    Method (T0) { If (Load (TBUF)) { Return (SUB0 ()) } Return (0) }
    Method (T1) { Load (TBUF, Local0) If (Local0) { Return (1) } Return (0) }
    Method (T2) { Load (TBUF, RES0) Return (RES0) }
    // LoadTable of a table that there is (acpiexec -el has an OEM1) and of one that there is not
    Method (T3) { If (LoadTable ("OEM1", "", "", "\\", "", 0)) { Return (1) } Return (0) }
    Method (T4) { Local0 = LoadTable ("OEM1", "", "", "\\", "", 0) If (Local0 != 0) { Return (1) } Return (0) }
    Method (T6) { Local0 = LoadTable ("OEMZ", "", "", "\\", "", 0) Return (Local0) }
    Method (T7) { Local0 = LoadTable ("OEM1", "", "", "\\", "", 0) Return (ObjectType (Local0)) }
}
