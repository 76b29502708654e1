package org.memslot.aml.asl;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.memslot.aml.AmlTable;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;

/**
 * Makes the descriptor names that some macros must have. Compilers declare them in the scope around
 * the template, so each is used once in a table, and none is the name of anything else in it.
 */
final class ResourceTags implements Supplier<String> {
  private static final int DIGITS = 3;

  private final Set<String> taken;
  private int next;

  private ResourceTags(Set<String> taken) {
    this.taken = taken;
  }

  static ResourceTags of(AmlTable table) {
    Set<String> taken = new HashSet<>();
    new NameWalker(NameNode.newRoot()) {
      @Override
      void declares(NameString name, int objectType) {
        take(name);
      }

      @Override
      void uses(NameString name, NameUse use, int argumentCount) {
        take(name);
      }

      private void take(NameString name) {
        for (NameSeg segment : name.segments()) {
          if ((segment.packed() & 0xFF) == 'T') {
            taken.add(segment.toString());
          }
        }
      }
    }.walk(table.terms());
    return new ResourceTags(taken);
  }

  @Override
  public String get() {
    while (true) {
      String digits =
          Integer.toString(next++, Character.MAX_RADIX).toUpperCase(java.util.Locale.ROOT);
      String tag = "T" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
      if (!taken.contains(tag)) {
        return tag;
      }
    }
  }
}
