[0004] Signature : "SRAT"
[0004] Table Length : 00000000
[0001] Revision : 03
[0001] Checksum : 00
[0006] Oem ID : "MEMSLT"
[0008] Oem Table ID : "PORTS"
[0004] Oem Revision : 00000001
[0004] Asl Compiler ID : "INTL"
[0004] Asl Compiler Revision : 20230628
[0004] Table Revision : 00000001
[0008] Reserved : 0000000000000000
[0001] Subtable Type : 06
[0001] Length : 20
[0001] Reserved1 : 00
[0001] Device Handle Type : 00
[0004] Proximity Domain : 00000003
[0016] Device Handle : 41 43 50 49 30 30 31 36 05 00 00 00 00 00 00 00
[0004] Flags (decoded below) : 00000001
 Enabled : 1
 Architectural Transactions : 0
[0004] Reserved2 : 00000000
[0001] Subtable Type : 07
[0001] Length : 14
[0002] Reserved : 0000
[0004] Proximity Domain : 00000004
[0004] Acpi Processor UID : 00000012
[0004] Flags (decoded below) : 00000001
 Enabled : 1
[0004] Clock Domain : 00000009
