using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--extrapolate</c> and <c>--figure</c> of <c>survkit parametric</c>: what the distributions say of the
/// population, beside Kaplan-Meier and beyond the follow-up.</summary>
internal sealed class ExtrapolationOptions
{
    private const int Points = 150;

    private readonly Option<double[]> _times = CliOptions.Numbers(
        "--extrapolate",
        "t,t",
        "Shows the mean survival and the hazard of the rows of DATA at these times by each distribution, beside Kaplan-Meier.",
        time => time > 0,
        "times above 0 with commas between them");

    private readonly Option<string?> _figure = FigureFile.Option("the survival and the hazards of the rows of DATA by each distribution");

    private readonly Option<double?> _end = CliOptions.Number(
        "--xlim", "t", "The end of the time axis. Default: twice the follow-up.", null, time => time > 0, "a time after 0");

    private readonly Option<string?> _unit = CliOptions.Text("--unit", "UNIT", "The unit of time, such as months.");

    private readonly FigureStyle _style = new("A heading above the curves.");

    /// <summary>Adds the options to a command.</summary>
    public static ExtrapolationOptions AddTo(Command command)
    {
        var options = new ExtrapolationOptions();
        command.Add(options._times);
        command.Add(options._figure);
        Option[] own = [options._style.Title, options._unit, options._end, .. options._style.Look];
        foreach (Option option in own)
        {
            command.Add(option);
        }

        FigureStyle.Require(command, own, options._figure);
        return options;
    }

    /// <summary>Adds what was asked for to a result and to the files.</summary>
    /// <exception cref="SurvivalDataException">No distribution has a maximum.</exception>
    public CombinedResult AddTo(
        CombinedResult result, ParseResult parsed, DataFrame frame, Func<ParametricComparison> compare, StagedFiles files)
    {
        double[] times = parsed.GetValue(_times)!;
        string? path = parsed.GetValue(_figure);
        if (times.Length == 0 && path is null)
        {
            return result;
        }

        ParametricComparison comparison = compare();
        FigureFile.Stage(files, path, () =>
        {
            double end = parsed.GetValue(_end) ?? 2 * comparison.FollowUp;
            var standard = new ParametricFigureOptions();
            return ParametricFigure.Draw(
                comparison.Extrapolate(frame, Enumerable.Range(1, Points).Select(k => end * k / Points)),
                standard with
                {
                    Title = parsed.GetValue(_style.Title),
                    TimeUnit = parsed.GetValue(_unit),
                    MaximumTime = end,
                    Width = _style.Width(parsed, standard),
                    Theme = _style.Theme(parsed, standard),
                });
        });
        return times.Length == 0 ? result : result.With("extrapolation", comparison.Extrapolate(frame, times));
    }
}
