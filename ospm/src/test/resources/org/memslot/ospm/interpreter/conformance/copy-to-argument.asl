DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Device (DEV0) { Name (I000, 1) }
    Device (DEV1) { Name (I000, 1) }
    Event (EVT0)
    Name (REF0, 0)
    Method (SET1, 1) { CopyObject (0x2B, Arg0) }
    Method (SET2, 1) { Arg0 = 0x2B }
    Method (T0) { SET1 (RefOf (DEV0)) Return (ObjectType (DEV0)) }
    Method (T1) { CopyObject (RefOf (DEV1), REF0) SET1 (REF0) Return (ObjectType (REF0)) }
    Method (T2) { SET1 (EVT0) Return (ObjectType (EVT0)) }
    Method (T3) { SET2 (RefOf (EVT0)) Return (ObjectType (EVT0)) }
}
