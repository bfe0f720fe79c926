using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit cause-specific DATA FORMULA</c>: a Cox model of each competing cause, and absolute risks.</summary>
internal static class CauseSpecificCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, factor(status)) ~ age + factor(sex)");
        Option<string?> censored = CensoredOption.Create();
        var ties = new ChoiceOption<Ties>(
            "--ties", "How events at the same time are treated.", "efron", ("efron", Ties.Efron), ("breslow", Ties.Breslow),
            ("exact", Ties.Exact));
        Option<string?> weights = CliOptions.Weights();
        Option<string?> cluster = CliOptions.Column("--cluster", "The column of clusters, for robust standard errors.");
        Option<bool> robust = new("--robust") { Description = "Makes the standard errors robust." };
        Option<double?> level = CliOptions.Level();
        Option<string?> id = CliOptions.Subject();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        Option<string?> predict = PredictOption.Create("Predicts the absolute risks of the rows of this .csv or .tsv file at --times.");
        Option<double[]> times = CliOptions.Times("The times of the absolute risks of --predict.");
        var command = new Command("cause-specific", "Fits a Cox model of each competing cause, and predicts absolute risks.")
        {
            data, formula, censored, ties, weights, cluster, robust, level, id, joins,
        };
        command.Aliases.Add("csc");
        DataOptions read = DataOptions.AddTo(command);
        PredictOption.AddTo(command, predict, data);
        PredictOption.AddPoints(command, predict, times);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            if (result.GetResult(predict) is { Implicit: false } && result.GetResult(times) is null or { Implicit: true })
            {
                result.AddError("--predict was given without --times; the times of the absolute risks were expected.");
            }
        });
        command.WithExamples(
            "survkit cause-specific pbc.csv \"Surv(time, factor(status)) ~ age + log(bili)\"",
            "survkit cause-specific pbc.csv \"Surv(time, status) ~ age\" --censored 0 --predict new.csv --times 1000,3000",
            "survkit cause-specific trial.csv \"Surv(time, outcome) ~ arm + strata(centre)\" --censored alive --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new CoxOptions
                {
                    Ties = ties.Choice(parsed)!.Value,
                    Level = parsed.GetValue(level)!.Value,
                    Robust = parsed.GetValue(robust) ? true : null,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                CauseSpecificFit fit = DataSource.Analyse(source, () => CauseSpecificCox.Fit(
                    read.Load(parsed, source, streams),
                    parsed.GetRequiredValue(formula),
                    options,
                    null,
                    parsed.GetValue(weights),
                    parsed.GetValue(cluster),
                    parsed.GetValue(id),
                    parsed.GetValue(censored)));
                cancellation.ThrowIfCancellationRequested();
                AbsoluteRisks? risks = parsed.GetValue(predict) is { } file
                    ? DataSource.Analyse(file, () => fit.AbsoluteRisks(read.LoadPlain(parsed, file, streams), parsed.GetValue(times)!))
                    : null;
                output.Write(parsed, new CombinedResult(fit).With("absoluteRisks", risks, "risks"));
                streams.Warn(fit.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
