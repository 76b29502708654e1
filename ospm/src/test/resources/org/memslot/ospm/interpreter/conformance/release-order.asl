DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Mutex (MA, 1)
    Mutex (MB, 1)
    Method (MAIN)
    {
        Acquire (MA, 0xFFFF)
        Acquire (MB, 0xFFFF)
        Release (MA)
        Release (MB)
        Return (1)
    }
}
