DefinitionBlock ("", "DSDT", 2, "MEMSLT", "BEHAVE", 1)
{
  External (LNEW, IntObj)
  OperationRegion (DWRD, SystemIO, 0x100, 0x10)
  Field (DWRD, DWordAcc, NoLock, Preserve) { DW00, 32, DW01, 8, DW02, 24 }
  Field (DWRD, DWordAcc, NoLock, WriteAsOnes) { Offset (8), WO00, 8 }
  Field (DWRD, WordAcc, NoLock, WriteAsZeros) { Offset (12), WZ00, 4 }
  OperationRegion (IREG, SystemIO, 0x200, 2)
  Field (IREG, ByteAcc, NoLock, Preserve) { INDX, 8, DATA, 8 }
  IndexField (INDX, DATA, ByteAcc, NoLock, Preserve) { Offset (5), IX05, 8, IX06, 16 }
  OperationRegion (BREG, SystemIO, 0x300, 0x10)
  Field (BREG, ByteAcc, NoLock, Preserve) { BNKS, 8 }
  BankField (BREG, BNKS, 7, ByteAcc, NoLock, Preserve) { Offset (4), BF00, 8 }
  OperationRegion (SMBR, SMBus, 0x4200, 0x100)
  Field (SMBR, BufferAcc, NoLock, Preserve) { AccessAs (BufferAcc, AttribByte), SMB0, 8 }
  Device (PCI0) {
    Name (_ADR, Zero)
    Name (_BBN, 3)
    Device (ISA) {
      Name (_ADR, 0x001F0002)
      OperationRegion (CFG0, PCI_Config, 0x60, 4)
      Field (CFG0, ByteAcc, NoLock, Preserve) { PIR0, 8, PIR1, 8 }
      Name (REGS, Zero)
      Method (_REG, 2) { REGS = (Arg0 << 8) | Arg1 }
    }
  }
  Device (DEV0) {}
  ThermalZone (TZ00) {}
  Name (INT0, 0)
  Method (DW4) { DW00 = 0x11223344 Return (Zero) }
  Method (DW1) { DW01 = 0x55 Return (Zero) }
  Method (WO1) { WO00 = 0x66 Return (Zero) }
  Method (WZ1) { WZ00 = 0x7 Return (Zero) }
  Method (IXW) { IX05 = 0x12 Return (Zero) }
  Method (IXR) { Return (IX06) }
  Method (BFW) { BF00 = 0x34 Return (Zero) }
  Method (SMBW) { Local0 = Buffer (4) {1, 2, 3, 4} Return (SMB0 = Local0) }
  Method (SMBQ) { Return (SMB0) }
  Method (NOTF) { Notify (DEV0, 0x81) Notify (TZ00, 0x80) Return (Zero) }
  Method (NOTR, 1) { Notify (Arg0, 5) }
  Method (NOTA) { NOTR (DEV0) NOTR (RefOf (DEV0)) Return (Zero) }
  Method (NOTB) { Notify (INT0, 1) Return (Zero) }
  Method (FATL) { Fatal (2, 0x12345678, 0x99) Return (Zero) }
  Method (DBUG) { Debug = "hello" Debug = 5 Return (Zero) }
  Method (NAP) { Local0 = Timer Sleep (200) Local1 = Timer Return (Local1 - Local0) }
  Method (OSI0) { Return (_OSI ("Windows 2015")) }
  Method (LOD0, 1) { INT0 = 0 Name (TBUF, Buffer (0) {}) CopyObject (Arg0, TBUF) Load (TBUF, Local0) Return (\LNEW + 1) }

  Method (LDTB) { Local0 = LoadTable ("OEM1", "MEMSLT", "LATER", "\\", "\\INT0", 0x42) Return (\LNEW + \INT0) }
  Method (LDNO) { Return (LoadTable ("OEM1", "MEMSLT", "NONE", "\\", "", 0)) }
  DataTableRegion (DTR0, "OEM2", "MEMSLT", "DATA")
  Field (DTR0, ByteAcc, NoLock, Preserve) { Offset (36), DT00, 32 }
}
