DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (P000, Package () {0x10, 0x20})
    Name (B000, Buffer () {1, 2, 3})
    Method (RIDX) { Return (P000 [0]) }
    Method (RLOC) { Local0 = P000 [0] Return (Local0) }
    Method (RARG, 1) { Return (Arg0 [0]) }
    Method (RBUF) { Return (B000 [1]) }
    Method (CHK, 1) { Return (DerefOf (Arg0)) }
    Method (T0) { Return (DerefOf (RIDX ())) }
    Method (T1) { Return (CHK (RIDX ())) }
    Method (T2) { Return (DerefOf (RLOC ())) }
    Method (T3) { Return (DerefOf (RARG (P000))) }
    Method (T4) { Local0 = RIDX () Return (ObjectType (Local0)) }
    Method (T5) { Local0 = RIDX () Return (DerefOf (Local0)) }
    Method (T6) { DerefOf (RIDX ()) = 5 Return (DerefOf (P000 [0])) }
    Method (T7) { Return (DerefOf (RBUF ())) }
    Method (T8) { Return (RIDX () + 1) }
}
