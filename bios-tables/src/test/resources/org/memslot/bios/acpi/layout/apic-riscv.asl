[0004] Signature : "APIC"
[0004] Table Length : 00000000
[0001] Revision : 07
[0001] Checksum : 00
[0006] Oem ID : "MEMSLT"
[0008] Oem Table ID : "RISCV"
[0004] Oem Revision : 00000001
[0004] Asl Compiler ID : "INTL"
[0004] Asl Compiler Revision : 20230628
[0004] Local Apic Address : 00000000
[0004] Flags (decoded below) : 00000000
 PC-AT Compatibility : 0
[0001] Subtable Type : 18
[0001] Length : 24
[0001] Version : 01
[0001] Reserved : 00
[0004] Flags : 00000001
[0008] HartId : 0000000000000011
[0004] Uid : 00000012
[0004] ExtIntcId : 01000013
[0008] ImsicAddr : 0000000024000000
[0004] ImsicSize : 00001000
[0001] Subtable Type : 19
[0001] Length : 10
[0001] Version : 01
[0001] Reserved : 00
[0004] Flags : 00000000
[0002] NumIds : 00FF
[0002] NumGuestIds : 003F
[0001] GuestIndexBits : 01
[0001] HartIndexBits : 02
[0001] GroupIndexBits : 03
[0001] GroupIndexShift : 18
[0001] Subtable Type : 1A
[0001] Length : 24
[0001] Version : 01
[0001] Id : 05
[0004] Flags : 00000000
[0008] HwId : 3030303643534952
[0002] NumIdcs : 0002
[0002] NumSources : 0060
[0004] GsiBase : 00000040
[0008] BaseAddr : 000000000D000000
[0004] Size : 00008000
[0001] Subtable Type : 1B
[0001] Length : 24
[0001] Version : 01
[0001] Id : 06
[0008] HwId : 3130303643534952
[0002] NumIrqs : 0060
[0002] MaxPrio : 0007
[0004] Flags : 00000000
[0004] Size : 00600000
[0008] BaseAddr : 000000000C000000
[0004] GsiBase : 000000A0
