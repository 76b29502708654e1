package org.memslot.hypervisor.kvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests in this process: a program for a machine that has KVM, but neither Maven nor much
 * time. It reads names of classes from its standard input, one a line, runs the tests of each, and
 * says whether there were tests and all of them passed. {@code KvmUnitTest} of the module
 * acceptance starts it.
 */
final class KvmTests implements TestExecutionListener {
  private int passed;
  private final List<String> others = new ArrayList<>();
  private long begun;

  private KvmTests() {}

  static void main(String[] args) throws IOException {
    Launcher launcher = LauncherFactory.create();
    BufferedReader names =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(name))
              .build();
      KvmTests tests = new KvmTests();
      launcher.execute(request, tests);
      System.out.println("nested: " + name + " " + tests.outcome());
    }
    System.exit(0);
  }

  private String outcome() {
    if (passed > 0 && others.isEmpty()) {
      return "passed";
    }
    return "failed: %d tests passed, not %s".formatted(passed, others);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    begun = System.nanoTime();
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    others.add("%s, skipped: %s".formatted(test.getDisplayName(), reason));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      if (test.isTest()) {
        passed++;
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        System.out.printf("%6d ms  %s%n", millis, test.getDisplayName());
      }
      return;
    }
    others.add("%s, %s".formatted(test.getDisplayName(), result.getStatus()));
    result.getThrowable().ifPresent(Throwable::printStackTrace);
  }
}
