package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.List;
import org.memslot.ospm.interpreter.value.AmlException;

/** A table on its way into the namespace: what is left to do at its end, and what went wrong. */
final class TableLoad {
  /** Something that can be done only when all names of the table are declared. */
  interface Deferred {
    void run(Evaluation evaluation);
  }

  private final List<Deferred> deferred = new ArrayList<>();
  private final List<AmlException> problems = new ArrayList<>();

  void later(Deferred task) {
    deferred.add(task);
  }

  void problem(AmlException problem) {
    problems.add(problem);
  }

  void finish(Evaluation evaluation) {
    for (Deferred task : deferred) {
      try {
        task.run(evaluation);
      } catch (AmlException e) {
        problems.add(e);
      }
    }
    deferred.clear();
  }

  List<AmlException> problems() {
    return List.copyOf(problems);
  }
}
