using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit logrank DATA FORMULA</c>: the log-rank test and its weighted family.</summary>
internal static class LogRankCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ sex + strata(inst)");
        Option<double?> rho = CliOptions.Number("--rho", "number", "Power of S in the weights S^rho (1 - S)^gamma.", 0, _ => true, "a number");
        Option<double?> gamma = CliOptions.Number("--gamma", "number", "Power of 1 - S in the weights.", 0, _ => true, "a number");
        var weights = new ChoiceOption<LogRankWeighting>(
            "--weights",
            "Another family of weights.",
            null,
            ("gehan", LogRankWeighting.Gehan),
            ("tarone-ware", LogRankWeighting.TaroneWare),
            ("peto", LogRankWeighting.PetoPeto),
            ("modified-peto", LogRankWeighting.ModifiedPetoPeto));
        var command = new Command("logrank", "Compares survival between groups (log-rank and its weighted family).") { data, formula, rho, gamma, weights };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            bool hasPowers = result.GetResult(rho) is { Implicit: false } || result.GetResult(gamma) is { Implicit: false };
            if (result.GetValue(weights) is not null && hasPowers)
            {
                result.AddError("--weights was given together with --rho or --gamma; one way to weigh was expected.");
            }
        });
        command.WithExamples(
            "survkit logrank lung.csv \"Surv(time, status) ~ sex\"",
            "survkit logrank lung.csv \"Surv(time, status) ~ sex + strata(ph.ecog)\" --json",
            "survkit logrank veteran.csv \"Surv(time, status) ~ celltype\" --weights gehan",
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
                };
                LogRankResult result = DataSource.Analyse(source, () => SurvivalKit.LogRank.Test(DataSource.Load(source, streams), parsed.GetRequiredValue(formula), options));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, new LogRankReport(result));
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
