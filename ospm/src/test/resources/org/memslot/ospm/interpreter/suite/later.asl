DefinitionBlock ("", "SSDT", 2, "MEMSLT", "LATER", 1)
{
  Name (LNEW, 0x1000)
}
