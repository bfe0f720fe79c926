using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--baseline</c>, <c>--predict</c> and <c>--times</c> of <c>survkit cox</c>.</summary>
internal sealed class CoxPredictionOptions
{
    private readonly Option<bool> _baseline =
        new("--baseline") { Description = "Shows the cumulative baseline hazard of each stratum (covariates of 0)." };

    private readonly Option<string?> _predict = PredictOption.Create(
        "Predicts for the rows of this .csv or .tsv file: linear predictor and risk, and survival at --times.");

    private readonly Option<double[]> _times =
        CliOptions.Times("Shows the survival of the rows of --predict, or of --adjusted, at these times.");

    private CoxPredictionOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="data">The argument of the data.</param>
    /// <param name="adjustment">The options of adjusted curves, which use the times too.</param>
    public static CoxPredictionOptions AddTo(Command command, Argument<string> data, CoxAdjustmentOptions adjustment)
    {
        var options = new CoxPredictionOptions();
        command.Add(options._baseline);
        PredictOption.AddTo(command, options._predict, data);
        command.Add(options._times);
        command.Validators.Add(result =>
        {
            if (result.GetResult(options._predict) is null && !adjustment.IsAsked(result)
                && result.GetResult(options._times) is { Implicit: false })
            {
                result.AddError(
                    "--times was given without --predict or --adjusted; the file of the rows to predict for, or a column, was expected.");
            }
        });
        return options;
    }

    /// <summary>The times that were asked for.</summary>
    public double[] Times(ParseResult parsed) => parsed.GetValue(_times)!;

    /// <summary>Adds the requested predictions to the fit.</summary>
    /// <exception cref="SurvivalDataException">The new rows cannot be read or do not fit the model.</exception>
    public CombinedResult AddTo(CombinedResult result, ParseResult parsed, CoxFit fit, Func<string, DataFrame> load)
    {
        CoxCurveSteps? baseline = parsed.GetValue(_baseline) ? fit.Baseline().ToSteps() : null;
        IResult? predictions = parsed.GetValue(_predict) is { } source
            ? DataSource.Analyse(source, () => Predict(fit, load(source), parsed.GetValue(_times)!))
            : null;
        return result.With("baseline", baseline, "steps").With("predictions", predictions, "predictions");
    }

    private static IResult Predict(CoxFit fit, DataFrame rows, double[] times) =>
        times.Length == 0 ? fit.Predict(rows) : fit.PredictSurvival(rows, times);
}
