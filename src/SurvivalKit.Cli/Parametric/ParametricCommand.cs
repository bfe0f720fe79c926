using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit parametric DATA FORMULA --dist weibull</c>: parametric regression of times.</summary>
internal static class ParametricCommand
{
    private static readonly (string Word, ParametricDistribution? Value)[] Words =
    [
        ("weibull", ParametricDistribution.Weibull),
        ("exponential", ParametricDistribution.Exponential),
        ("rayleigh", ParametricDistribution.Rayleigh),
        ("lognormal", ParametricDistribution.LogNormal),
        ("loglogistic", ParametricDistribution.LogLogistic),
        ("gompertz", ParametricDistribution.Gompertz),
        ("gaussian", ParametricDistribution.Gaussian),
        ("logistic", ParametricDistribution.Logistic),
        ("extreme", ParametricDistribution.ExtremeValue),
        ("gengamma", ParametricDistribution.GeneralizedGamma),
        ("genf", ParametricDistribution.GeneralizedF),
        ("piecewise", ParametricDistribution.PiecewiseExponential),
        ("spline-hazard", ParametricDistribution.SplineHazard),
        ("spline-odds", ParametricDistribution.SplineOdds),
        ("spline-normal", ParametricDistribution.SplineNormal),
        ("all", null),
    ];

    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ age + factor(sex)");
        var distribution = new ChoiceOption<int>(
            "--dist",
            "The distribution of the time; all compares exponential, weibull, gompertz, lognormal, loglogistic and gengamma by AIC.",
            "weibull",
            [.. Words.Select((word, place) => (word.Word, place))]);
        Option<string?> weights = CliOptions.Weights();
        Option<string?> cluster = CliOptions.Column("--cluster", "The column of clusters, for robust standard errors.");
        Option<double?> level = CliOptions.Level();
        Option<double?> knots = CliOptions.Number(
            "--knots", "number", "The number of inner knots of a spline, at quantiles of the events.", 1,
            count => count is >= 0 and <= 20 && count == Math.Floor(count), "a whole number from 0 to 20");
        Option<double[]> knotTimes = CliOptions.Numbers(
            "--knot-times", "t,t", "The inner knots of a spline, in the place of --knots.", time => time > 0,
            "times above 0 with commas between them");
        Option<double[]> cuts = CliOptions.Numbers(
            "--cuts", "t,t", "The times at which a piecewise hazard changes. Default: the quartiles of the events.", time => time > 0,
            "times above 0 with commas between them");
        Option<bool> ratios = new("--hazard-ratios")
        {
            Description = "Shows the coefficients as hazard ratios too, where the hazards of the distribution are proportional.",
        };
        var command = new Command("parametric", "Fits a parametric regression: accelerated failure times, or proportional hazards.")
        {
            data, formula, distribution, knots, knotTimes, cuts, weights, cluster, level, ratios,
        };
        DataOptions read = DataOptions.AddTo(command);
        ParametricPredictionOptions prediction = ParametricPredictionOptions.AddTo(command, data);
        ExtrapolationOptions extrapolation = ExtrapolationOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit parametric lung.csv \"Surv(time, status) ~ age + factor(sex)\"",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + strata(sex)\" --dist lognormal --json",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --dist all --extrapolate 365,1000,2000 --figure curves.svg",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --dist spline-hazard --knots 2",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --hazard-ratios",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --predict new.csv --times 365,730 --quantiles 0.5");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                ParametricDistribution? chosen = Words[distribution.Choice(parsed)!.Value].Value;
                var options = new ParametricOptions
                {
                    Level = parsed.GetValue(level)!.Value,
                    Knots = (int)parsed.GetValue(knots)!.Value,
                    KnotTimes = [.. parsed.GetValue(knotTimes)!],
                    Cuts = [.. parsed.GetValue(cuts)!],
                };
                string? weightColumn = parsed.GetValue(weights);
                string? clusterColumn = parsed.GetValue(cluster);
                string model = parsed.GetRequiredValue(formula);
                if (chosen is null && prediction.IsAsked(parsed))
                {
                    throw new CommandException("--predict was given with --dist all; one distribution was expected.");
                }

                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams));
                CombinedResult result;
                IEnumerable<string> cautions;
                ParametricComparison Compare(params ParametricDistribution[] distributions) => DataSource.Analyse(
                    source, () => ParametricModel.Compare(frame, model, options, weightColumn, clusterColumn, distributions));
                if (chosen is { } one)
                {
                    ParametricFit fit = DataSource.Analyse(source, () => ParametricModel.Fit(
                        frame, model, options with { Distribution = one }, weightColumn, clusterColumn));
                    if (fit.Status == FitStatus.NoEvents)
                    {
                        throw new CommandException(
                            $"{DataSource.NameOf(source)}: no event was observed in {fit.Formula}; at least one was expected.");
                    }

                    cautions = fit.Cautions;
                    ParametricHazardRatios? proportional =
                        parsed.GetValue(ratios) ? DataSource.Analyse(source, fit.HazardRatios) : null;
                    CombinedResult combined = new CombinedResult(fit).With("hazardRatios", proportional, "terms");
                    result = prediction.AddTo(combined, parsed, fit, file => read.LoadPlain(parsed, file, streams));
                }
                else
                {
                    ParametricComparison comparison = Compare();
                    cautions = comparison.Cautions;
                    result = new CombinedResult(comparison);
                }

                cancellation.ThrowIfCancellationRequested();
                using var files = new StagedFiles();
                result = DataSource.Analyse(source, () => extrapolation.AddTo(
                    result, parsed, frame, () => chosen is { } own ? Compare(own) : Compare(), files));
                output.Write(parsed, result, files);
                streams.Warn([.. cautions]);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
