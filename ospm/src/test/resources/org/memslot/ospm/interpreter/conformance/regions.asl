DefinitionBlock ("", "DSDT", 2, "MEMSLT", "REGIONS", 1)
{
    Device (I2C0) {}
    Device (SEN0)
    {
        OperationRegion (GSB0, GenericSerialBus, 0, 0x100)
        Field (GSB0, BufferAcc, NoLock, Preserve)
        {
            Connection (I2cSerialBus (0x48, ControllerInitiated, 400000, AddressingMode7Bit, "\\I2C0", 0)),
            Offset (3), AccessAs (BufferAcc, AttribWord), TMP0, 8,
            AccessAs (BufferAcc, AttribBytes (4)), RAW0, 8
        }
        Field (GSB0, BufferAcc, NoLock, Preserve) { BAD0, 8 }
        Method (RDW0) { Return (TMP0) }
        Method (RDB0) { Return (RAW0) }
        Method (WRW0) { Return (TMP0 = Buffer (4) { 0, 2, 0x12, 0x34 }) }
        Method (WRI0) { TMP0 = 5 }
        Method (KEEP) { Local0 = Buffer (4) { 0, 2, 0x12, 0x34 } TMP0 = Local0 Return (Local0) }
        Method (PUT1, 1) { Return (Arg0 = Buffer (4) { 0, 2, 0x12, 0x34 }) }
        Method (WREF) { Return (PUT1 (RefOf (TMP0))) }
        Method (WRCC) { Return (Concatenate (Buffer (2) { 0, 2 }, Buffer (2) { 0x12, 0x34 }, TMP0)) }
        Method (BADP) { Return (BAD0) }
    }
    Device (PIN0)
    {
        OperationRegion (GPR0, GeneralPurposeIo, 0, 4)
        Field (GPR0, ByteAcc, NoLock, Preserve)
        {
            Connection (GpioIo (Exclusive, PullUp, 0, 0, IoRestrictionNone, "\\I2C0", 0) {7, 8, 9}),
            , 1, PIN1, 1,
            Connection (GpioIo (Exclusive, PullUp, 0, 0, IoRestrictionNone, "\\I2C0", 0) {10, 11}),
            PIN2, 2
        }
        Method (RDP1) { Return (PIN1) }
        Method (WRP2) { PIN2 = 3 }
    }
    Device (BMC0)
    {
        OperationRegion (IPM0, IPMI, 0x3000, 0x100)
        Field (IPM0, BufferAcc, Lock, Preserve) { AccessAs (BufferAcc, AttribWord), Offset (0x58), SCMD, 8 }
        Method (WIPM) { Local0 = Buffer (66) { 1, 2 } Local0 = (SCMD = Local0) Return (Local0) }
    }
    Device (PCC0)
    {
        OperationRegion (SUB0, PCC, 3, 0x18)
        Field (SUB0, DWordAcc, NoLock, Preserve) { SIGN, 32, FLAG, 32, LEN0, 32, CMD0, 32, DAT0, 32 }
        Method (WPCC) { DAT0 = 5 CMD0 = 0x11 Return (DAT0) }
    }
    Device (DYN0)
    {
        Name (CNT0, 0)
        Method (TMPR, 0, Serialized)
        {
            Method (_REG, 2) { CNT0 = CNT0 << 8 | Arg0 << 4 | Arg1 }
            OperationRegion (ECR0, EmbeddedControl, 0, 8)
            Field (ECR0, ByteAcc, NoLock, Preserve) { EC00, 8 }
            Return (CNT0)
        }
    }
}
