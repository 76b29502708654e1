DefinitionBlock ("", "DSDT", 2, "MEMSLT", "FIELDS", 1)
{
  OperationRegion (REG0, SystemMemory, 0x10000, 0x100)
  Field (REG0, ByteAcc, NoLock, Preserve) { BY00, 8, BY01, 8, BY02, 8, BY03, 8, Offset (0x10), BI00, 1, BI01, 3, BI02, 9, BI03, 19, Offset (0x20), QW00, 64, BIG0, 96, ODD0, 13 }
  Field (REG0, WordAcc, NoLock, Preserve) { WD00, 16, WD01, 5, WD02, 20 }
  Field (REG0, DWordAcc, NoLock, Preserve) { DW00, 32, DW01, 32, DW02, 7, DW03, 40 }
  Field (REG0, QWordAcc, NoLock, Preserve) { Q000, 64, Q001, 12, Q002, 70 }
  Field (REG0, ByteAcc, NoLock, WriteAsOnes) { Offset (0x40), WO00, 4, WO01, 4, WO02, 12 }
  Field (REG0, ByteAcc, NoLock, WriteAsZeros) { Offset (0x48), WZ00, 4, WZ01, 4, WZ02, 12 }
  Field (REG0, ByteAcc, NoLock, Preserve) { Offset (0x40), RW40, 32, Offset (0x48), RW48, 32, Offset (0x60), R060, 64, R068, 64 }
  Field (REG0, DWordAcc, NoLock, WriteAsOnes) { Offset (0x60), D060, 3, D061, 35 }
  Field (REG0, AnyAcc, NoLock, Preserve) { Offset (0x70), AN00, 3, AN01, 32, AN02, 61 }
  OperationRegion (IOR0, SystemIO, 0x400, 0x10)
  Field (IOR0, ByteAcc, NoLock, Preserve) { IDX0, 8, DAT0, 8 }
  IndexField (IDX0, DAT0, ByteAcc, NoLock, Preserve) { Offset (4), IX00, 8 }
  OperationRegion (IOR1, SystemIO, 0x500, 0x10)
  Field (IOR1, ByteAcc, NoLock, Preserve) { IO00, 8, IO01, 16, Offset (8), BNK0, 8 }
  BankField (IOR1, BNK0, 3, ByteAcc, NoLock, Preserve) { Offset (12), BF00, 8, BF01, 12 }
  OperationRegion (SML0, SystemMemory, 0x20000, 0x03)
  Field (SML0, ByteAcc, NoLock, Preserve) { S000, 24 }
  Field (SML0, DWordAcc, NoLock, Preserve) { S001, 8 }
  Field (SML0, ByteAcc, NoLock, Preserve) { Offset (3), S002, 8 }
  Name (BUF0, Buffer (16) {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  CreateBitField (BUF0, 9, BB00)
  CreateByteField (BUF0, 2, BB01)
  CreateWordField (BUF0, 3, BB02)
  CreateDWordField (BUF0, 5, BB03)
  CreateQWordField (BUF0, 7, BB04)
  CreateField (BUF0, 3, 11, BB05)
  CreateField (BUF0, 20, 70, BB06)
  Method (T000) { BY00 = 0x11 BY01 = 0x22 BY02 = 0x33 BY03 = 0x44 Return (DW00) }
  Method (T001) { DW00 = 0xA1B2C3D4 Return (BY02) }
  Method (T002) { DW00 = 0xA1B2C3D4 Return (WD00) }
  Method (T003) { DW01 = 0xFFFFFFFF BI00 = 0 BI01 = 5 BI02 = 0x155 BI03 = 0x71234 Return (BI02) }
  Method (T004) { Return (BI03) }
  Method (T005) { BI02 = 0 Return (BI03) }
  Method (T006) { Return (BI01) }
  Method (T007) { QW00 = 0x1122334455667788 Return (QW00) }
  Method (T008) { BIG0 = Buffer () {1,2,3,4,5,6,7,8,9,10,11,12} Return (BIG0) }
  Method (T009) { BIG0 = Buffer () {1,2,3} Return (BIG0) }
  Method (T00A) { BIG0 = 0x1122334455667788 Return (BIG0) }
  Method (T00B) { BIG0 = "hello" Return (BIG0) }
  Method (T00C) { ODD0 = 0xFFFF Return (ODD0) }
  Method (T00D) { WD00 = 0x1234 WD01 = 0x15 WD02 = 0xABCDE Return (WD02) }
  Method (T00E) { Return (WD01) }
  Method (T00F) { Return (DW00) }
  Method (T010) { DW02 = 0x55 DW03 = 0xFEDCBA9876 Return (DW03) }
  Method (T011) { Return (DW02) }
  Method (T012) { Q000 = 0x0123456789ABCDEF Q001 = 0xABC Q002 = Buffer () {9,8,7,6,5,4,3,2,0x3F} Return (Q002) }
  Method (T013) { Return (Q001) }
  Method (T014) { Return (Q000) }
  Method (T015) { RW40 = 0 WO00 = 3 Return (RW40) }
  Method (T016) { RW40 = 0 WO02 = 0x123 Return (RW40) }
  Method (T017) { RW48 = 0xFFFFFFFF WZ00 = 3 Return (RW48) }
  Method (T018) { RW48 = 0xFFFFFFFF WZ02 = 0x123 Return (RW48) }
  Method (T019) { R060 = 0 D060 = 2 Return (R060) }
  Method (T01A) { R060 = 0 D061 = 0x412345678 Return (R060) }
  Method (T01B) { AN00 = 5 AN01 = 0x89ABCDEF AN02 = 0x123456789ABCDEF Return (AN01) }
  Method (T01C) { Return (AN02) }
  Method (T01D) { Return (AN00) }
  Method (T01E) { IX00 = 0x5A Return (IDX0) }
  Method (T01F) { IX00 = 0x5A Return (DAT0) }
  Method (T020) { BF00 = 0x12 Return (BNK0) }
  Method (T021) { BF00 = 0x12 BF01 = 0x345 Return (BF00) }
  Method (T022) { Return (BF01) }
  Method (T023) { IO01 = 0xBEEF Return (IO01) }
  Method (T024) { S000 = 0x123456 Return (S000) }
  Method (T025) { Return (S001) }
  Method (T026) { Return (S002) }
  Method (T027) { Return (BB00) }
  Method (T028) { Return (BB01) }
  Method (T029) { Return (BB02) }
  Method (T02A) { Return (BB03) }
  Method (T02B) { Return (BB04) }
  Method (T02C) { Return (BB05) }
  Method (T02D) { Return (BB06) }
  Method (T02E) { BB00 = 1 BB01 = 0xEE BB02 = 0x1234 Return (BUF0) }
  Method (T02F) { BB05 = Ones Return (BUF0) }
  Method (T030) { BB06 = Buffer () {0xAA, 0x55, 0xAA} Return (BUF0) }
  Method (T031) { BB04 = "abc" Return (BUF0) }
  Method (T032) { Local0 = Buffer (4) {1, 2, 3, 4} CreateDWordField (Local0, 0, LDW0) LDW0++ Return (Local0) }
  Method (T033) { Local0 = Buffer (4) {1, 2, 3, 4} CreateDWordField (Local0, 1, LDW1) Return (LDW1) }
  Method (T034) { Local0 = Buffer (4) {1, 2, 3, 4} CreateField (Local0, 30, 4, LDW2) Return (LDW2) }
  Method (T035) { BUF0 = Buffer () {1, 2, 3} Return (BB04) }
  Method (T036) { DW00 = 5 DW00 += 10 DW00++ Return (DW00) }
  Method (T037) { BY00 = "A" Return (BY00) }
  Method (T038) { BY00 = Buffer () {0x12, 0x34} Return (BY00) }
  Method (T039) { BY00 = 0x1FF Return (BY00) }
  Method (T03A) { OperationRegion (LCL0, SystemMemory, 0x10000, 4) Field (LCL0, DWordAcc, NoLock, Preserve) { LF00, 32 } LF00 = 0x13579BDF Return (DW00) }
  Method (T03B) { Local0 = 0x10004 OperationRegion (LCL1, SystemMemory, Local0, 4) Field (LCL1, DWordAcc, NoLock, Preserve) { LF01, 32 } LF01 = 0xCAFEF00D Return (DW01) }
  Method (T03D) { Concatenate (BY00, BY01, Local0) Return (Local0) }
  Method (T03E) { Return (Concatenate ("v=", DW00)) }
}
