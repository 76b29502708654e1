package org.memslot.hypervisor.kvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of the classes that are named, in this process: a program for a machine that has
 * KVM, but neither Maven nor much time. Its status is 0 when there were tests and all of them
 * passed.
 */
final class KvmTests implements TestExecutionListener {
  private int passed;
  private final List<String> others = new ArrayList<>();
  private long begun;

  private KvmTests() {}

  static void main(String[] classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList())
            .build();
    KvmTests tests = new KvmTests();
    LauncherFactory.create().execute(request, tests);
    tests.others.forEach(System.out::println);
    System.out.printf("%d tests on KVM passed, %d did not%n", tests.passed, tests.others.size());
    System.exit(tests.passed > 0 && tests.others.isEmpty() ? 0 : 1);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    begun = System.nanoTime();
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    others.add("SKIPPED %s: %s".formatted(test.getDisplayName(), reason));
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
    others.add("%s %s".formatted(result.getStatus(), test.getDisplayName()));
    result.getThrowable().ifPresent(Throwable::printStackTrace);
  }
}
