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
        ("all", null),
    ];

    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ age + factor(sex)");
        var distribution = new ChoiceOption<int>(
            "--dist",
            "The distribution of the time; all compares exponential, weibull, gompertz, lognormal and loglogistic by AIC.",
            "weibull",
            [.. Words.Select((word, place) => (word.Word, place))]);
        Option<string?> weights = CliOptions.Weights();
        Option<string?> cluster = CliOptions.Column("--cluster", "The column of clusters, for robust standard errors.");
        Option<double?> level = CliOptions.Level();
        Option<bool> ratios = new("--hazard-ratios")
        {
            Description = "Shows the coefficients as hazard ratios too, where the hazards of the distribution are proportional.",
        };
        var command = new Command("parametric", "Fits a parametric regression: accelerated failure times, or proportional hazards.")
        {
            data, formula, distribution, weights, cluster, level, ratios,
        };
        DataOptions read = DataOptions.AddTo(command);
        ParametricPredictionOptions prediction = ParametricPredictionOptions.AddTo(command, data);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit parametric lung.csv \"Surv(time, status) ~ age + factor(sex)\"",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + strata(sex)\" --dist lognormal --json",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --dist all",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --hazard-ratios",
            "survkit parametric lung.csv \"Surv(time, status) ~ age + sex\" --predict new.csv --times 365,730 --quantiles 0.5");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                ParametricDistribution? chosen = Words[distribution.Choice(parsed)!.Value].Value;
                var options = new ParametricOptions { Level = parsed.GetValue(level)!.Value };
                string? weightColumn = parsed.GetValue(weights);
                string? clusterColumn = parsed.GetValue(cluster);
                string model = parsed.GetRequiredValue(formula);
                if (chosen is null && prediction.IsAsked(parsed))
                {
                    throw new CommandException("--predict was given with --dist all; one distribution was expected.");
                }

                DataFrame frame = DataSource.Analyse(source, () => read.Load(parsed, source, streams));
                IResult result;
                IEnumerable<string> cautions;
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
                    ParametricComparison comparison = DataSource.Analyse(
                        source, () => ParametricModel.Compare(frame, model, options, weightColumn, clusterColumn));
                    cautions = comparison.Cautions;
                    result = comparison;
                }

                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, result);
                streams.Warn([.. cautions]);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
