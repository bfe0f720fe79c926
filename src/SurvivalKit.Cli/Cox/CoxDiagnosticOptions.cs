using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--robust</c>, <c>--zph</c> and <c>--residuals</c> of <c>survkit cox</c>.</summary>
internal sealed class CoxDiagnosticOptions
{
    private readonly Option<bool> _robust = new("--robust")
    {
        Description = "Robust standard errors; the default with cluster() in the formula or with weights that are not whole numbers.",
    };

    private readonly ChoiceOption<TimeTransform> _zph = new(
        "--zph",
        "Tests proportional hazards, with time on this scale.",
        null,
        ("km", TimeTransform.KaplanMeier),
        ("identity", TimeTransform.Identity),
        ("rank", TimeTransform.Rank),
        ("log", TimeTransform.Log));

    private readonly ChoiceOption<CoxResidualKind> _residuals = new(
        "--residuals",
        "Lists residuals: one line an observation, or an event for the schoenfeld kinds.",
        null,
        ("martingale", CoxResidualKind.Martingale),
        ("deviance", CoxResidualKind.Deviance),
        ("cox-snell", CoxResidualKind.CoxSnell),
        ("score", CoxResidualKind.Score),
        ("schoenfeld", CoxResidualKind.Schoenfeld),
        ("scaled-schoenfeld", CoxResidualKind.ScaledSchoenfeld),
        ("dfbeta", CoxResidualKind.DfBeta),
        ("dfbetas", CoxResidualKind.DfBetas));

    private CoxDiagnosticOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    public static CoxDiagnosticOptions AddTo(Command command)
    {
        var options = new CoxDiagnosticOptions();
        command.Add(options._robust);
        command.Add(options._zph);
        command.Add(options._residuals);
        return options;
    }

    /// <summary>Whether robust errors were requested; null: the default rule.</summary>
    public bool? IsRobust(ParseResult parsed) => parsed.GetValue(_robust) ? true : null;

    /// <summary>Adds the requested results to the fit.</summary>
    /// <exception cref="SurvivalDataException">The fit cannot compute it.</exception>
    public CombinedResult AddTo(CombinedResult result, ParseResult parsed, CoxFit fit) => result
        .With("proportionalHazards", _zph.Choice(parsed) is { } transform ? fit.ProportionalHazards(transform) : null, "terms")
        .With("residuals", _residuals.Choice(parsed) is { } kind ? fit.Residuals(kind).ToList() : null, "residuals");
}
