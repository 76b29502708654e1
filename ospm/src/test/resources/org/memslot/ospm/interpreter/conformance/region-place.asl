DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (BASE, 0x1000)
    OperationRegion (R000, SystemMemory, BASE, 0x10)
    Field (R000, ByteAcc, NoLock, Preserve) { F000, 8 }
    OperationRegion (R100, SystemMemory, 0x1000, 0x10)
    Field (R100, ByteAcc, NoLock, Preserve) { F100, 8 }
    Method (MAIN)
    {
        BASE = 0x2000
        F000 = 0x5A        // the region was declared at 0x1000
        Return (F100)
    }
}
