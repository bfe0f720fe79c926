using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit recurrent --model mcf</c>.</summary>
internal sealed class MeanCumulativeCommandOptions
{
    private readonly Option<string?> _terminal = CliOptions.Text(
        "--terminal", "A,B", "The levels of the status after which there can be no event, as death; the other ones are the events.");

    private readonly Option<string?> _censored = CensoredOption.Create();

    private readonly ChoiceOption<HazardConfidenceType> _type = new(
        "--conf-type", "The scale of the intervals.", "log", ("plain", HazardConfidenceType.Plain), ("log", HazardConfidenceType.Log));

    private readonly Option<double[]> _times = CliOptions.Times("Shows the mean number of events by these times.");

    private readonly Option<bool> _test = new("--test")
    {
        Description = "Adds the comparison of the groups, within strata() (csv: the test only).",
    };

    private MeanCumulativeCommandOptions()
    {
    }

    /// <summary>All of the options.</summary>
    public Option[] All => [_terminal, _censored, _type, _times, _test];

    /// <summary>Adds the options to a command.</summary>
    public static MeanCumulativeCommandOptions AddTo(Command command)
    {
        var options = new MeanCumulativeCommandOptions();
        Array.ForEach(options.All, command.Add);
        return options;
    }

    /// <summary>Fits the means, and compares them where that was asked for.</summary>
    public (IResult Result, MeanCumulativeCurves Means) Fit(
        ParseResult parsed, DataFrame frame, string formula, string id, string? weights, string? cluster, double level, bool joinNearTies)
    {
        var options = new MeanCumulativeOptions
        {
            Terminal = [.. parsed.GetValue(_terminal)?.Split(',', StringSplitOptions.TrimEntries) ?? []],
            ConfidenceType = _type.Choice(parsed)!.Value,
            Level = level,
            JoinNearTies = joinNearTies,
        };
        string? censored = parsed.GetValue(_censored);
        MeanCumulativeCurves means = MeanCumulativeFunction.Fit(frame, formula, id, options, weights, cluster, censored)
            .ShownAt(parsed.GetValue(_times)!);
        MeanCumulativeTest? test = parsed.GetValue(_test)
            ? MeanCumulativeFunction.Test(frame, formula, id, options, weights, censored)
            : null;
        return (new CombinedResult(means).With("test", test), means);
    }
}
