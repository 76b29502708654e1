DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONTROL", 1)
{
  Name (CNT0, 0)
  Name (MOD0, 0)
  If (CNT0 == 0) { Name (COND, 0x77) MOD0 = 5 } Else { Name (OTHR, 1) }
  Mutex (MTX0, 2)
  Mutex (MTX1, 5)
  Event (EVT0)
  Method (T000) { Local0 = 0 Local1 = 0 While (Local0 < 10) { Local1 += Local0 Local0++ } Return (Local1) }
  Method (T001) { Local0 = 0 While (1) { Local0++ If (Local0 == 7) { Break } } Return (Local0) }
  Method (T002) { Local0 = 0 Local1 = 0 While (Local0 < 10) { Local0++ If (Local0 & 1) { Continue } Local1 += Local0 } Return (Local1) }
  Method (T003) { Local0 = 3 If (Local0 == 1) { Return ("one") } ElseIf (Local0 == 3) { Return ("three") } Else { Return ("other") } }
  Method (T004) { Local0 = 5 Switch (Local0) { Case (1) { Return ("1") } Case (Package () {4, 5}) { Return ("4 or 5") } Default { Return ("?") } } Return ("none") }
  Method (T005) { While (1) { While (1) { Break } Return ("inner") } Return ("outer") }
  Method (T006) { Local0 = 0 Local2 = 0 While (Local0 < 3) { Local1 = 0 While (Local1 < 4) { If (Local1 == 2) { Break } Local1++ Local2++ } Local0++ } Return (Local2) }
  Method (T007) { Return (MOD0) }
  Method (T008) { Return (COND) }
  Method (T009) { Return (CondRefOf (OTHR)) }
  Method (T00A) { Local0 = Acquire (MTX0, 0) Release (MTX0) Return (Local0) }
  Method (T00B) { Acquire (MTX0, 0) Acquire (MTX0, 0) Release (MTX0) Release (MTX0) Return (1) }
  Method (T00C) { Release (MTX0) Return (1) }
  Method (T00D) { Acquire (MTX1, 0xFFFF) Local0 = Acquire (MTX0, 0xFFFF) Return (Local0) }
  Method (T00E) { Acquire (MTX0, 0xFFFF) Acquire (MTX1, 0xFFFF) Release (MTX0) Release (MTX1) Return (1) }
  Method (T00F) { Acquire (MTX0, 0xFFFF) Acquire (MTX1, 0xFFFF) Release (MTX1) Release (MTX0) Return (1) }
  Method (T010) { Signal (EVT0) Local0 = Wait (EVT0, 0) Return (Local0) }
  Method (T011) { Local0 = Wait (EVT0, 1) Return (Local0) }
  Method (T012) { Signal (EVT0) Reset (EVT0) Local0 = Wait (EVT0, 0) Return (Local0) }
  Method (T013) { Sleep (1) Stall (1) Return (1) }
  Method (T014, 0, Serialized) { Return ("serialized") }
  Method (INNR, 0, Serialized, 3) { Return (CNT0) }
  Method (T015) { Return (INNR ()) }
  Method (NEST, 1) { If (Arg0 > 0) { Return (NEST (Arg0 - 1)) } Return ("bottom") }
  Method (T016) { Return (NEST (30)) }
  Method (LCLN) { Name (LN00, 5) LN00++ Return (LN00) }
  Method (T017) { LCLN () Return (LCLN ()) }
  Method (T018) { Device (DDEV) { Name (VV00, 3) Method (GG00) { Return (VV00 + 1) } } Return (DDEV.GG00 ()) }
  Method (T019) { Local0 = Timer Local1 = Timer Return (Local1 >= Local0) }
  Method (T01A) { Return (\_OSI ("Nothing Known")) }
  Method (T01B) { Return (ObjectType (\_GL)) }
  Method (T01C) { Return (ObjectType (\_OSI)) }
  Method (T01D) { Return (\_OS) }
  Method (T01E) { Return (\_REV) }
  Method (T01F) { Local0 = 0 For (Local1 = 0, Local1 < 5, Local1++) { Local0 += Local1 } Return (Local0) }
  Method (T020) { If (0) {} Else { Return ("else") } Return ("end") }
  Method (NORE) { Local0 = 1 Local0++ }
  Method (T021) { NORE () Return ("after") }
  Method (T022) { Noop Return (1) }
  Method (T023) { Local0 = Ones While (Local0) { Local0 >>= 1 CNT0++ } Local1 = CNT0 CNT0 = 0 Return (Local1) }
  Scope (\_SB) { Device (PCI0) { Name (_ADR, 0) Name (VAL0, 1) Device (DEV1) { Method (UP00) { Return (VAL0) } Method (UP01) { Return (^^VAL0 + ^^LOW0) } } Name (LOW0, 0x30) } Name (VAL0, 2) }
  Name (VAL0, 3)
  Method (T024) { Return (\_SB.PCI0.DEV1.UP00 ()) }
  Method (T025) { Return (\_SB.PCI0.DEV1.UP01 ()) }
  Method (T026) { Return (VAL0) }
  Scope (\_SB.PCI0) { Name (ADDD, 9) }
  Method (T027) { Return (\_SB.PCI0.ADDD) }
}
