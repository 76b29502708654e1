DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
  External (\_SB.NOPE, DeviceObj)
  Device (\_SB.DEV0) { Name (_DEP, Package () { \_SB.NOPE, \_SB.DEV0 }) Name (_PRW, Package () {3, 3, \_SB.NOPE}) }
  Method (T00) { Local0 = Package () { 1, \_SB.NOPE, 3 } Return (DerefOf (Local0[2])) }
  Method (T01) { Return (SizeOf (\_SB.DEV0._DEP)) }
  Method (T02) { Return (DerefOf (\_SB.DEV0._PRW[0])) }
}
