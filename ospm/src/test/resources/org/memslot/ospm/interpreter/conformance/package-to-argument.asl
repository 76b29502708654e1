DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (PAC0, Package (2) { 1, 2 })
    Name (INT0, 0)
    Name (STR0, "abc")
    Name (BUF0, Buffer (2) {})
    Name (PAC1, Package (1) { 7 })
    Method (PUT0, 1) { Arg0 = PAC0 Return (ObjectType (Arg0)) }
    Method (CPY0, 1) { CopyObject (PAC0, Arg0) Return (ObjectType (Arg0)) }
    Method (PUTR, 1) { Arg0 = RefOf (STR0) Return (ObjectType (Arg0)) }
    Method (T0) { Return (PUT0 (RefOf (INT0))) }
    Method (T1) { Return (PUT0 (RefOf (STR0))) }
    Method (T2) { Return (PUT0 (RefOf (BUF0))) }
    Method (T3) { Return (PUT0 (RefOf (PAC1))) }
    Method (T4) { Return (CPY0 (RefOf (INT0))) }
    Method (T5) { Local0 = 3 Return (PUT0 (RefOf (Local0))) }
    Method (T6) { Return (PUTR (RefOf (INT0))) }
    Method (T7) { Return (PUTR (RefOf (PAC1))) }
    Method (T8) { Return (PUT0 (7)) }
    Method (T9) { INT0 = RefOf (STR0) Return (1) }
}
