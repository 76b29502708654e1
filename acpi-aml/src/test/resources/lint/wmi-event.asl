// The event method of a device that maps WMI to ACPI.
DefinitionBlock ("", "SSDT", 2, "REPRO", "WED", 1)
{
    Device (\_SB.WMI0)
    {
        Name (_HID, EisaId ("PNP0C14"))
        Name (_UID, One)
        Method (_WED, 1, NotSerialized) { Return (Zero) }
    }
}
