using System.CommandLine;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit cox --figure</c>: those of <see cref="ForestFigureOptions"/> by the same names.</summary>
internal sealed class ForestOptions
{
    private readonly FigureStyle _style = new("A heading above the forest plot, and the title of the table.");

    private readonly Option<double[]> _ends = CliOptions.Numbers(
        "--xlim", "a,b", "The ends of the axis of hazard ratios.", ratio => ratio > 0, "two ratios above 0 with a comma between them");

    private ForestOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>, without which these have nothing to say.</param>
    public static ForestOptions AddTo(Command command, Option<string?> figure)
    {
        var options = new ForestOptions();
        command.Add(options._style.Title);
        Option[] ofFigure = [options._ends, .. options._style.Look];
        foreach (Option option in ofFigure)
        {
            command.Add(option);
        }

        FigureStyle.Require(command, ofFigure, figure);
        return options;
    }

    /// <summary>The option <c>--title</c>, which the table has too.</summary>
    public Option<string?> TitleOption => _style.Title;

    /// <summary>The title that was asked for.</summary>
    public string? Title(ParseResult parsed) => parsed.GetValue(_style.Title);

    /// <summary>The options of the figure.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">The table that is drawn.</param>
    /// <exception cref="CommandException">The axis has not two ends.</exception>
    public ForestFigureOptions Read(ParseResult parsed, RegressionTable table)
    {
        var standard = new ForestFigureOptions();
        double[] ends = parsed.GetValue(_ends)!;
        return standard with
        {
            Title = Title(parsed),
            Decimals = table.Options.Decimals,
            AxisLower = ends.Length == 0 ? null : ends[0],
            AxisUpper = ends switch
            {
                [] => null,
                [var lower, var upper] when lower < upper => upper,
                _ => throw new CommandException(
                    FormattableString.Invariant($"--xlim {string.Join(",", ends)}: two ratios above 0, the smaller first, were expected.")),
            },
            Width = _style.Width(parsed, standard),
            Theme = _style.Theme(parsed, standard),
        };
    }
}
