package org.memslot.acceptance.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program that the nested machine runs: reads names of runs from its standard input, one a
 * line, carries each out and says on its standard output whether it passed.
 */
public final class Runs {
  private static final Map<String, Runnable> RUNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("memslot", () -> HotplugRuns.cycles("memslot")),
              Map.entry("qemu", () -> HotplugRuns.cycles("qemu")),
              Map.entry("many", HotplugRuns::many),
              Map.entry("numa", HotplugRuns::numa),
              Map.entry("refuse", HotplugRuns::refuse),
              Map.entry("shell", BootRuns::shell),
              Map.entry("seabios", BootRuns::seabios),
              Map.entry("poweroff", BootRuns::poweroff),
              Map.entry("reboot", BootRuns::reboot),
              Map.entry("forget", BootRuns::forget),
              Map.entry("peer", PeerFigures::run)));

  private Runs() {}

  /** Runs until the standard input ends. */
  public static void main(String[] args) throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String name = requests.readLine(); name != null; name = requests.readLine()) {
      Uptime.say("== " + name);
      System.out.println("nested: " + name + " " + outcome(name));
    }
  }

  private static String outcome(String name) {
    Runnable run = RUNS.get(name);
    if (run == null) {
      return "failed: there is no such run, but " + RUNS.keySet();
    }
    try {
      run.run();
      return "passed";
    } catch (RunFailure e) {
      return "failed: " + e.getMessage();
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      return "failed: " + e;
    }
  }

  /** Carries out steps with a machine; if one fails, prints what the machine said. */
  static void guarded(MemslotMachine machine, Runnable steps) {
    try {
      steps.run();
    } catch (RuntimeException e) {
      try {
        machine.explain();
      } catch (IOException | InterruptedException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  /** Fails the run unless something holds. */
  static void check(boolean holds, String problem) {
    if (!holds) {
      throw new RunFailure(problem);
    }
  }
}
