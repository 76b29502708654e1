package org.memslot.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Help that shows each option under the first of its names, with its value after a blank, and what
 * it means below. Every long option is also taken with the other number of dashes.
 */
final class OneNameHelpFactory implements IHelpFactory {
  @Override
  public Help create(CommandSpec command, ColorScheme colors) {
    return new Help(command, colors) {
      @Override
      public Layout createDefaultLayout() {
        TextTable table = TextTable.forColumns(colors, new Column(100, 2, Overflow.WRAP));
        return new Layout(
            colors,
            table,
            (option, labels, scheme) -> rows(option, scheme),
            createMinimalParameterRenderer());
      }
    };
  }

  private static Text[][] rows(OptionSpec option, ColorScheme colors) {
    List<Text[]> rows = new ArrayList<>();
    Text name = colors.optionText(option.names()[0]);
    boolean takesValue = option.arity().max() > 0;
    rows.add(
        new Text[] {
          takesValue ? name.concat(" ").concat(colors.text(option.paramLabel())) : name,
        });
    for (String line : option.description()) {
      rows.add(new Text[] {colors.text("    " + line)});
    }
    return rows.toArray(Text[][]::new);
  }
}
