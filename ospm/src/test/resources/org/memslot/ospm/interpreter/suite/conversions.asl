DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONVERT", 1)
{
  Method (T000) { Local0 = 0x1234 Return (ToHexString (Local0)) }
  Method (T001) { Local0 = 1234 Return (ToDecimalString (Local0)) }
  Method (T002) { Local0 = Buffer () {1, 0xAB, 200} Return (ToHexString (Local0)) }
  Method (T003) { Local0 = Buffer () {1, 0xAB, 200} Return (ToDecimalString (Local0)) }
  Method (T004) { Local0 = "xyz" Return (ToHexString (Local0)) }
  Method (T005) { Local0 = "xyz" Return (ToDecimalString (Local0)) }
  Method (T006) { Local0 = "1234" Return (ToInteger (Local0)) }
  Method (T007) { Local0 = "0x1234" Return (ToInteger (Local0)) }
  Method (T008) { Local0 = "  99 bottles" Return (ToInteger (Local0)) }
  Method (T009) { Local0 = "18446744073709551616" Return (ToInteger (Local0)) }
  Method (T00A) { Local0 = "0x12345678901234567" Return (ToInteger (Local0)) }
  Method (T00B) { Local0 = Buffer () {1,2,3,4,5,6,7,8,9} Return (ToInteger (Local0)) }
  Method (T00C) { Local0 = Buffer () {1,2,3} Return (ToInteger (Local0)) }
  Method (T00D) { Local0 = "" Return (ToInteger (Local0)) }
  Method (T00E) { Local0 = "abc" Return (ToInteger (Local0)) }
  Method (T00F) { Local0 = 0x1122 Return (ToBuffer (Local0)) }
  Method (T010) { Local0 = "abc" Return (ToBuffer (Local0)) }
  Method (T011) { Local0 = "" Return (ToBuffer (Local0)) }
  Method (T012) { Local0 = Buffer () {0x41, 0x42, 0, 0x43} Return (ToString (Local0)) }
  Method (T013) { Local0 = Buffer () {0x41, 0x42, 0x43} Return (ToString (Local0, 2)) }
  Method (T014) { Local0 = Buffer () {0x41, 0x42, 0x43} Return (ToString (Local0, 20)) }
  Method (T015) { Local0 = "abc" Return (Local0 + 1) }
  Method (T016) { Local0 = "0xAB" Return (Local0 + 1) }
  Method (T017) { Local0 = "12345678901234567890" Return (Local0 + 0) }
  Method (T018) { Local0 = "G" Return (Local0 + 1) }
  Method (T019) { Local0 = " 1F" Return (Local0 + 1) }
  Method (T01A) { Local0 = "0000000000000000000001F" Return (Local0 + 1) }
  Name (INT0, 5)
  Name (STR0, "hello")
  Name (BUF0, Buffer (4) {1, 2, 3, 4})
  Name (BUFE, Buffer (0) {})
  Method (T020) { INT0 = "12" Return (INT0) }
  Method (T021) { INT0 = Buffer () {1, 2} Return (INT0) }
  Method (T022) { STR0 = 0x12AB Return (STR0) }
  Method (T023) { STR0 = Buffer () {1, 0xFF} Return (STR0) }
  Method (T024) { BUF0 = 0x1122334455667788 Return (BUF0) }
  Method (T025) { BUF0 = "ab" Return (BUF0) }
  Method (T026) { BUF0 = "abcdefgh" Return (BUF0) }
  Method (T027) { BUF0 = Buffer () {9} Return (BUF0) }
  Method (T028) { BUF0 = Buffer () {9, 8, 7, 6, 5, 4} Return (BUF0) }
  Method (T02A) { CopyObject ("str", INT0) Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T02B) { CopyObject (Buffer () {1}, STR0) Local0 = STR0 CopyObject ("hello", STR0) Return (Local0) }
  Method (T02C) { ToHexString (0x12, INT0) Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T02D) { Local0 = "abc" Return ("abc" == Local0) }
  Method (T02E) { Local0 = "abd" Return ("abc" < Local0) }
  Method (T02F) { Local0 = "ab" Return ("abc" > Local0) }
  Method (T030) { Local0 = 0xAB Return ("00000000000000AB" == Local0) }
  Method (T031) { Local0 = "AB" Return (0xAB == Local0) }
  Method (T032) { Local0 = Buffer () {1, 2} Local1 = Buffer () {1, 2} Return (Local0 == Local1) }
  Method (T033) { Local0 = Buffer () {1, 2} Local1 = Buffer () {1, 3} Return (Local0 < Local1) }
  Method (T034) { Local0 = Buffer () {1, 2} Local1 = Buffer () {1, 2, 0} Return (Local0 == Local1) }
  Method (T035) { Local0 = Buffer () {0x61, 0} Return (Local0 == "a") }
  Method (T036) { Local0 = Buffer () {0xFF} Local1 = Buffer () {0x01, 0x02} Return (Local0 > Local1) }
  Method (T037) { Local0 = "12" Local1 = "3" Return (Local0 * Local1) }
  Method (T038) { Local0 = "0" Return (!Local0) }
  Method (T039) { Local0 = "0" If (Local0) { Return ("yes") } Return ("no") }
  Method (T03A) { Local0 = Buffer () {0} If (Local0) { Return ("yes") } Return ("no") }
  Method (T03B) { Local0 = Package () {1} Return (ToInteger (Local0)) }
  Method (T03C) { Local0 = BUFE Return (ToInteger (Local0)) }
  Method (T03D) { Local0 = BUFE Return (Local0 + 1) }
  Method (T03E) { Local0 = BUFE Return (ToHexString (Local0)) }
  Method (T03F) { Local0 = BUFE Return (ToString (Local0)) }
  Method (T040) { Local0 = 0 Return (ToHexString (Local0)) }
  Method (T041) { Local0 = 0 Return (ToDecimalString (Local0)) }
  Method (T042) { Local0 = 0xFFFFFFFFFFFFFFFF Return (ToDecimalString (Local0)) }
  Method (T043) { Local0 = "-5" Return (ToInteger (Local0)) }
  Method (T044) { Local0 = "0x" Return (ToInteger (Local0)) }
  Method (T045) { Local0 = "0xZZ" Return (ToInteger (Local0)) }
  Method (T046) { Local0 = "007" Return (ToInteger (Local0)) }
  Name (OPK0, Package (3) {1, 2, 3})
  Method (T050) { Local0 = 3 Local1 = "4" Local2 = Buffer () {5} Return (Local0 + Local1 + Local2) }
  Method (T051) { Local0 = Buffer () {0x10, 0x20} Return (Concatenate ("<", Local0)) }
  Method (T052) { INT0 = "not hex" Local0 = INT0 INT0 = 5 Return (Local0) }
  Method (T053) { STR0 = "" Local0 = STR0 STR0 = "hello" Return (Local0) }
  Method (T054) { INT0 = Package () {1} Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T055) { Local0 = 5 Local0 = "abc" Return (Local0) }
  Method (T056) { BUFE = "abc" Local0 = BUFE CopyObject (Buffer (0) {}, BUFE) Return (Local0) }
  Method (T057) { ToInteger ("77", STR0) Local0 = STR0 CopyObject ("hello", STR0) Return (Local0) }
  Method (T058) { ToBuffer ("xy", INT0) Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T059) { Add (1, 2, STR0) Local0 = STR0 CopyObject ("hello", STR0) Return (Local0) }
  Method (T05A) { Mid ("abcdef", 1, 2, INT0) Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T05B) { Concatenate ("1", "2", INT0) Local0 = INT0 CopyObject (5, INT0) Return (Local0) }
  Method (T05C) { Local0 = "12" Local1 = 0x12 Return (Local0 == Local1) }
  Method (T05D) { Local0 = "0000000000000012" Local1 = 0x12 Return (Local0 == Local1) }
  Method (T05E) { Local0 = 1 Local1 = Package () {1} Return (Local0 == Local1) }
  Method (T05F) { Local0 = "a" Local1 = Buffer () {0x61} Return (Local0 == Local1) }
  Method (T060) { Local0 = Buffer () {1} Return (Local0 && 1) }
  Method (T061) { ToBCD (99, STR0) Local0 = STR0 CopyObject ("hello", STR0) Return (Local0) }
}
