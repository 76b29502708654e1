DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Mutex (MTX1, 1)
    Name (LOG0, 0)
    Method (HOLD, 0, Serialized) { Acquire (MTX1, 0xFFFF) LOG0 = 1 Return (2) }
    Method (SWIT, 1) { Switch (Arg0) { Case (1) { Acquire (MTX1, 0xFFFF) } } Return (3) }   // iasl makes this one Serialized
    Method (T0) { Return (HOLD ()) }
    Method (T1) { Return (SWIT (1)) }
    Method (T2) { HOLD () Return (LOG0) }
}
