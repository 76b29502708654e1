package org.memslot.aml;

import static org.memslot.aml.Operand.BYTE;
import static org.memslot.aml.Operand.DATA_REF;
import static org.memslot.aml.Operand.DWORD;
import static org.memslot.aml.Operand.LIST;
import static org.memslot.aml.Operand.NAME;
import static org.memslot.aml.Operand.OBJECT_NAME;
import static org.memslot.aml.Operand.PKG_LENGTH;
import static org.memslot.aml.Operand.QWORD;
import static org.memslot.aml.Operand.STRING;
import static org.memslot.aml.Operand.SUPER_NAME;
import static org.memslot.aml.Operand.TERM_ARG;
import static org.memslot.aml.Operand.WORD;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every opcode of AML with its bytes and operands (ACPI 6.5, table 20.1 and chapter 20.2). Encoder,
 * decoder and scanner take them from here.
 */
enum Opcode {
  ZERO_OP(0x00),
  ONE_OP(0x01),
  ALIAS_OP(0x06, NAME, NAME),
  NAME_OP(0x08, NAME, DATA_REF),
  BYTE_PREFIX(0x0a, BYTE),
  WORD_PREFIX(0x0b, WORD),
  DWORD_PREFIX(0x0c, DWORD),
  STRING_PREFIX(0x0d, STRING),
  QWORD_PREFIX(0x0e, QWORD),
  SCOPE_OP(0x10, PKG_LENGTH, NAME, LIST),
  BUFFER_OP(0x11, PKG_LENGTH, TERM_ARG, LIST),
  PACKAGE_OP(0x12, PKG_LENGTH, BYTE, LIST),
  VAR_PACKAGE_OP(0x13, PKG_LENGTH, TERM_ARG, LIST),
  METHOD_OP(0x14, PKG_LENGTH, NAME, BYTE, LIST),
  EXTERNAL_OP(0x15, NAME, BYTE, BYTE),
  MUTEX_OP(0x5b01, NAME, BYTE),
  EVENT_OP(0x5b02, NAME),
  COND_REF_OF_OP(0x5b12, OBJECT_NAME, SUPER_NAME),
  CREATE_FIELD_OP(0x5b13, TERM_ARG, TERM_ARG, TERM_ARG, NAME),
  LOAD_TABLE_OP(0x5b1f, TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG),
  LOAD_OP(0x5b20, NAME, SUPER_NAME),
  STALL_OP(0x5b21, TERM_ARG),
  SLEEP_OP(0x5b22, TERM_ARG),
  ACQUIRE_OP(0x5b23, SUPER_NAME, WORD),
  SIGNAL_OP(0x5b24, SUPER_NAME),
  WAIT_OP(0x5b25, SUPER_NAME, TERM_ARG),
  RESET_OP(0x5b26, SUPER_NAME),
  RELEASE_OP(0x5b27, SUPER_NAME),
  FROM_BCD_OP(0x5b28, TERM_ARG, SUPER_NAME),
  TO_BCD_OP(0x5b29, TERM_ARG, SUPER_NAME),
  UNLOAD_OP(0x5b2a, SUPER_NAME),
  REVISION_OP(0x5b30),
  DEBUG_OP(0x5b31),
  FATAL_OP(0x5b32, BYTE, DWORD, TERM_ARG),
  TIMER_OP(0x5b33),
  OP_REGION_OP(0x5b80, NAME, BYTE, TERM_ARG, TERM_ARG),
  FIELD_OP(0x5b81, PKG_LENGTH, NAME, BYTE, LIST),
  DEVICE_OP(0x5b82, PKG_LENGTH, NAME, LIST),
  PROCESSOR_OP(0x5b83, PKG_LENGTH, NAME, BYTE, DWORD, BYTE, LIST),
  POWER_RES_OP(0x5b84, PKG_LENGTH, NAME, BYTE, WORD, LIST),
  THERMAL_ZONE_OP(0x5b85, PKG_LENGTH, NAME, LIST),
  INDEX_FIELD_OP(0x5b86, PKG_LENGTH, NAME, NAME, BYTE, LIST),
  BANK_FIELD_OP(0x5b87, PKG_LENGTH, NAME, NAME, TERM_ARG, BYTE, LIST),
  DATA_REGION_OP(0x5b88, NAME, TERM_ARG, TERM_ARG, TERM_ARG),
  LOCAL0_OP(0x60),
  ARG0_OP(0x68),
  STORE_OP(0x70, TERM_ARG, SUPER_NAME),
  REF_OF_OP(0x71, OBJECT_NAME),
  ADD_OP(0x72, TERM_ARG, TERM_ARG, SUPER_NAME),
  CONCAT_OP(0x73, TERM_ARG, TERM_ARG, SUPER_NAME),
  SUBTRACT_OP(0x74, TERM_ARG, TERM_ARG, SUPER_NAME),
  INCREMENT_OP(0x75, SUPER_NAME),
  DECREMENT_OP(0x76, SUPER_NAME),
  MULTIPLY_OP(0x77, TERM_ARG, TERM_ARG, SUPER_NAME),
  DIVIDE_OP(0x78, TERM_ARG, TERM_ARG, SUPER_NAME, SUPER_NAME),
  SHIFT_LEFT_OP(0x79, TERM_ARG, TERM_ARG, SUPER_NAME),
  SHIFT_RIGHT_OP(0x7a, TERM_ARG, TERM_ARG, SUPER_NAME),
  AND_OP(0x7b, TERM_ARG, TERM_ARG, SUPER_NAME),
  NAND_OP(0x7c, TERM_ARG, TERM_ARG, SUPER_NAME),
  OR_OP(0x7d, TERM_ARG, TERM_ARG, SUPER_NAME),
  NOR_OP(0x7e, TERM_ARG, TERM_ARG, SUPER_NAME),
  XOR_OP(0x7f, TERM_ARG, TERM_ARG, SUPER_NAME),
  NOT_OP(0x80, TERM_ARG, SUPER_NAME),
  FIND_SET_LEFT_BIT_OP(0x81, TERM_ARG, SUPER_NAME),
  FIND_SET_RIGHT_BIT_OP(0x82, TERM_ARG, SUPER_NAME),
  DEREF_OF_OP(0x83, TERM_ARG),
  CONCAT_RES_OP(0x84, TERM_ARG, TERM_ARG, SUPER_NAME),
  MOD_OP(0x85, TERM_ARG, TERM_ARG, SUPER_NAME),
  NOTIFY_OP(0x86, SUPER_NAME, TERM_ARG),
  SIZE_OF_OP(0x87, SUPER_NAME),
  INDEX_OP(0x88, TERM_ARG, TERM_ARG, SUPER_NAME),
  MATCH_OP(0x89, TERM_ARG, BYTE, TERM_ARG, BYTE, TERM_ARG, TERM_ARG),
  CREATE_DWORD_FIELD_OP(0x8a, TERM_ARG, TERM_ARG, NAME),
  CREATE_WORD_FIELD_OP(0x8b, TERM_ARG, TERM_ARG, NAME),
  CREATE_BYTE_FIELD_OP(0x8c, TERM_ARG, TERM_ARG, NAME),
  CREATE_BIT_FIELD_OP(0x8d, TERM_ARG, TERM_ARG, NAME),
  OBJECT_TYPE_OP(0x8e, OBJECT_NAME),
  CREATE_QWORD_FIELD_OP(0x8f, TERM_ARG, TERM_ARG, NAME),
  LAND_OP(0x90, TERM_ARG, TERM_ARG),
  LOR_OP(0x91, TERM_ARG, TERM_ARG),
  LNOT_OP(0x92, TERM_ARG),
  LEQUAL_OP(0x93, TERM_ARG, TERM_ARG),
  LGREATER_OP(0x94, TERM_ARG, TERM_ARG),
  LLESS_OP(0x95, TERM_ARG, TERM_ARG),
  TO_BUFFER_OP(0x96, TERM_ARG, SUPER_NAME),
  TO_DECIMAL_STRING_OP(0x97, TERM_ARG, SUPER_NAME),
  TO_HEX_STRING_OP(0x98, TERM_ARG, SUPER_NAME),
  TO_INTEGER_OP(0x99, TERM_ARG, SUPER_NAME),
  TO_STRING_OP(0x9c, TERM_ARG, TERM_ARG, SUPER_NAME),
  COPY_OBJECT_OP(0x9d, TERM_ARG, OBJECT_NAME),
  MID_OP(0x9e, TERM_ARG, TERM_ARG, TERM_ARG, SUPER_NAME),
  CONTINUE_OP(0x9f),
  IF_OP(0xa0, PKG_LENGTH, TERM_ARG, LIST),
  ELSE_OP(0xa1, PKG_LENGTH, LIST),
  WHILE_OP(0xa2, PKG_LENGTH, TERM_ARG, LIST),
  NOOP_OP(0xa3),
  RETURN_OP(0xa4, TERM_ARG),
  BREAK_OP(0xa5),
  BREAK_POINT_OP(0xcc),
  ONES_OP(0xff);

  /** The first byte of the opcodes that have two. */
  static final int EXT_OP_PREFIX = 0x5b;

  /** Before two name segments. */
  static final int DUAL_NAME_PREFIX = 0x2e;

  /** Before a count and as many name segments. */
  static final int MULTI_NAME_PREFIX = 0x2f;

  /** The first element of a path from the root. */
  static final int ROOT_CHAR = 0x5c;

  /** One step up. */
  static final int PARENT_PREFIX_CHAR = 0x5e;

  private static final @Nullable Opcode[] PLAIN = new @Nullable Opcode[256];
  private static final @Nullable Opcode[] EXTENDED = new @Nullable Opcode[256];

  static {
    for (Opcode opcode : values()) {
      (opcode.isExtended() ? EXTENDED : PLAIN)[opcode.code & 0xff] = opcode;
    }
    for (int i = 0; i < LocalObj.COUNT; i++) {
      PLAIN[LOCAL0_OP.code + i] = LOCAL0_OP;
    }
    for (int i = 0; i < ArgObj.COUNT; i++) {
      PLAIN[ARG0_OP.code + i] = ARG0_OP;
    }
  }

  private final int code;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Operand> operands;

  Opcode(int code, Operand... operands) {
    this.code = code;
    this.operands = List.of(operands);
  }

  /** The opcode of a single byte, if there is one. The Locals share one, and so do the Args. */
  static @Nullable Opcode plain(int first) {
    return PLAIN[first];
  }

  /** The opcode of {@link #EXT_OP_PREFIX} and this byte, if there is one. */
  static @Nullable Opcode extended(int second) {
    return EXTENDED[second];
  }

  /** The byte, or the prefix and the byte, most significant first. */
  int code() {
    return code;
  }

  /** Whether it has two bytes. */
  boolean isExtended() {
    return code > 0xff;
  }

  /** Its operands in their order. */
  List<Operand> operands() {
    return operands;
  }

  /** Whether its first operand is the length of all. */
  boolean isPackage() {
    return !operands.isEmpty() && operands.getFirst() == PKG_LENGTH;
  }
}
