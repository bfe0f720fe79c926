using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit logrank DATA FORMULA</c>: the log-rank test and its weighted family.</summary>
internal static class LogRankCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ sex + strata(inst)");
        Option<double?> rho =
            CliOptions.Number("--rho", "number", "Power of S in the weights S^rho (1 - S)^gamma.", 0, _ => true, "a number");
        Option<double?> gamma = CliOptions.Number("--gamma", "number", "Power of 1 - S in the weights.", 0, _ => true, "a number");
        var weights = new ChoiceOption<LogRankWeighting>(
            "--weights",
            "Another family of weights.",
            null,
            ("gehan", LogRankWeighting.Gehan),
            ("tarone-ware", LogRankWeighting.TaroneWare),
            ("peto", LogRankWeighting.PetoPeto),
            ("modified-peto", LogRankWeighting.ModifiedPetoPeto));
        Option<bool> trend = new("--trend") { Description = "Adds a test for trend over the groups in their order (scores 1, 2, 3, ...)." };
        var pairwise = new ChoiceOption<PValueAdjustment>(
            "--pairwise",
            "Adds a comparison of every two groups, with P values adjusted for their number (csv: the comparisons only).",
            null,
            ("holm", PValueAdjustment.Holm),
            ("bonferroni", PValueAdjustment.Bonferroni),
            ("bh", PValueAdjustment.BenjaminiHochberg),
            ("none", PValueAdjustment.None));
        Option<bool> maxCombo = new("--maxcombo")
        {
            Description = "Adds the MaxCombo test of two groups: the largest of four weighted tests.",
        };
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("logrank", "Compares survival between groups (log-rank and its weighted family).")
        {
            data, formula, rho, gamma, weights, trend, pairwise, maxCombo,
        };
        command.Add(joins);
        DataOptions read = DataOptions.AddTo(command, takesDatabases: true);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            bool hasPowers = result.GetResult(rho) is { Implicit: false } || result.GetResult(gamma) is { Implicit: false };
            if (result.GetResult(weights) is not null && hasPowers)
            {
                result.AddError("--weights was given together with --rho or --gamma; one way to weigh was expected.");
            }
        });
        command.WithExamples(
            "survkit logrank lung.csv \"Surv(time, status) ~ sex\"",
            "survkit logrank lung.csv \"Surv(time, status) ~ sex + strata(ph.ecog)\" --json",
            "survkit logrank veteran.csv \"Surv(time, status) ~ celltype\" --weights gehan --pairwise holm",
            "survkit logrank lung.csv \"Surv(time, status) ~ ph.ecog\" --trend",
            "survkit logrank veteran.csv \"Surv(time, status) ~ trt\" --maxcombo",
            "survkit logrank veteran.csv \"Surv(time, status) ~ trt\" --rho 1");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new LogRankOptions
                {
                    Weighting = weights.Choice(parsed) ?? LogRankWeighting.FlemingHarrington,
                    Rho = parsed.GetValue(rho)!.Value,
                    Gamma = parsed.GetValue(gamma)!.Value,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                string model = parsed.GetRequiredValue(formula);
                IReadOnlyList<string> cautions = [];
                IResult report = DataSource.Analyse(source, () =>
                {
                    DataFrame frame = read.Load(parsed, source, streams, model, null, cancellation);
                    LogRankResult result = SurvivalKit.LogRank.Test(frame, model, options);
                    cautions = result.Cautions;
                    return new CombinedResult(result)
                        .Beside("trend", parsed.GetValue(trend) ? result.Trend() : null)
                        .With("pairwise", pairwise.Choice(parsed) is { } adjustment ? SurvivalKit.LogRank.Pairwise(
                            frame, model, adjustment, options) : null)
                        .With("maxCombo", parsed.GetValue(maxCombo) ? MaxCombo.Test(frame, model) : null);
                });
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, report);
                streams.Warn(cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
