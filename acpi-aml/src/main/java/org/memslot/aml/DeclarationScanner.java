package org.memslot.aml;

import java.util.List;

/**
 * The first pass over a table: finds the names it declares outside of method bodies, so that the
 * second knows which names are methods and how many arguments they take, wherever they stand.
 */
final class DeclarationScanner {
  private final AmlReader in;
  private final Namespace names;
  private final NameLookup lookup;
  private int depth;
  private boolean guessed;

  private DeclarationScanner(AmlReader in, Namespace names) {
    this.in = in;
    this.names = names;
    this.lookup = new NameLookup(in, names);
  }

  /** Adds what a table declares. The bytes between {@code from} and {@code to} are its terms. */
  static void scan(byte[] table, int from, int to, Namespace names) {
    if (!scanOnce(table, from, to, names)) {
      // A call stood before its method: now that the method is known, the terms behind it can be
      // read.
      scanOnce(table, from, to, names);
    }
  }

  /**
   * Adds what the body of a method declares, so that a call of a method within it can be read
   * wherever that method stands.
   */
  static void scanBody(AmlReader body, int scope, Namespace names) {
    new DeclarationScanner(body, names).terms(body.limit(), scope);
  }

  private static boolean scanOnce(byte[] table, int from, int to, Namespace names) {
    DeclarationScanner scanner = new DeclarationScanner(new AmlReader(table, from, to), names);
    scanner.terms(to, Namespace.ROOT);
    return !scanner.guessed;
  }

  private void terms(int end, int scope) {
    int outerLimit = in.limit();
    int outerDepth = depth;
    in.beginList(end);
    while (in.hasMore()) {
      int start = in.position();
      try {
        term(scope);
      } catch (ReadFailure failure) {
        guessed = true;
        depth = outerDepth;
        in.setLimit(end);
        in.moveTo(Recovery.resumeAt(in, start));
      }
    }
    in.setLimit(outerLimit);
  }

  private void term(int scope) {
    if (AmlReader.beginsName(in.peek())) {
      call(scope);
      return;
    }
    down();
    Opcode opcode = in.readOpcode();
    switch (opcode) {
      case ALIAS_OP -> {
        int source = lookup.open(scope);
        lookup.declare(scope, Namespace.aliasOf(source));
      }
      case EXTERNAL_OP -> external(scope);
      case METHOD_OP -> {
        int end = in.readPackageEnd();
        int node = lookup.declare(scope, Namespace.OBJECT);
        names.setKind(node, in.readByte() & 7);
        in.moveTo(end);
      }
      case SCOPE_OP -> {
        int end = in.readPackageEnd();
        terms(end, lookup.open(scope));
      }
      case DEVICE_OP, THERMAL_ZONE_OP, POWER_RES_OP, PROCESSOR_OP -> {
        int end = in.readPackageEnd();
        int node = lookup.declare(scope, Namespace.OBJECT);
        operandsAfterName(opcode, scope);
        terms(end, node);
      }
      case FIELD_OP, INDEX_FIELD_OP, BANK_FIELD_OP -> {
        int end = in.readPackageEnd();
        operands(opcode, 1, scope);
        fieldElements(end, scope);
      }
      case IF_OP, WHILE_OP -> {
        int end = in.readPackageEnd();
        operand(Operand.TERM_ARG, scope);
        terms(end, scope);
      }
      case ELSE_OP -> terms(in.readPackageEnd(), scope);
      case NAME_OP, MUTEX_OP, EVENT_OP, OP_REGION_OP, DATA_REGION_OP -> {
        lookup.declare(scope, Namespace.OBJECT);
        operandsAfterName(opcode, scope);
      }
      case CREATE_FIELD_OP,
          CREATE_BIT_FIELD_OP,
          CREATE_BYTE_FIELD_OP,
          CREATE_WORD_FIELD_OP,
          CREATE_DWORD_FIELD_OP,
          CREATE_QWORD_FIELD_OP -> {
        for (Operand operand : opcode.operands()) {
          if (operand == Operand.NAME) {
            lookup.declare(scope, Namespace.OBJECT);
          } else {
            operand(operand, scope);
          }
        }
      }
      default -> operands(opcode, scope);
    }
    depth--;
  }

  private void external(int scope) {
    NameString name = in.readName();
    int type = in.readByte();
    int arguments = in.readByte();
    if (names.isGuess(names.find(scope, name))) {
      names.declare(scope, name, externalKind(type, arguments));
    }
  }

  private static int externalKind(int type, int arguments) {
    return switch (type) {
      case NamedObject.External.METHOD ->
          arguments <= ArgObj.COUNT ? Namespace.externalMethod(arguments) : Namespace.guess(0);
      case NamedObject.External.UNKNOWN -> Namespace.guess(0);
      default -> Namespace.OBJECT;
    };
  }

  private void operandsAfterName(Opcode opcode, int scope) {
    operands(opcode, opcode.operands().indexOf(Operand.NAME) + 1, scope);
  }

  /** Passes over the operands from one on, but for a list at the end. */
  private void operands(Opcode opcode, int from, int scope) {
    List<Operand> operands = opcode.operands();
    for (int i = from; i < operands.size(); i++) {
      if (operands.get(i) != Operand.LIST) {
        operand(operands.get(i), scope);
      }
    }
  }

  private void fieldElements(int end, int scope) {
    int outerLimit = in.limit();
    in.beginList(end);
    while (in.hasMore()) {
      switch (in.peek()) {
        case FieldElement.RESERVED -> {
          in.skip(1);
          in.readBits();
        }
        case FieldElement.ACCESS -> in.skip(3);
        case FieldElement.EXTENDED_ACCESS -> in.skip(4);
        case FieldElement.CONNECT -> {
          in.skip(1);
          operand(Operand.DATA_REF, scope);
        }
        default -> {
          names.declare(scope, in.readSegment(), Namespace.OBJECT);
          in.readBits();
        }
      }
    }
    in.setLimit(outerLimit);
  }

  private void operands(Opcode opcode, int scope) {
    if (opcode.isPackage()) {
      in.moveTo(in.readPackageEnd());
      return;
    }
    operands(opcode, 0, scope);
  }

  private void operand(Operand operand, int scope) {
    switch (operand) {
      case BYTE, MATCH_OPERATOR -> in.skip(1);
      case WORD -> in.skip(2);
      case DWORD -> in.skip(4);
      case QWORD -> in.skip(8);
      case STRING -> in.skipString();
      case NAME -> in.skipName();
      case DATA_REF, OBJECT_NAME, SIMPLE_NAME -> {
        if (AmlReader.beginsName(in.peek())) {
          in.skipName();
        } else {
          nested(scope);
        }
      }
      case TERM_ARG, SUPER_NAME, TARGET -> {
        if (AmlReader.beginsName(in.peek())) {
          call(scope);
        } else {
          nested(scope);
        }
      }
      case PKG_LENGTH, LIST -> throw new IllegalStateException(operand + " is read by its opcode");
    }
  }

  private void nested(int scope) {
    down();
    operands(in.readOpcode(), scope);
    depth--;
  }

  private void call(int scope) {
    int node = lookup.find(scope);
    if (node == Namespace.NONE) {
      guessed = true;
      return;
    }
    int arguments = names.argumentCount(node);
    if (arguments <= 0) {
      return;
    }
    down();
    for (int i = 0; i < arguments; i++) {
      operand(Operand.TERM_ARG, scope);
    }
    depth--;
  }

  private void down() {
    if (++depth > AmlEncoder.MAX_DEPTH) {
      throw in.failure(in.position(), "terms are nested too deep");
    }
  }
}
