package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.TableLayout;

/** Trusted Platform Module 2.0 table. */
public final class Tpm2Layout {
  private static final int ARM_SMC = 11;
  private static final int PLUTON = 13;
  private static final int ARM_FFA = 15;
  private static final int PARAMETERS = 12;
  private static final int PARAMETERS_FROM_5 = 16;

  private static final FieldLayout START_METHOD =
      u32(
          "Start Method",
          value(0, "Not allowed"),
          value(2, "ACPI Start method"),
          value(6, "Memory-mapped I/O (TIS 1.2+/Cancel)"),
          value(7, "Command Response Buffer"),
          value(8, "Command Response Buffer with ACPI Start method"),
          value(11, "Command Response Buffer with Arm SMC or HVC"),
          value(12, "FIFO over I2C"),
          value(13, "Command Response Buffer with AMD mailbox"),
          value(15, "Command Response Buffer with Arm FF-A"));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "TPM2",
          "Trusted Platform Module hardware interface table",
          "TCG ACPI Specification, version 1.4, section 7.3",
          when(revision().below(4), reserved(4)),
          when(
              revision().atLeast(4),
              u16("Platform Class", value(0, "Client"), value(1, "Server")),
              reserved(2)),
          u64("Control Address"),
          START_METHOD,
          ifPresent(
              when(
                  value("Start Method").is(ARM_SMC),
                  u32("Global Interrupt"),
                  u8("Interrupt Flags", bit(0, "Interrupt supported"), bit(1, "Edge-triggered")),
                  u8("Operation Flags", bit(0, "Idle supported")),
                  reserved(2),
                  u32("Function ID")),
              when(
                  value("Start Method").is(PLUTON),
                  u64("Start Register Address"),
                  u64("Reply Register Address")),
              when(
                  value("Start Method").is(ARM_FFA),
                  u8("Flags", bit(0, "Notifications supported")),
                  u8("Attributes", bits(0, 2, "CRB locality")),
                  u16("Partition ID"),
                  reserved(8)),
              when(
                  value("Start Method").isNot(ARM_SMC),
                  when(
                      value("Start Method").isNot(PLUTON),
                      when(
                          value("Start Method").isNot(ARM_FFA),
                          when(
                              revision().below(5),
                              bytes("Method Parameters", bytesLeft().atMost(PARAMETERS))),
                          when(
                              revision().atLeast(5),
                              bytes("Method Parameters", bytesLeft().atMost(PARAMETERS_FROM_5)))))),
              ifPresent(u32("Minimum Log Length"), u64("Log Address"))));

  private Tpm2Layout() {}
}
