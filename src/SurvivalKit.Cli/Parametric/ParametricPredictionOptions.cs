using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--predict</c>, <c>--times</c>, <c>--quantiles</c> and <c>--mean-until</c> of
/// <c>survkit parametric</c>.</summary>
internal sealed class ParametricPredictionOptions
{
    private readonly Option<string?> _predict = PredictOption.Create(
        "Predicts for the rows of this file: survival at --times, times of --quantiles, mean times --mean-until; without any of these the "
        + "median.");

    private readonly Option<double[]> _times = CliOptions.Times("Shows the survival of the rows of --predict at these times.");

    private readonly Option<double[]> _quantiles =
        CliOptions.Quantiles("Shows the times by which these parts of subjects like the rows of --predict have had the event.");

    private readonly Option<double[]> _means = CliOptions.Numbers(
        "--mean-until",
        "t,t",
        "Shows the mean time that subjects like the rows of --predict live until these times.",
        time => time > 0,
        "times above 0 with commas between them");

    private ParametricPredictionOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="data">The argument of the data.</param>
    public static ParametricPredictionOptions AddTo(Command command, Argument<string> data)
    {
        var options = new ParametricPredictionOptions();
        PredictOption.AddTo(command, options._predict, data);
        PredictOption.AddPoints(command, options._predict, options._times, options._quantiles, options._means);
        return options;
    }

    /// <summary>Whether predictions were asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_predict) is not null;

    /// <summary>Adds the requested predictions to the fit.</summary>
    /// <exception cref="SurvivalDataException">The new rows cannot be read or do not fit the model.</exception>
    public CombinedResult AddTo(CombinedResult result, ParseResult parsed, ParametricFit fit, Func<string, DataFrame> load)
    {
        if (parsed.GetValue(_predict) is not { } source)
        {
            return result;
        }

        double[] times = parsed.GetValue(_times)!;
        double[] parts = parsed.GetValue(_quantiles)!;
        double[] means = parsed.GetValue(_means)!;
        parts = times.Length + parts.Length + means.Length == 0 ? [0.5] : parts;
        DataFrame rows = DataSource.Analyse(source, () => load(source));
        ParametricPredictions? Of(ParametricQuantity quantity, double[] at) =>
            at.Length == 0 ? null : DataSource.Analyse(source, () => fit.Predict(rows, quantity, at));
        return result
            .With("survival", Of(ParametricQuantity.Survival, times), "estimates")
            .With("quantiles", Of(ParametricQuantity.Quantile, parts), "estimates")
            .With("means", Of(ParametricQuantity.RestrictedMean, means), "estimates");
    }
}
