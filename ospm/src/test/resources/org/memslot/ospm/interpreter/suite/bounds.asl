DefinitionBlock ("", "DSDT", 2, "MEMSLT", "BOUNDS", 1)
{
  Mutex (MTX0, 0)
  Event (EVT0)
  Method (LOOP) { While (One) {} }
  Method (RECU) { RECU () }
  Method (MUT0) { MUT1 () }
  Method (MUT1) { MUT0 () }
  Method (DEEP, 1) { Local0 = ((((((((((((((((((((DEEP (Arg0) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) + 1) Return (Local0) }
  Method (BIG0) { Local0 = 0xFFFFFFFF Return (Buffer (Local0) {}) }
  Method (BIG1) { Local0 = 0x7FFFFFFFFFFFFFFF Return (Package (Local0) {}) }
  Method (DBLE) { Local0 = "x" While (One) { Local0 = Concatenate (Local0, Local0) } }
  Method (PDBL) { Local0 = Package (2) {1, 2} While (One) { Local1 = Package (2) {} Local1 [0] = Local0 Local1 [1] = Local0 Local0 = Local1 } }
  Method (PDEP) { Local0 = Package (1) {1} While (One) { Local1 = Package (1) {} Local1 [0] = Local0 Local0 = Local1 } }
  Method (WAI0) { Wait (EVT0, 0xFFFF) Return (One) }
  Method (NAPS) { While (One) { Sleep (1000) } }
  Method (LEAK) { Acquire (MTX0, 0xFFFF) Return (Acquire (MTX0, 0)) }
  Method (AGAN) { Return (Acquire (MTX0, 0)) }
  Method (STAL) { Stall (1000) Return (One) }
  OperationRegion (HUGE, SystemMemory, 0xFFFFFFFFFFFFFFF0, 0x20)
  Field (HUGE, ByteAcc, NoLock, Preserve) { Offset (0x1F), HUG0, 8 }
  OperationRegion (OEMR, 0x99, 0, 0x10)
  Field (OEMR, ByteAcc, NoLock, Preserve) { OEM0, 8 }
  Name (PKGA, Package () {PKGB})
  Name (PKGB, Package () {PKGA})
  Method (CIRC) { Local0 = PKGA Return (SizeOf (Local0)) }
  Method (MANY) { Local0 = 0 While (Local0 < 1000000) { Local1 = Buffer (100000) {} Local0++ } Return (Local0) }
}
