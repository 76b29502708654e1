package org.memslot.acceptance.inside;

import java.util.HashMap;
import java.util.Map;

/** Environment variables of the command. */
final class Environment {
  /**
   * Compiling takes the guest's only processor: less of it, and not what other runs used often.
   * Benchmarks add to it.
   */
  static final Map<String, String> VARIABLES =
      new HashMap<>(
          Map.of(
              "MEMSLOT_JAVA_OPTIONS",
              "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5"
                  + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"));

  private Environment() {}
}
