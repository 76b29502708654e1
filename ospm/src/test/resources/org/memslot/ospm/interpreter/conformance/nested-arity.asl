DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (MM01, 1) { Return (Arg0) }
    Method (MAIN, 0, Serialized)
    {
        Name (I000, 0)
        Method (MM00) { MM01 () }
        Method (MM01) { I000 = 5 }
        MM00 ()
        Return (I000)
    }
}
