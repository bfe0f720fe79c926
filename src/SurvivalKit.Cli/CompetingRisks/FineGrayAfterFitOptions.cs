using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--zph</c>, <c>--residuals</c>, <c>--baseline</c>, <c>--predict</c> and <c>--times</c> of <c>survkit
/// finegray</c>, by the names that <c>survkit cox</c> has for them.</summary>
internal sealed class FineGrayAfterFitOptions
{
    private readonly ChoiceOption<TimeTransform> _zph = new(
        "--zph",
        "Tests proportional subdistribution hazards, with time on this scale.",
        null,
        ("incidence", TimeTransform.KaplanMeier),
        ("identity", TimeTransform.Identity),
        ("rank", TimeTransform.Rank),
        ("log", TimeTransform.Log));

    private readonly ChoiceOption<CoxResidualKind> _residuals = new(
        "--residuals",
        "Lists residuals: one line an observation, or an event of the cause for the schoenfeld kinds.",
        null,
        ("schoenfeld", CoxResidualKind.Schoenfeld),
        ("scaled-schoenfeld", CoxResidualKind.ScaledSchoenfeld),
        ("score", CoxResidualKind.Score),
        ("dfbeta", CoxResidualKind.DfBeta),
        ("dfbetas", CoxResidualKind.DfBetas));

    private readonly Option<bool> _baseline =
        new("--baseline") { Description = "Shows the incidence for covariates of 0 in each stratum." };

    private readonly Option<string?> _predict = PredictOption.Create(
        "Predicts for the rows of this .csv or .tsv file: linear predictor, and incidence at --times.");

    private readonly Option<double[]> _times = CliOptions.Times("Shows the incidence of the rows of --predict at these times.");

    private FineGrayAfterFitOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="data">The argument of the data.</param>
    public static FineGrayAfterFitOptions AddTo(Command command, Argument<string> data)
    {
        var options = new FineGrayAfterFitOptions();
        command.Add(options._zph);
        command.Add(options._residuals);
        command.Add(options._baseline);
        PredictOption.AddTo(command, options._predict, data);
        PredictOption.AddPoints(command, options._predict, options._times);
        return options;
    }

    /// <summary>Adds the requested results to the fit.</summary>
    /// <exception cref="SurvivalDataException">The fit cannot compute it, or the new rows cannot be read or do not fit the
    /// model.</exception>
    public CombinedResult AddTo(CombinedResult result, ParseResult parsed, FineGrayFit fit, Func<string, DataFrame> load) => result
        .With("proportionalHazards", _zph.Choice(parsed) is { } transform ? fit.ProportionalHazards(transform) : null, "terms")
        .With("residuals", _residuals.Choice(parsed) is { } kind ? fit.Residuals(kind).ToList() : null, "residuals")
        .With("baseline", parsed.GetValue(_baseline) ? fit.Baseline() : null, "curves")
        .With(
            "predictions",
            parsed.GetValue(_predict) is { } source
                ? DataSource.Analyse(source, () => fit.Predict(load(source), parsed.GetValue(_times)!))
                : null,
            "predictions");
}
