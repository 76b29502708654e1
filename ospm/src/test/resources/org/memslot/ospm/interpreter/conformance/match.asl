DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (P000, Package () {1, 2})
    Name (P001, Package () {5, 6})
    Method (T0) { Return (Match (P001, MEQ, P000, MTR, 0, 0)) }
    Method (T1) { Local0 = P000 If (Local0) { Return (1) } Return (0) }
    Method (T2) { Return (LoadTable ("OEMXX", "", "", "", "", 0)) }
}
