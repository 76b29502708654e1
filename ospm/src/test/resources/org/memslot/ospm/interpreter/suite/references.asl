DefinitionBlock ("", "DSDT", 2, "MEMSLT", "REFS", 1)
{
  Name (INT0, 0x11)
  Name (STR0, "str")
  Name (BUF0, Buffer () {1, 2, 3})
  Name (PKG0, Package () {1, 2})
  Device (DEV0) { Name (VAL0, 5) Method (GET) { Return (VAL0) } }
  Mutex (MTX0, 0)
  Event (EVT0)
  OperationRegion (REG0, SystemMemory, 0x2000, 0x10)
  Field (REG0, ByteAcc, NoLock, Preserve) { FLD0, 8 }
  CreateByteField (BUF0, 0, BFL0)
  PowerResource (PWR0, 0, 0) {}
  Processor (CPU0, 1, 0x410, 6) {}
  ThermalZone (TZN0) {}
  Alias (INT0, ALI0)
  Method (MTH0) { Return (3) }
  Method (T000) { Local0 = RefOf (INT0) Return (DerefOf (Local0)) }
  Method (T001) { Local0 = RefOf (INT0) DerefOf (Local0) = 0x22 Local1 = INT0 INT0 = 0x11 Return (Local1) }
  Method (T002) { Local0 = RefOf (INT0) Local0 = 5 Return (Local0) }
  Method (SETA, 1) { Arg0 = 0x77 }
  Method (T003) { SETA (RefOf (INT0)) Local1 = INT0 INT0 = 0x11 Return (Local1) }
  Method (T004) { SETA (INT0) Return (INT0) }
  Method (T005) { Local0 = 5 SETA (RefOf (Local0)) Return (Local0) }
  Method (SETS, 1) { Arg0 = "changed" }
  Method (T006) { SETS (RefOf (INT0)) Local1 = INT0 CopyObject (0x11, INT0) Return (Local1) }
  Method (SETB, 1) { Arg0 [1] = 0xAA Return (Arg0) }
  Method (T007) { Local0 = SETB (BUF0) Return (BUF0) }
  Method (T008) { BUF0 [1] = 2 Return (BUF0) }
  Method (T009) { Return (ObjectType (INT0)) }
  Method (T00A) { Return (ObjectType (STR0)) }
  Method (T00B) { Return (ObjectType (BUF0)) }
  Method (T00C) { Return (ObjectType (PKG0)) }
  Method (T00D) { Return (ObjectType (FLD0)) }
  Method (T00E) { Return (ObjectType (DEV0)) }
  Method (T00F) { Return (ObjectType (EVT0)) }
  Method (T010) { Return (ObjectType (MTH0)) }
  Method (T011) { Return (ObjectType (MTX0)) }
  Method (T012) { Return (ObjectType (REG0)) }
  Method (T013) { Return (ObjectType (PWR0)) }
  Method (T014) { Return (ObjectType (CPU0)) }
  Method (T015) { Return (ObjectType (TZN0)) }
  Method (T016) { Return (ObjectType (BFL0)) }
  Method (T017) { Return (ObjectType (Debug)) }
  Method (T018) { Return (ObjectType (Local0)) }
  Method (T019) { Local0 = RefOf (STR0) Return (ObjectType (Local0)) }
  Method (T01A) { Local0 = RefOf (FLD0) Return (ObjectType (Local0)) }
  Method (T01B) { Return (CondRefOf (INT0)) }
  Method (T01C) { Return (CondRefOf (NOPE)) }
  Method (T01D) { If (CondRefOf (INT0, Local0)) { Return (DerefOf (Local0)) } Return ("none") }
  Method (T01E) { If (CondRefOf (\DEV0.VAL0, Local0)) { Return (DerefOf (Local0)) } Return ("none") }
  Method (T01F) { Local0 = "INT0" Return (DerefOf (Local0)) }
  Method (T020) { Local0 = "\\DEV0.VAL0" Return (DerefOf (Local0)) }
  Method (T021) { Local0 = "DEV0.NONE" Return (DerefOf (Local0)) }
  Method (T022) { Local0 = 5 Return (DerefOf (Local0)) }
  Method (T023) { Return (ALI0) }
  Method (T024) { ALI0 = 3 Local0 = INT0 INT0 = 0x11 Return (Local0) }
  Method (T025) { Return (\DEV0.GET ()) }
  Method (T026) { FLD0 = 0x5A Local0 = RefOf (FLD0) Return (DerefOf (Local0)) }
  Method (T027) { Local0 = RefOf (FLD0) DerefOf (Local0) = 0x66 Return (FLD0) }
  Method (T028) { SETA (RefOf (FLD0)) Return (FLD0) }
  Method (T029) { BFL0 = 0x44 Local0 = BUF0 BFL0 = 1 Return (Local0) }
  Method (ADD1, 1) { Return (DerefOf (Arg0) + 1) }
  Method (T02A) { Local0 = 41 Return (ADD1 (RefOf (Local0))) }
  Method (T02B) { Local0 = RefOf (INT0) Return (Local0 + 1) }
  Method (DRCT, 1) { Return (Arg0 + 1) }
  Method (T02C) { Return (DRCT (RefOf (INT0))) }
  Method (T02D) { Local0 = RefOf (INT0) Local1 = Local0 Return (DerefOf (Local1)) }
  Method (T02E) { Local0 = 3 Local1 = RefOf (Local0) Local0 = 4 Return (DerefOf (Local1)) }
  Method (T02F) { Local0 = Buffer () {1, 2, 3} Local1 = Local0 [1] DerefOf (Local1) = 0x99 Return (Local0) }
  Method (T030) { Local0 = Buffer () {1, 2, 3} Local1 = Local0 [2] Return (DerefOf (Local1)) }
  Method (T031) { Local0 = Buffer () {1, 2, 3} Return (ObjectType (Local0 [1])) }
  Method (T032) { Return (SizeOf (INT0)) }
  Method (T033) { Local0 = RefOf (BUF0) Return (SizeOf (Local0)) }
  Method (T034) { Return (ObjectType (T000)) }
  Method (T035) { CopyObject (INT0, Local0) Local0++ Return (INT0) }
  Method (T036, 7) { Return (Arg0 + Arg1 + Arg2 + Arg3 + Arg4 + Arg5 + Arg6) }
  Method (T037) { Return (T036 (1, 2, 3, 4, 5, 6, 7)) }
  Method (RECU, 1) { If (Arg0 == 0) { Return (0) } Return (Arg0 + RECU (Arg0 - 1)) }
  Method (T038) { Return (RECU (20)) }
  Method (T039) { DEV0 = 5 Return (1) }
  Method (T03A) { Local0 = Buffer () {1} Return (DerefOf (Local0)) }
  Method (T03B) { Local0 = Package () {1} Return (DerefOf (Local0)) }
  Method (T03D) { Local0 = RefOf (INT0) Local1 = RefOf (Local0) Return (DerefOf (DerefOf (Local1))) }
  Method (T03E) { MTH0 = 5 Return (MTH0) }
  Method (T03F) { MTX0 = 5 Return (1) }
  Method (T040) { Local0 = DEV0 Return (1) }
  Method (T041) { Return (DEV0) }
  Method (T042) { Local0 = MTH0 Return (Local0) }
  Method (PASS, 1) { Return (ObjectType (Arg0)) }
  Method (T043) { Return (PASS (DEV0)) }
  Method (T044) { Return (PASS (PKG0)) }
  Method (T045) { Return (PASS (RefOf (STR0))) }
  Method (T046) { Return (PASS (PKG0 [0])) }
  Method (IDXS, 1) { Arg0 = 0x66 Return (0) }
  Method (T047) { Local0 = Package () {1, 2} IDXS (Local0 [0]) Return (Local0) }
  Method (DIDX, 1) { Return (DerefOf (Arg0)) }
  Method (T048) { Local0 = Package () {1, 2} Return (DIDX (Local0 [1])) }
  Method (T049) { Local0 = Package () {1, 2} Return (Local0 [1]) }
  Method (INCR, 1) { Arg0++ Return (Arg0) }
  Method (T04A) { Return (INCR (INT0)) }
  Method (T04B) { INCR (INT0) Return (INT0) }
  Method (T04C) { Return (NOPE) }
  Method (T04D) { NOPE = 5 Return (1) }
  Method (T04E) { Return (SizeOf (DEV0)) }
  Method (T04F) { Local0 = "abc" Local0++ Return (Local0) }
  Method (T050) { STR0++ Local0 = STR0 CopyObject ("str", STR0) Return (Local0) }
  Method (SETP, 1) { Arg0 = Package () {7} }
  Method (T051) { SETP (RefOf (PKG0)) Local0 = PKG0 CopyObject (Package () {1, 2}, PKG0) Return (Local0) }
}
