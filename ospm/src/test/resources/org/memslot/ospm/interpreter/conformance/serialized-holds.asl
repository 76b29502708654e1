DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Mutex (MTX1, 1)
    Method (LCK0, 0, Serialized) { Acquire (MTX1, 0xFFFF) }
    Method (MAIN)
    {
        LCK0 ()
        Release (MTX1)
        Return (1)
    }
}
