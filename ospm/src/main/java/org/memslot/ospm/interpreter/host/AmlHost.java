package org.memslot.ospm.interpreter.host;

import java.util.Optional;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** What AML asks of whoever runs it. Called on the thread that evaluates. */
public interface AmlHost {
  /**
   * AML executed Notify. Handle it later, as an operating system does: the method that notifies is
   * still running.
   *
   * @param node the device, processor or thermal zone
   * @param value the notification
   */
  default void onNotify(NamespaceNode node, long value) {}

  /**
   * AML executed Fatal. What becomes of the machine is for the host to decide; the evaluation ends
   * with FATAL_EXECUTED afterwards unless {@link AmlBehaviour#CONTINUE_AFTER_FATAL} applies.
   *
   * @param type the error's type
   * @param code the error's code
   * @param argument more about it
   */
  default void onFatal(int type, int code, long argument) {}

  /**
   * A statement failed. The limits of an evaluation end it without this question.
   *
   * @param failure what went wrong, and where
   * @return true to continue with the next statement; false, which is the default, to end the
   *     evaluation with the failure
   */
  default boolean continueAfter(AmlException failure) {
    return false;
  }

  /** AML stored something in the Debug object. */
  default void onDebug(AmlObject value) {}

  /**
   * Finds a table the firmware lists, for LoadTable and DataTableRegion.
   *
   * @param signature four characters
   * @param oemId the OEM ID, or empty for any
   * @param oemTableId the OEM table ID, or empty for any
   * @return the whole table, or empty if there is none
   */
  default Optional<byte[]> findTable(String signature, String oemId, String oemTableId) {
    return Optional.empty();
  }

  /**
   * Tells whether \_OSI knows an interface, for example {@code "Windows 2015"}. The default knows
   * none, so that firmware takes its plainest way.
   */
  default boolean hasInterface(String name) {
    return false;
  }
}
