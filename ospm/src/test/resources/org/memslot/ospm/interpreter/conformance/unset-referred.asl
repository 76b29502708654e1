DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Method (GET0, 1) { Return (DerefOf (Arg0)) }
    Method (T0) { If (0) { Local0 = 1 } Return (GET0 (RefOf (Local0))) }
    Method (T1) { If (0) { Local0 = 1 } Local1 = RefOf (Local0) Local2 = DerefOf (Local1) Return (Local2) }
    Method (T2) { If (0) { Local0 = 1 } Return (Local0 + 1) }
    Method (T3) { If (0) { Local0 = 1 } Local1 = RefOf (Local0) Return (DerefOf (Local1) + 1) }
    Method (T4, 0, Serialized) { Name (PAC0, Package (1) {}) Local0 = DerefOf (Index (PAC0, 0)) Return (Local0) }
}
