using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--firth</c>, <c>--ridge</c> and <c>--unscaled</c> of <c>survkit cox</c>.</summary>
internal sealed class CoxPenaltyOptions
{
    private readonly Option<bool> _firth = new("--firth")
    {
        Description = "Firth's penalty: estimates stay finite where a term separates the events.",
    };

    private readonly Option<double?> _ridge = CliOptions.Number(
        "--ridge",
        "theta",
        "A ridge penalty of theta / 2 times the sum of squared coefficients.",
        null,
        theta => theta > 0,
        "a number above 0");

    private readonly Option<bool> _unscaled = new("--unscaled")
    {
        Description = "The ridge penalty is on the coefficients themselves, not in standard deviations of their columns.",
    };

    private CoxPenaltyOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    public static CoxPenaltyOptions AddTo(Command command)
    {
        var options = new CoxPenaltyOptions();
        command.Add(options._firth);
        command.Add(options._ridge);
        command.Add(options._unscaled);
        command.Validators.Add(result =>
        {
            bool hasRidge = result.GetResult(options._ridge) is { Implicit: false };
            if (result.IsOn(options._firth) && hasRidge)
            {
                result.AddError("--firth and --ridge were both given; one penalty was expected.");
            }

            if (result.IsOn(options._unscaled) && !hasRidge)
            {
                result.AddError("--unscaled was given without --ridge; the ridge penalty was expected with it.");
            }
        });
        return options;
    }

    /// <summary>The options of a fit with the penalty that was asked for.</summary>
    public CoxOptions Apply(ParseResult parsed, CoxOptions options) => options with
    {
        Firth = parsed.GetValue(_firth),
        Ridge = parsed.GetValue(_ridge) ?? 0,
        RidgeIsScaled = !parsed.GetValue(_unscaled),
    };
}
