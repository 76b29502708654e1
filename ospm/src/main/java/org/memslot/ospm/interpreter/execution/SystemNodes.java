package org.memslot.ospm.interpreter.execution;

import java.util.concurrent.TimeUnit;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Synchronization, time and what goes to the host (ACPI 6.5, 20.2.5.3). */
final class SystemNodes {
  private SystemNodes() {}

  /** Acquire: true when the time ran out. */
  static final class AcquireNode extends Node.IntegerTerm {
    private final Place mutex;
    private final int timeout;

    AcquireNode(Place mutex, int timeout) {
      this.mutex = mutex;
      this.timeout = timeout;
    }

    @Override
    long executeLong(Frame frame) {
      AmlMutex wanted = AmlMutex.of(ReferenceNodes.named(mutex, AmlNamed.Mutex.class, frame));
      return frame.runtime.acquire(wanted, timeout, frame.evaluation) ? 0 : frame.mask;
    }
  }

  /** Wait: true when the time ran out. */
  static final class WaitNode extends Node.IntegerTerm {
    private final Place event;
    private final Node timeout;

    WaitNode(Place event, Node timeout) {
      this.event = event;
      this.timeout = timeout;
    }

    @Override
    long executeLong(Frame frame) {
      AmlEvent awaited = AmlEvent.of(ReferenceNodes.named(event, AmlNamed.Event.class, frame));
      long limit = timeout.executeLong(frame);
      return frame.runtime.await(awaited::consume, limit, frame.evaluation) ? 0 : frame.mask;
    }
  }

  /** What Release, Signal and Reset do to their object. */
  interface Action<T extends AmlNamed> {
    void apply(T object, Frame frame);
  }

  /** Release, Signal and Reset. */
  static final class ActionNode<T extends AmlNamed> extends Node.Statement {
    private final Place place;
    private final Class<T> kind;
    private final Action<T> action;

    ActionNode(Place place, Class<T> kind, Action<T> action) {
      this.place = place;
      this.kind = kind;
      this.action = action;
    }

    @Override
    Completion run(Frame frame) {
      action.apply(ReferenceNodes.named(place, kind, frame), frame);
      return Completion.NORMAL;
    }
  }

  /** Sleep. */
  static final class SleepNode extends Node.Statement {
    /** What is longer would only hang the machine; Linux cuts it off here, too. */
    private static final long MAX_MILLISECONDS = 2000;

    private final Node milliseconds;

    SleepNode(Node milliseconds) {
      this.milliseconds = milliseconds;
    }

    @Override
    Completion run(Frame frame) {
      long asked = milliseconds.executeLong(frame);
      long limited = Long.compareUnsigned(asked, MAX_MILLISECONDS) > 0 ? MAX_MILLISECONDS : asked;
      frame.evaluation.turn();
      frame.runtime.sleep(TimeUnit.MILLISECONDS.toNanos(limited));
      if (frame.evaluation.isOver()) {
        throw new AmlException(AmlStatus.AE_TIME, "slept until the time was over");
      }
      return Completion.NORMAL;
    }
  }

  /** Stall. */
  static final class StallNode extends Node.Statement {
    /** The specification says 100; firmware goes further, and ACPICA lets it. */
    private static final long MAX_MICROSECONDS = 255;

    private final Node microseconds;

    StallNode(Node microseconds) {
      this.microseconds = microseconds;
    }

    @Override
    Completion run(Frame frame) {
      long asked = microseconds.executeLong(frame);
      if (Long.compareUnsigned(asked, MAX_MICROSECONDS) > 0) {
        throw new AmlException(
            AmlStatus.AE_AML_OPERAND_VALUE,
            "Stall(%s), at most %d".formatted(Long.toUnsignedString(asked), MAX_MICROSECONDS));
      }
      frame.evaluation.turn();
      frame.runtime.sleep(TimeUnit.MICROSECONDS.toNanos(asked));
      return Completion.NORMAL;
    }
  }

  /** Timer: the time in units of 100 ns. */
  static final class TimerNode extends Node.IntegerTerm {
    private static final long UNIT_NANOS = 100;

    @Override
    long executeLong(Frame frame) {
      return frame.runtime.clock().nanos() / UNIT_NANOS & frame.mask;
    }
  }

  /** Notify. */
  static final class NotifyNode extends Node.Statement {
    private final Place object;
    private final Node value;

    NotifyNode(Place object, Node value) {
      this.object = object;
      this.value = value;
    }

    @Override
    Completion run(Frame frame) {
      NamespaceEntry node = ReferenceNodes.followToNode(object, frame);
      long notification = value.executeLong(frame);
      switch (node.object().type()) {
        case DEVICE, PROCESSOR, THERMAL_ZONE -> frame.runtime.host().onNotify(node, notification);
        case UNINITIALIZED,
            INTEGER,
            STRING,
            BUFFER,
            PACKAGE,
            FIELD_UNIT,
            EVENT,
            METHOD,
            MUTEX,
            OPERATION_REGION,
            POWER_RESOURCE,
            BUFFER_FIELD,
            DDB_HANDLE,
            DEBUG,
            REFERENCE ->
            throw Conversions.operandType("Device, Processor or ThermalZone", node.object());
      }
      return Completion.NORMAL;
    }
  }

  /** Fatal. */
  static final class FatalNode extends Node.Statement {
    private final int type;
    private final int code;
    private final Node argument;

    FatalNode(int type, int code, Node argument) {
      this.type = type;
      this.code = code;
      this.argument = argument;
    }

    @Override
    Completion run(Frame frame) {
      long more = argument.executeLong(frame);
      frame.runtime.host().onFatal(type, code, more);
      if (frame.runtime.settings().has(AmlBehaviour.CONTINUE_AFTER_FATAL)) {
        return Completion.NORMAL;
      }
      throw new AmlException(
          AmlStatus.FATAL_EXECUTED,
          "type 0x%X, code 0x%X, argument 0x%X".formatted(type, code, more));
    }
  }
}
