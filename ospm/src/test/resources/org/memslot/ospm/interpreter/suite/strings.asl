DefinitionBlock ("", "DSDT", 2, "MEMSLT", "STRINGS", 1)
{
  Name (STR0, "hello")
  Name (BUF0, Buffer (4) {1, 2, 3, 4})
  Device (DEV0) { Name (_HID, "MEM0000") }
  Mutex (MTX0, 0)
  Event (EVT0)
  OperationRegion (REG0, SystemMemory, 0x1000, 0x10)
  ThermalZone (TZN0) {}
  Method (MTH0) { Return (1) }
  Method (T000) { Local0 = "abc" Return (Concatenate (Local0, "def")) }
  Method (T001) { Local0 = "abc" Return (Concatenate (Local0, 0x12)) }
  Method (T002) { Local0 = "abc" Return (Concatenate (Local0, Buffer () {1, 2})) }
  Method (T003) { Local0 = 1 Return (Concatenate (Local0, 2)) }
  Method (T004) { Local0 = 1 Return (Concatenate (Local0, "2")) }
  Method (T005) { Local0 = 1 Return (Concatenate (Local0, Buffer () {3, 4})) }
  Method (T006) { Local0 = Buffer () {1} Return (Concatenate (Local0, Buffer () {3, 4})) }
  Method (T007) { Local0 = Buffer () {1} Return (Concatenate (Local0, "ab")) }
  Method (T008) { Local0 = Buffer () {1} Return (Concatenate (Local0, 0x1122)) }
  Method (T009) { Return (Concatenate (DEV0, "x")) }
  Method (T00A) { Return (Concatenate ("x", MTX0)) }
  Method (T00B) { Return (Concatenate ("x", EVT0)) }
  Method (T00C) { Return (Concatenate ("x", REG0)) }
  Method (T00D) { Return (Concatenate ("x", TZN0)) }
  Method (T00E) { Local0 = Package () {1} Return (Concatenate ("x", Local0)) }
  Method (T00F) { Local0 = "hello" Return (Mid (Local0, 1, 3)) }
  Method (T010) { Local0 = "hello" Return (Mid (Local0, 1, 300)) }
  Method (T011) { Local0 = "hello" Return (Mid (Local0, 5, 3)) }
  Method (T012) { Local0 = "hello" Return (Mid (Local0, 50, 3)) }
  Method (T013) { Local0 = Buffer () {1, 2, 3, 4} Return (Mid (Local0, 1, 2)) }
  Method (T014) { Local0 = Buffer () {1, 2, 3, 4} Return (Mid (Local0, 3, 20)) }
  Method (T015) { Local0 = Buffer () {1, 2, 3, 4} Return (Mid (Local0, 4, 1)) }
  Method (T016) { Local0 = 0x1234 Return (Mid (Local0, 12, 4)) }
  Method (T017) { Return (SizeOf (STR0)) }
  Method (T018) { Return (SizeOf (BUF0)) }
  Method (T019) { Local0 = Package (5) {1} Return (SizeOf (Local0)) }
  Method (T01A) { Local0 = "abc" Local0 [1] = 0x58 Return (Local0) }
  Method (T01B) { Local0 = "abc" Return (DerefOf (Local0 [1])) }
  Method (T01C) { Local0 = "abc" Return (DerefOf (Local0 [3])) }
  Method (T01D) { Local0 = Buffer () {1, 2, 3} Local0 [1] = 0x1FF Return (Local0) }
  Method (T01E) { Local0 = Buffer () {1, 2, 3} Local0 [1] = "Q" Return (Local0) }
  Method (T01F) { Local0 = Buffer () {1, 2, 3} Local0 [1] = Buffer () {0xEE, 0xDD} Return (Local0) }
  Method (T020) { Local0 = Buffer () {1, 2, 3} Return (DerefOf (Local0 [3])) }
  Method (T021) { Local0 = "abc" Local1 = Local0 Local1 [0] = 0x5A Return (Local0) }
  Method (T022) { Local0 = Concatenate ("a", "b") Local0 = Concatenate (Local0, Local0) Local0 = Concatenate (Local0, Local0) Return (Local0) }
  Method (T023) { Local0 = ResourceTemplate () { IO (Decode16, 0x70, 0x70, 1, 2) } Local1 = ResourceTemplate () { IRQNoFlags () {8} } Return (ConcatenateResTemplate (Local0, Local1)) }
  Method (T024) { Local0 = ResourceTemplate () { Memory32Fixed (ReadWrite, 0x1000, 0x10) } Local1 = ResourceTemplate () { QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite, 0, 0x100000000, 0x11FFFFFFF, 0, 0x20000000) } Return (ConcatenateResTemplate (Local0, Local1)) }
  Method (T025) { Local0 = Buffer () {1, 2, 3} Local1 = ResourceTemplate () {} Return (ConcatenateResTemplate (Local0, Local1)) }
  Method (T026) { Local0 = ToUUID ("33DB4D5B-1FF7-401C-9657-7441C03DD766") Return (Local0) }
  Method (T027) { Return (EisaId ("PNP0C80")) }
  Method (T028) { Return (Unicode ("Hi")) }
  Method (T029) { Local0 = "a\tb\\c\"d" Return (Local0) }
  Method (T02A) { Local0 = Buffer (8) {1, 2} Return (Local0) }
  Method (T02B) { Local1 = 6 Local0 = Buffer (Local1) {1, 2} Return (Local0) }
  Method (T02C) { STR0 = "longer than before" Local0 = STR0 STR0 = "hello" Return (Local0) }
  Method (T02D) { Local0 = "" Return (Concatenate (Local0, "")) }
  Method (T02E) { Local0 = "x" Concatenate (Local0, "y", Local1) Return (Local1) }
  Method (T02F) { Concatenate ("new", "er", STR0) Local0 = STR0 STR0 = "hello" Return (Local0) }
}
