DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
    Name (I001, 1)
    Name (B000, Buffer () {1, 2, 3})
    Method (M001, 1) { DerefOf (RefOf (Arg0)) = 0x22 }
    Method (M002, 1) { DerefOf (Arg0) = 0x22 }
    Method (M003, 1) { Arg0 = 0x22 }
    Method (INT1) { I001 = 1 M001 (RefOf (I001)) Return (I001) }
    Method (INT2) { I001 = 1 M002 (RefOf (I001)) Return (I001) }
    Method (INT3) { I001 = 1 M003 (RefOf (I001)) Return (I001) }
    Method (BUF1) { M001 (B000 [1]) Return (B000) }
    Method (BUF2) { B000 [1] = 2 M002 (B000 [1]) Return (B000) }
    Method (BUF3) { B000 [1] = 2 M003 (B000 [1]) Return (B000) }
}
