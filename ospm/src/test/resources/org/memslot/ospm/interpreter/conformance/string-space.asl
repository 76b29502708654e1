DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (T0) { Return (ToInteger ("\t0x12")) }
    Method (T1) { Return (ToInteger ("\t 12")) }
    Method (T2) { Return ("\t12" + 0) }
    Method (T3) { Return ("\n0x12" + 0) }
    Method (T4) { Return (ToInteger (" 12")) }
    Method (T5) { Return (ToInteger ("0x")) }
    Method (T6) { Return (ToInteger ("18446744073709551616")) }
    Method (T7) { Return ("12345678901234567890" + 0) }
    Method (T8) { Return (ToInteger ("0X1f")) }
    Method (T9) { Return (ToInteger ("0x11111111111111111")) }
    Method (TA) { Return (ToInteger ("")) }
    Method (TB) { Return ("" + 1) }
    Method (TC) { Return (ToInteger ("0123")) }
    Method (TD) { Return ("0xAZ" + 0) }
}
