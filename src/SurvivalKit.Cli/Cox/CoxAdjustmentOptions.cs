using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--adjusted</c> and <c>--rmst</c> of <c>survkit cox</c>, which share <c>--times</c> with
/// <c>--predict</c>.</summary>
internal sealed class CoxAdjustmentOptions
{
    private readonly Option<string?> _adjusted = new("--adjusted")
    {
        Description = "Survival by group of this column if all rows had it in turn (G-computation): at --times, or at each event time.",
        HelpName = "COL",
    };

    private readonly Option<double?> _horizon = CliOptions.Number(
        "--rmst", "tau", "Adds the adjusted mean survival time up to this time, and how groups differ in it.", null, tau =>
            tau > 0, "a time after 0");

    private CoxAdjustmentOptions()
    {
    }

    /// <summary>Whether adjusted curves are asked for.</summary>
    public bool IsAsked(CommandResult result) => result.GetResult(_adjusted) is { Implicit: false };

    /// <summary>Adds the options to a command.</summary>
    public static CoxAdjustmentOptions AddTo(Command command)
    {
        var options = new CoxAdjustmentOptions();
        command.Add(options._adjusted);
        command.Add(options._horizon);
        command.Validators.Add(result =>
        {
            if (!options.IsAsked(result) && result.GetResult(options._horizon) is { Implicit: false })
            {
                result.AddError("--rmst was given without --adjusted; the column of the groups was expected.");
            }
        });
        return options;
    }

    /// <summary>Adds the adjusted curves to the fit.</summary>
    /// <exception cref="SurvivalDataException">The fit cannot compute them.</exception>
    public CombinedResult AddTo(
        CombinedResult result, ParseResult parsed, CoxFit fit, DataFrame data, string? weights, double[] times) => result.With(
        "adjusted", parsed.GetValue(_adjusted) is { } variable
            ? fit.Adjusted(data, variable, new AdjustedCurveOptions
            {
                Times = [.. times],
                Horizon = parsed.GetValue(_horizon),
                Weights = weights,
            })
            : null);
}
