package org.memslot.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help that shows each option under the first of its names: every long one is also taken with the other number of dashes. */
final class OneNameHelpFactory implements IHelpFactory {
  @Override
  public Help create(CommandSpec command, ColorScheme colors) {
    return new Help(command, colors) {
      @Override
      public Layout createDefaultLayout() {
        TextTable table =
            TextTable.forColumns(
                colors, new Column(24, 2, Overflow.SPAN), new Column(76, 2, Overflow.WRAP));
        return new Layout(
            colors,
            table,
            (option, labels, scheme) ->
                new Text[][] {
                  {
                    scheme.optionText(option.names()[0])
                        .concat(labels.renderParameterLabel(option, scheme.ansi(), scheme.optionParamStyles()))
                  },
                },
            createMinimalParameterRenderer());
      }
    };
  }
}
