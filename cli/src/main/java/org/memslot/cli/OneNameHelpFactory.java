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
 * Help that shows each option under the first of its names, with its value after a blank, and each
 * other word, with what it means below. Every long option is also taken with the other number of
 * dashes.
 */
final class OneNameHelpFactory implements IHelpFactory {
  private static final String DESCRIPTION = " ".repeat(4);

  @Override
  public Help create(CommandSpec command, ColorScheme colors) {
    return new Help(command, colors) {
      @Override
      public Layout createDefaultLayout() {
        TextTable table = TextTable.forColumns(colors, new Column(100, 2, Overflow.WRAP));
        table.indentWrappedLines = DESCRIPTION.length();
        return new Layout(
            colors,
            table,
            (option, labels, scheme) -> rows(option, scheme),
            (parameter, labels, scheme) ->
                rows(
                    scheme.parameterText(parameter.paramLabel()), parameter.description(), scheme));
      }
    };
  }

  private static Text[][] rows(OptionSpec option, ColorScheme colors) {
    Text name = colors.optionText(option.names()[0]);
    boolean takesValue = option.arity().max() > 0;
    return rows(
        takesValue ? name.concat(" ").concat(colors.text(option.paramLabel())) : name,
        option.description(),
        colors);
  }

  private static Text[][] rows(Text name, String[] description, ColorScheme colors) {
    List<Text[]> rows = new ArrayList<>();
    rows.add(new Text[] {name});
    for (String line : description) {
      rows.add(new Text[] {colors.text(DESCRIPTION + line)});
    }
    return rows.toArray(Text[][]::new);
  }
}
