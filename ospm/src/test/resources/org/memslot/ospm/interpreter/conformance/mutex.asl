DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
  Mutex (MUT1, 3)
  // a method that returns holding a mutex of a higher level
  Method (T00, 0, Serialized) { Acquire (MUT1, 0xFFFF) Return (7) }
  Method (T01, 0, Serialized, 1) { Acquire (MUT1, 0xFFFF) Return (8) }
  Method (T02, 0, NotSerialized) { Acquire (MUT1, 0xFFFF) Return (9) }
  Method (T03, 0, Serialized) { If (Acquire (MUT1, 10)) { Return (0xBAD) } Release (MUT1) Return (10) }
  Mutex (MUTA, 1) Mutex (MUTB, 2)
  // released in the wrong order
  Method (T04, 0, NotSerialized) { Acquire (MUTA, 0xFFFF) Acquire (MUTB, 0xFFFF) Release (MUTA) Release (MUTB) Return (11) }
}
