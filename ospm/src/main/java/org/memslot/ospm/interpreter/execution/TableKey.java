package org.memslot.ospm.interpreter.execution;

import java.util.List;
import java.util.Optional;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * What LoadTable and DataTableRegion name a table by (ACPI 6.5, 19.6.77 and 19.6.25).
 *
 * @param signature four characters
 * @param oemId the OEM ID, or empty for any
 * @param oemTableId the OEM table ID, or empty for any
 */
record TableKey(String signature, String oemId, String oemTableId) {
  private static final int SIGNATURE_LENGTH = 4;
  private static final int OEM_ID_LENGTH = 6;
  private static final int OEM_TABLE_ID_LENGTH = 8;

  /**
   * Evaluates the operands, converting them to strings.
   *
   * @param operands the signature, the OEM ID and the OEM table ID
   * @throws AmlException AE_BAD_SIGNATURE or AE_AML_STRING_LIMIT if no table can have the key
   */
  static TableKey evaluate(List<Node> operands, Frame frame) {
    String signature = text(operands.get(0), frame);
    String oemId = text(operands.get(1), frame);
    String oemTableId = text(operands.get(2), frame);
    if (!isSignature(signature)) {
      throw new AmlException(
          AmlStatus.AE_BAD_SIGNATURE, "\"" + signature + "\" is no signature of a table");
    }
    checkLength(oemId, OEM_ID_LENGTH);
    checkLength(oemTableId, OEM_TABLE_ID_LENGTH);
    return new TableKey(signature.substring(0, SIGNATURE_LENGTH), oemId, oemTableId);
  }

  /** Evaluates an operand that is converted to a string. */
  static String text(Node operand, Frame frame) {
    AmlObject value = operand.executeValue(frame);
    return frame.runtime.conversions().toString(value, frame.evaluation).value();
  }

  /** Finds the table among those that the firmware lists. */
  Optional<byte[]> find(AmlHost host) {
    return host.findTable(signature, oemId, oemTableId);
  }

  private static boolean isSignature(String text) {
    if (text.length() < SIGNATURE_LENGTH) {
      return false;
    }
    for (int i = 0; i < SIGNATURE_LENGTH; i++) {
      char c = text.charAt(i);
      boolean allowed =
          (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || (c == '!' && i == SIGNATURE_LENGTH - 1);
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  private static void checkLength(String id, int most) {
    if (id.length() > most) {
      throw new AmlException(
          AmlStatus.AE_AML_STRING_LIMIT, "\"%s\" has more than %d characters".formatted(id, most));
    }
  }
}
