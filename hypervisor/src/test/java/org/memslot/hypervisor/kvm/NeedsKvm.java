package org.memslot.hypervisor.kvm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class run guests on this host's KVM. They are skipped where it has none, except
 * with {@code -Dkvm=required}, which {@code KvmUnitTest} of the module acceptance sets.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KvmCondition.class)
@interface NeedsKvm {}
