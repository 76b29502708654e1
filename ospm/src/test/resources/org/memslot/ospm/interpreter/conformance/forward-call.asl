DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (MAIN, 0, Serialized)
    {
        Method (MM00) { Return (MM01 (7)) }
        Method (MM01, 1) { Return (Arg0 + 1) }
        Return (MM00 ())
    }
}
