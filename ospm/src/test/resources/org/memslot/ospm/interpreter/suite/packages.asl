DefinitionBlock ("", "DSDT", 2, "MEMSLT", "PACKAGES", 1)
{
  Name (INT0, 0x11)
  Name (STR0, "str")
  Name (PKG0, Package () { 1, "two", Buffer () {3}, Package () { 4, 5 }, INT0, STR0, DEV0, MTH0, LATE })
  Name (PKG1, Package (4) { 7, 8 })
  Name (PKG2, Package () { 10, 20, 30, 40, 20, "20", Buffer () {20} })
  Name (LATE, 0x99)
  Device (DEV0) {}
  Method (MTH0) { Return (3) }
  Method (T000) { Return (PKG0) }
  Method (T001) { Return (PKG1) }
  Method (T002) { Return (DerefOf (PKG0 [1])) }
  Method (T003) { Return (DerefOf (DerefOf (PKG0 [3]) [1])) }
  Method (T004) { Return (DerefOf (PKG1 [3])) }
  Method (T005) { Return (DerefOf (PKG1 [4])) }
  Method (T006) { Return (SizeOf (PKG0)) }
  Method (T007) { Return (SizeOf (DerefOf (PKG0 [3]))) }
  Method (T008) { Local0 = PKG1 Local0 [0] = "changed" Return (PKG1) }
  Method (T009) { Local0 = PKG1 Local0 [0] = "changed" Return (Local0) }
  Method (T00A) { PKG1 [2] = PKG1 Local0 = DerefOf (PKG1 [2]) Return (Local0) }
  Method (T00B) { Return (Match (PKG2, MEQ, 20, MTR, 0, 0)) }
  Method (T00C) { Return (Match (PKG2, MEQ, 20, MTR, 0, 2)) }
  Method (T00D) { Return (Match (PKG2, MGT, 10, MLT, 40, 2)) }
  Method (T00E) { Return (Match (PKG2, MGE, 41, MTR, 0, 0)) }
  Method (T00F) { Return (Match (PKG2, MEQ, "20", MTR, 0, 0)) }
  Method (T010) { Return (Match (PKG2, MEQ, 99, MTR, 0, 0)) }
  Method (T011) { Return (Match (PKG2, MEQ, 20, MTR, 0, 9)) }
  Method (T012) { Return (Match (PKG2, MLE, 10, MTR, 0, 0)) }
  Method (T013) { Local0 = 3 Local1 = Package (Local0) { 1, 2 } Return (Local1) }
  Method (T014) { Local0 = Package (2) { 1, 2 } Local1 = Local0 [1] Local1 = 5 Return (Local0) }
  Method (T015) { Local0 = Package (2) { 1, 2 } Local1 = Local0 [1] Return (DerefOf (Local1)) }
  Method (T017) { Local0 = Package (2) { 1, 2 } Local1 = Local0 [1] Return (ObjectType (Local1)) }
  Method (T018) { Return (ObjectType (PKG0 [6])) }
  Method (T019) { Return (ObjectType (PKG0 [1])) }
  Method (T01A) { Return (ObjectType (PKG1 [3])) }
  Method (T01B) { Return (ObjectType (DerefOf (PKG0 [3]))) }
  Method (T01C) { INT0 = 0x22 Local0 = DerefOf (PKG0 [4]) INT0 = 0x11 Return (Local0) }
  Method (T01D) { Local0 = Package () { INT0, STR0 } Return (Local0) }
  Method (T01E) { Local0 = Package () { Package () { Package () { 1 } } } Return (DerefOf (DerefOf (DerefOf (Local0 [0]) [0]) [0])) }
  Method (T01F) { Local0 = PKG0 Local0 = 5 Return (Local0) }
  Method (T020) { Index (PKG1, 1, Local0) Return (DerefOf (Local0)) }
  Method (T021, 1) { Arg0 [0] = 0xEE Return (Arg0) }
  Method (T022) { Local0 = Package () { 1, 2 } T021 (Local0) Return (Local0) }
  Method (T023) { Return (PKG0 [0] + 4) }
  Method (T024) { Local0 = Package () {} Return (SizeOf (Local0)) }
  Method (T025) { Local0 = Package () { 1 } Local0 [0] = Local0 Local0 [0] = Local0 Return (Local0) }
  Method (T026) { PKG1 = 5 Return (PKG1) }
  Method (T027) { PKG1 = Package () { 1 } Local0 = PKG1 Return (Local0) }
  Method (T028) { Local0 = Package () { 1, 2, 3 } Local1 = 0 Local2 = 0 While (Local1 < SizeOf (Local0)) { Local2 += DerefOf (Local0 [Local1]) Local1++ } Return (Local2) }
}
