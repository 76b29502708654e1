DefinitionBlock ("", "DSDT", 2, "MEMSLT", "INTEGERS", 1)
{
  Name (X, 0x123456789ABCDEF0)
  Method (T000) { Return (X + 0x1111111111111111) }
  Method (T001) { Return (0xFFFFFFFFFFFFFFFF + 2) }
  Method (T002) { Return (3 - 5) }
  Method (T003) { Return (0x100000000 * 0x100000001) }
  Method (T005) { Local0 = 100 Local1 = 7 Divide (Local0, Local1, Local2, Local3) Local4 = Package (2) {} Local4 [0] = Local2 Local4 [1] = Local3 Return (Local4) }
  Method (T006) { Local0 = 0 Return (5 / Local0) }
  Method (T007) { Local0 = 0 Return (5 % Local0) }
  Method (T008) { Local0 = 0xFFFFFFFFFFFFFFFF Return (Local0 / 10) }
  Method (T009) { Local0 = 0xFFFFFFFFFFFFFFFF Return (Local0 % 1000) }
  Method (T00A) { Local0 = 64 Return (1 << Local0) }
  Method (T00B) { Local0 = 63 Return (1 << Local0) }
  Method (T00C) { Local0 = 65 Return (X >> Local0) }
  Method (T00D) { Local0 = 4 Return (X >> Local0) }
  Method (T00E) { Return (X & 0xFFFF) }
  Method (T00F) { Return (X | 0xF) }
  Method (T010) { Return (X ^ Ones) }
  Method (T011) { Return (~X) }
  Method (T012) { Return (NAnd (X, 0xFF)) }
  Method (T013) { Return (NOr (X, 0xFF)) }
  Method (T014) { Return (FindSetLeftBit (X)) }
  Method (T015) { Return (FindSetRightBit (X)) }
  Method (T016) { Local0 = 0 Return (FindSetLeftBit (Local0)) }
  Method (T017) { Local0 = 0 Return (FindSetRightBit (Local0)) }
  Method (T018) { Local0 = 0x12345678 Return (FromBCD (Local0)) }
  Method (T019) { Local0 = 12345678 Return (ToBCD (Local0)) }
  Method (T01A) { Local0 = 0x1A Return (FromBCD (Local0)) }
  Method (T01B) { Local0 = 0xFFFFFFFFFFFFFFFF Return (ToBCD (Local0)) }
  Method (T01C) { Local0 = 5 Local0++ Local0++ Local0-- Return (Local0) }
  Method (T01D) { Local0 = 0 Local0-- Return (Local0) }
  Method (T01E) { Local0 = 5 Return (Local0 == 5) }
  Method (T01F) { Local0 = 5 Return (Local0 != 5) }
  Method (T020) { Local0 = 0xFFFFFFFFFFFFFFFF Return (Local0 > 1) }
  Method (T021) { Local0 = 0xFFFFFFFFFFFFFFFF Return (Local0 < 1) }
  Method (T022) { Local0 = 1 Return (Local0 >= 1) }
  Method (T023) { Local0 = 1 Return (Local0 <= 0) }
  Method (T024) { Local0 = 1 Return (Local0 && 0) }
  Method (T025) { Local0 = 1 Return (Local0 || 0) }
  Method (T026) { Local0 = 1 Return (!Local0) }
  Method (T027) { Return (Zero) }
  Method (T028) { Return (One) }
  Method (T029) { Return (Ones) }
  Method (T02B) { Local0 = 9999999999999999 Return (ToBCD (Local0)) }
  Method (T02C) { Local0 = 10000000000000000 Return (ToBCD (Local0)) }
  Method (T02D) { Local0 = 3 Local1 = (Local0 + 4) * (Local0 - 1) Return (Local1) }
  Method (T02E) { X = 7 Local0 = X X = 0x123456789ABCDEF0 Return (Local0) }
  Method (T02F) { Local0 = 7 Local0 += 3 Local0 *= 2 Local0 -= 1 Local0 /= 3 Local0 <<= 4 Local0 |= 1 Local0 &= 0x71 Local0 ^= 0xFF Local0 %= 100 Local0 >>= 1 Return (Local0) }
  Method (T030) { Local0 = "5" Return (Local0 + 1) }
  Method (T031) { Local0 = "FF" Local0++ Return (Local0) }
  Method (T032) { Local0 = Buffer () {1, 2} Return (Local0 + 1) }
  Method (T033) { Local0 = Buffer () {1,2,3,4,5,6,7,8,9} Return (Local0 + 0) }
  Method (T034) { Local0 = Package () {1} Return (Local0 + 1) }
  Method (T035) { Return (Local0 + 1) }
  Method (T036, 1) { Return (Arg0 + 1) }
  Method (T037) { Return (T036 (6)) }
}
