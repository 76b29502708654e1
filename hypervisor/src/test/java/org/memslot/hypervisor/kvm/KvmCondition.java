package org.memslot.hypervisor.kvm;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether this host has KVM, or is to fail without. */
final class KvmCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.exists(Path.of("/dev/kvm")) || System.getProperty("kvm", "").equals("required")) {
      return ConditionEvaluationResult.enabled("KVM is there or required");
    }
    return ConditionEvaluationResult.disabled(
        "no /dev/kvm on this host; KvmUnitTest of acceptance runs it in an emulated machine");
  }
}
