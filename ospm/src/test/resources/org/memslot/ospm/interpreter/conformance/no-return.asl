DefinitionBlock ("", "DSDT", 2, "MEMSLT", "CONFORM", 1)
{
  Name (FLAG, 0)
  Method (FOO, 0) { If (FLAG) { Return (5) } }
  Method (T00, 0) { Return (FOO ()) }
  Method (T01, 0) { FOO () Return (1) }
  Method (T02, 0) { Local0 = FOO () Return (1) }
  Method (T03, 0) { If (FOO ()) { Return (2) } Return (3) }
}
