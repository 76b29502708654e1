DefinitionBlock ("", "SSDT", 2, "MEMSLT", "GRAMMAR", 0x00010203)
{
    External (\_SB.EXTD, DeviceObj)
    External (\EXTM, MethodObj)  // 2 arguments
    External (\EXTI, IntObj)
    Name (INT0, Zero)
    Name (INT1, One)
    Name (INTF, Ones)
    Name (INTA, 0x00)
    Name (INTB, 0x7F)
    Name (INTW, 0x1234)
    Name (INTD, 0x12345678)
    Name (INTQ, 0x123456789ABCDEF0)
    Name (STR0, "")
    Name (STR1, "quote \" backslash \\ tab \x09 end \x7F")
    Name (REV0, Revision)
    Name (BUF0, Buffer (Zero)
    {
    })
    Name (BUF1, Buffer (0x04)
    {
        0x01, 0x02, 0x03, 0x04
    })
    Name (BUF2, Buffer (0x20)
    {
        0x01
    })
    Name (BUF3, Buffer (0x14)
    {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F,
        0x10, 0x11, 0x12, 0x13
    })
    Name (BUF4, Buffer (One)
    {
        0xFF
    })
    Name (UUID, ToUUID ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
    Name (UNI0, Unicode ("Memory slot"))
    Name (PKG0, Package (0x00)
    {
    })
    Name (PKG1, Package (0x06)
    {
        Zero, 0x10,
        "two",
        \INT1,
        Buffer (0x01)
        {
            0x05
        },
        Package (0x01)
        {
            Ones
        }
    })
    Name (PKG2, Package (0x08)
    {
        0x01
    })
    Name (PKG3, Package (0x0123)
    {
        0x01, 0x02
    })
    Name (CRS0, ResourceTemplate ()
    {
        IRQNoFlags ()
        {
            3, 4
        }
        QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite,
            0x0000000000000000, 0x0000000100000000, 0x000000011FFFFFFF, 0x0000000000000000,
            0x0000000020000000, , , , AddressRangeMemory, TypeStatic)
    })
    Name (CRS1, ResourceTemplate ()
    {
        QWordMemory (ResourceConsumer, PosDecode, MinFixed, MaxFixed, Cacheable, ReadWrite,
            0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000,
            0x0000000000000000, , , T000, AddressRangeMemory, TypeStatic)
    })

    Scope (\)
    {
        Name (ROOT, One)
    }

    Scope (\_SB)  // _SB: system bus
    {
        Name (^UPNM, One)

        Device (DEV0)
        {
            Name (_HID, EisaId ("PNP0C80"))  // _HID: hardware id
            Name (_CID, Package (0x02)  // _CID: compatible ids
            {
                EisaId ("PNP0A03"),
                "LNRO0005"
            })
            Name (_UID, "0x00")  // _UID: unique id
            Name (_ADR, 0x001F0003)  // _ADR: address on the parent's bus

            Method (_STA, 0, NotSerialized)  // _STA: status
            {
                Return (0x0F)
            }

            Method (_OST, 3, Serialized)  // _OST: status report of the operating system
            {
                Return (Zero)
            }

            Device (DEV1)
            {
                Name (_ADR, Zero)  // _ADR: address on the parent's bus

                Method (UP2, 0, NotSerialized)
                {
                    Return (^^_UID)
                }

                Method (PATH, 0, NotSerialized)
                {
                    Return (\_SB.DEV0.DEV1._ADR)
                }

                Method (BOTH, 0, NotSerialized)
                {
                    Return (^_ADR)
                }
            }
        }
        Alias (DEV0, ALI0)

        Scope (\_SB.EXTD)
        {
            Name (XTRA, Zero)
        }
    }
    Mutex (MTX0, 0x00)
    Mutex (MTX1, 0x0F)
    Event (EVT0)
    OperationRegion (REG0, SystemMemory, 0xFED00000, 0x0400)
    OperationRegion (REG1, SystemIO, \INTW, Add (INTB, 0x04))
    OperationRegion (REG2, PCI_Config, 0x00, 0x0100)
    OperationRegion (REG3, EmbeddedControl, 0x00, 0xFF)
    OperationRegion (REG4, SMBus, 0x4200, 0x0100)
    OperationRegion (REG5, SystemCMOS, 0x00, 0x40)
    OperationRegion (REG6, PciBarTarget, 0x10, 0x04)
    OperationRegion (REG7, IPMI, 0x3000, 0x0100)
    OperationRegion (REG8, GeneralPurposeIo, 0x00, 0x04)
    OperationRegion (REG9, GenericSerialBus, 0x00, 0x0100)
    OperationRegion (REGA, PCC, 0x02, 0x10)
    OperationRegion (REGF, FFixedHW, 0x00, 0x10)
    OperationRegion (REGX, 0x85, 0x00, 0x10)
    DataTableRegion (DTR0, "FACP", "", "")
    Field (REG0, DWordAcc, NoLock, Preserve)
    {
        FLDA, 4,
        Offset (0x01),
        Offset (0x02),
        FLDB, 8,
            , 3,
        FLDC, 13,
        Offset (0x100),
        AccessAs (WordAcc, 0x01),
        FLDD, 16
    }
    Field (REG1, AnyAcc, Lock, WriteAsOnes)
    {
        IDX0, 8,
        DAT0, 8,
        BNK0, 8
    }
    Field (REG2, QWordAcc, NoLock, WriteAsZeros)
    {
        FLDE, 64
    }
    Field (REG4, BufferAcc, NoLock, Preserve)
    {
        AccessAs (BufferAcc, AttribQuick),
        SMQ0, 8,
        AccessAs (BufferAcc, AttribSendReceive),
        SMS0, 8,
        AccessAs (BufferAcc, AttribByte),
        SMB0, 8,
        AccessAs (BufferAcc, AttribWord),
        SMW0, 8,
        AccessAs (BufferAcc, AttribBlock),
        SML0, 8,
        AccessAs (BufferAcc, AttribProcessCall),
        SMP0, 8,
        AccessAs (BufferAcc, AttribBlockProcessCall),
        SMC0, 8
    }
    Name (I2CC, ResourceTemplate ()
    {
        I2cSerialBusV2 (0x0050, ControllerInitiated, 0x000186A0, AddressingMode7Bit, "\\_SB.DEV0",
            0x00, ResourceConsumer, , Exclusive)
    })
    Field (REG8, ByteAcc, NoLock, Preserve)
    {
        Connection (    GpioIo (Exclusive, PullUp, 0x0000, 0x0000, IoRestrictionNone, "\\_SB.DEV0", 0x00,
                ResourceConsumer)
            {
                0x0007
            }),
        GPI0, 1
    }
    Field (REG9, BufferAcc, NoLock, Preserve)
    {
        Connection (I2CC),
        AccessAs (BufferAcc, AttribBytes (0x10)),
        GSB0, 8,
        AccessAs (BufferAcc, AttribRawBytes (0x20)),
        GSR0, 8,
        AccessAs (BufferAcc, AttribRawProcessBytes (0x30)),
        GSP0, 8
    }
    IndexField (IDX0, DAT0, ByteAcc, NoLock, Preserve)
    {
        Offset (0x10),
        IXF0, 8
    }
    BankField (REG1, BNK0, 0x05, ByteAcc, NoLock, Preserve)
    {
        Offset (0x08),
        BKF0, 8
    }

    PowerResource (PWR0, 0x03, 0x1234)
    {
        Method (_STA, 0, NotSerialized)  // _STA: status
        {
            Return (One)
        }

        Method (_ON, 0, NotSerialized)  // _ON: switches power on
        {
            Noop
        }

        Method (_OFF, 0, NotSerialized)  // _OFF: switches power off
        {
            Noop
        }
    }

    Processor (CPU0, 0x01, 0x00001010, 0x06)
    {
    }

    ThermalZone (TZ00)
    {
        Method (_TMP, 0, NotSerialized)  // _TMP: temperature
        {
            Return (0x0BB8)
        }
    }

    Method (MTH0, 0, NotSerialized)
    {
    }

    Method (MTH2, 2, Serialized, 5)
    {
        Return (Arg1)
    }

    Method (MTH7, 7, NotSerialized)
    {
        Return (Arg6)
    }

    Method (STMT, 2, Serialized)
    {
        Name (LOCL, Package (0x02)
        {
            One, 0x02
        })
        If (Arg0)
        {
            Store (One, Local0)
        }
        If (Arg0)
        {
            Store (One, Local0)
        }
        Else
        {
            Store (0x02, Local0)
        }
        If (Arg0)
        {
            Store (One, Local0)
        }
        ElseIf (Arg1)
        {
            Store (0x02, Local0)
        }
        ElseIf (INT1)
        {
        }
        Else
        {
            Store (0x03, Local0)
        }
        If (Arg0)
        {
        }
        Else
        {
            If (Arg1)
            {
                Noop
            }
            Noop
        }
        While (One)
        {
            If (Arg0)
            {
                Break
            }
            Continue
        }
        BreakPoint
        Fatal (0x02, 0x12345678, Arg0)
        Notify (\_SB.DEV0, 0x81)
        Notify (\_SB.EXTD, Arg0)
        If (Acquire (MTX0, 0x0123))
        {
            Return (Zero)
        }
        Acquire (MTX1, 0xFFFF)
        Release (MTX0)
        Signal (EVT0)
        Reset (EVT0)
        Wait (EVT0, 0x64)
        Store (Wait (EVT0, Ones), Local0)
        Sleep (0x0A)
        Stall (0x32)
        Unload (Arg0)
        Load (REG0, Local1)
        Store (LoadTable ("OEM1", "MYOEM", "TABLE1", "\\_SB", "MYDATA", 0x05), Local2)
        Store (Timer, Local3)
        Store (Local0, Debug)
        Store (Local1, Debug)
        Store (Local2, Debug)
        Store (Local3, Debug)
        MTH0 ()
        MTH2 (Arg0, MTH7 (One, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07))
        EXTM (Arg0, Arg1)
        Store (\EXTM (EXTI, 0x05), Local0)
        Return (DerefOf (Index (LOCL, One)))
    }

    Method (EXPR, 2, NotSerialized)
    {
        Add (Arg0, Arg1, Local0)
        Subtract (Arg0, Arg1, Local0)
        Multiply (Arg0, Arg1, Local0)
        Divide (Arg0, Arg1, , Local0)
        Mod (Arg0, Arg1, Local0)
        ShiftLeft (Arg0, 0x03, Local0)
        ShiftRight (Arg0, 0x03, Local0)
        And (Arg0, 0xFF, Local0)
        Or (Arg0, 0x80, Local0)
        Xor (Arg0, Ones, Local0)
        Not (Arg0, Local0)
        Add (Local0, Arg1, Local0)
        Subtract (Local0, Arg1, Local0)
        Multiply (Local0, Arg1, Local0)
        Divide (Local0, Arg1, , Local0)
        Mod (Local0, Arg1, Local0)
        ShiftLeft (Local0, Arg1, Local0)
        ShiftRight (Local0, Arg1, Local0)
        And (Local0, Arg1, Local0)
        Or (Local0, Arg1, Local0)
        Xor (Local0, Arg1, Local0)
        Add (Arg1, Local0, Local0)
        And (Add (Arg0, Multiply (Arg1, 0x02)), Not (Subtract (Arg0, One)), Local0)
        Increment (Local0)
        Decrement (Local0)
        Store (Increment (Local0), Local1)
        Store (Decrement (Local0), Local1)
        Divide (Arg0, Arg1, Local1)
        Divide (Arg0, Arg1, Local1, Local0)
        Divide (Arg0, Arg1, , Local0)
        NAnd (Arg0, Arg1, Local0)
        NOr (Arg0, Arg1, Local0)
        Store (NAnd (Arg0, Arg1), Local0)
        Store (Add (Arg0, Arg1), Local0)
        Store (Not (Arg0), Local0)
        Store (Divide (Arg0, Arg1), Local0)
        Store (Index (PKG1, One), Local0)
        Store (Add (Local0, Arg0, Local0), Local1)
        Store (Store (Arg0, Local1), Local2)
        Index (PKG1, One, Local0)
        Store (Index (PKG1, One, Local1), Local0)
        Index ("text", One, Local0)
        Store (Arg0, Index (PKG1, One))
        Store (Arg0, DerefOf (Index (PKG1, One)))
        Add (Arg0, Arg1, Index (PKG1, Zero))
        Store (DerefOf (Index (DerefOf (Index (PKG1, 0x05)), Zero)), Local0)
        Store (DerefOf (Index (BUF1, Add (Arg0, One))), Local0)
        Store (LAnd (Arg0, Arg1), Local0)
        Store (LOr (Arg0, Arg1), Local0)
        Store (LEqual (Arg0, Arg1), Local0)
        Store (LNotEqual (Arg0, Arg1), Local0)
        Store (LGreater (Arg0, Arg1), Local0)
        Store (LGreaterEqual (Arg0, Arg1), Local0)
        Store (LLess (Arg0, Arg1), Local0)
        Store (LLessEqual (Arg0, Arg1), Local0)
        Store (LNot (Arg0), Local0)
        Store (LNot (LAnd (Arg0, LNot (Arg1))), Local0)
        Concatenate (Arg0, "text", Local0)
        Store (Concatenate (Arg0, Arg1), Local0)
        ConcatenateResTemplate (CRS0, CRS1, Local0)
        FindSetLeftBit (Arg0, Local0)
        Store (FindSetRightBit (Arg0), Local0)
        FromBCD (Arg0, Local0)
        Store (ToBCD (Arg0), Local0)
        ToBuffer (Arg0, Local0)
        ToDecimalString (Arg0, Local0)
        ToHexString (Arg0, Local0)
        ToInteger (Arg0, Local0)
        Store (ToString (BUF1, Ones), Local0)
        ToString (BUF1, 0x03, Local0)
        Mid ("memory", One, 0x03, Local0)
        Store (Mid (BUF1, One, 0x03), Local0)
        Store (Match (PKG1, MEQ, 0x10, MTR, Zero, Zero), Local0)
        Store (Match (PKG1, MLE, Arg0, MLT, Arg1, One), Local0)
        Store (Match (PKG1, MGE, Arg0, MGT, Arg1, One), Local0)
        CopyObject (Arg0, Local0)
        CopyObject (Arg0, INT0)
        Store (RefOf (INT0), Local0)
        Store (DerefOf (Local0), Local1)
        Store (0x05, RefOf (Arg0))
        CondRefOf (NONE, Local0)
        If (CondRefOf (INT0))
        {
            Noop
        }
        Store (SizeOf (BUF1), Local0)
        Store (ObjectType (INT0), Local0)
        Store (ObjectType (DerefOf (Arg0)), Local0)
        Store (Arg0, INT0)
        Store (INTW, \INT1)
        Store ("x", \_SB.DEV0._UID)
        Store (Concatenate ("value ", Local1), Debug)
        Store (Local2, Debug)
        Name (BUFL, Buffer (Arg0)
        {
            0x01, 0x02
        })
        Name (PKGL, Package (Arg0)
        {
            0x01, INT0
        })
        CreateField (BUFL, 0x03, 0x05, FLD0)
        CreateBitField (BUFL, 0x07, FLD1)
        CreateByteField (BUFL, 0x01, FLD2)
        CreateWordField (BUFL, 0x00, FLD3)
        CreateDWordField (BUFL, Arg1, FLD4)
        CreateQWordField (BUFL, Add (Arg1, One), FLD5)
        Add (FLD1, FLD2, FLD0)
        Return (Add (Local0, SizeOf (PKGL)))
    }

    Scope (\_GPE)  // _GPE: general-purpose events
    {
        Method (_E03, 0, NotSerialized)  // _E03: edge-triggered event 0x03
        {
            Notify (\_SB.DEV0, One)
        }

        Method (_L1F, 0, NotSerialized)  // _L1F: level-triggered event 0x1F
        {
            Notify (\_SB.DEV0, 0x03)
        }
    }
    Name (_S5, Package (0x04)  // _S5: system state S5
    {
        0x00, 0x00, 0x00, 0x00
    })
    If (LEqual (INT0, One))
    {
        Name (COND, Zero)
    }
    Else
    {
        Name (OTHR, One)
    }
    While (Zero)
    {
        Noop
    }
}
