DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (SEEN, 0)
    // a signature that is no string is converted
    Method (T0) { Return (LoadTable (0x4F454D31, "", "", "\\", "", 0)) }
    Method (T1) { Return (LoadTable ("OEM", "", "", "\\", "", 0)) }
    Method (T2) { Return (LoadTable ("oem1", "", "", "\\", "", 0)) }
    Method (T3) { Return (LoadTable ("OEM1", "1234567", "", "\\", "", 0)) }
    Method (T4) { Return (LoadTable ("OEM1", "", "123456789", "\\", "", 0)) }
    Method (T5) { Return (LoadTable ("OEM1", "", "", 1, "", 0)) }
    // the parameter is looked for first: nothing is loaded
    Method (T6) { Return (LoadTable ("OEM1", "", "", "\\", "\\NOPE", 0)) }
    Method (T7) { Return (LoadTable ("OEM1", "", "", "\\", 12, 0)) }
    Method (T8, 0, Serialized) { DataTableRegion (DR00, "OEMZ", "", "") Return (1) }
    Method (T9, 0, Serialized) { DataTableRegion (DR00, "OE?1", "", "") Return (1) }
    Method (TA, 0, Serialized) { DataTableRegion (DR00, "OEM1", "1234567", "") Return (1) }
    // a region of a method is announced to the _REG beside it, and taken back
    Method (TB, 0, Serialized)
    {
        Method (_REG, 2) { SEEN = (SEEN << 12) | (Arg0 << 4) | Arg1 }
        DataTableRegion (DR00, "OEM1", "", "")
        Return (SEEN)
    }
}
