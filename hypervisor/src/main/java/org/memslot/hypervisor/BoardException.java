package org.memslot.hypervisor;

import java.util.Optional;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.hypervisor.boot.NoRoomException;
import org.memslot.hypervisor.kvm.KvmException;

/**
 * A board that cannot be built or powered on, although its description is right: the host or the
 * firmware failed.
 */
public final class BoardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String fault;
  private final transient Optional<Remedy> remedy;

  /** Fails for this reason. */
  public BoardException(String fault) {
    super(fault);
    this.fault = fault;
    remedy = Optional.empty();
  }

  /** Fails for this reason, found when {@code cause} was thrown. */
  public BoardException(String fault, Throwable cause) {
    this(fault, Optional.empty(), cause);
  }

  /** Fails for this reason, and {@code remedy} helps. */
  BoardException(String fault, Remedy remedy) {
    super(message(fault, Optional.of(remedy)));
    this.fault = fault;
    this.remedy = Optional.of(remedy);
  }

  /** Fails for this reason, found when {@code cause} was thrown, and {@code remedy} may help. */
  BoardException(String fault, Optional<Remedy> remedy, Throwable cause) {
    super(message(fault, remedy), cause);
    this.fault = fault;
    this.remedy = remedy;
  }

  /**
   * Fails because of {@code cause}, with what helps against that.
   *
   * @param before what comes before the cause's own message
   */
  static BoardException because(String before, Throwable cause) {
    return cause instanceof BoardException board
        ? new BoardException(before + board.fault, board.remedy, board)
        : new BoardException(
            before + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()),
            remedy(cause),
            cause);
  }

  /** Why the board cannot be had, without the remedy. */
  public String fault() {
    return fault;
  }

  /** The change of the machine that helps, where there is one. */
  public Optional<Remedy> remedy() {
    return remedy;
  }

  private static Optional<Remedy> remedy(Throwable cause) {
    return switch (cause) {
      case NoRoomException _ -> Optional.of(new Remedy.MoreBootMemory());
      case KvmException.Vcpus vcpus -> Optional.of(new Remedy.FewerProcessors(vcpus.limit()));
      case StateFileException file
          when file.problem()
              instanceof StateFileProblem.ImpossiblePlace(SlotProblem.BeyondMaximum _) ->
          Optional.of(new Remedy.MoreSlotMemory());
      default -> Optional.empty();
    };
  }

  private static String message(String fault, Optional<Remedy> remedy) {
    return remedy.map(help -> fault + "; " + help.message()).orElse(fault);
  }
}
