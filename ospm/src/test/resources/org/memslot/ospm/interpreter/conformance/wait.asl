DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (STL, 1) { Local0 = Timer Stall (Arg0) Local1 = Timer Return (Local1 - Local0) }
    Method (ST63) { Return (STL (0x63)) }
    Method (STB) { Return (STL (Buffer (3) {0x63, 0, 0})) }
    Event (EV0)
    Method (WT0) { Return (Wait (EV0, 10)) }
    Method (WT1) { Return (Wait (EV0, 0x12340005)) }
    Method (WT2) { Return (Wait (EV0, 0xFFFE)) }
}
