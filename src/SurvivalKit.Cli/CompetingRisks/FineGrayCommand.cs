using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit finegray DATA FORMULA --cause LEVEL</c>: regression of the cumulative incidence of a cause.</summary>
internal static class FineGrayCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, factor(status)) ~ age + factor(sex)");
        Option<string> cause = new("--cause")
        {
            Description = "The level of the status whose incidence is modelled; the other ones compete.",
            HelpName = "LEVEL",
            Required = true,
        };
        Option<string?> censored = CensoredOption.Create();
        var ties = new ChoiceOption<Ties>(
            "--ties", "How events at the same time are treated.", "efron", ("efron", Ties.Efron), ("breslow", Ties.Breslow));
        Option<string?> weights = CliOptions.Weights();
        Option<double?> level = CliOptions.Level();
        Option<string?> id = CliOptions.Subject();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("finegray", "Fits Fine and Gray's regression of the cumulative incidence of one cause.")
        {
            data, formula, cause, censored, ties, weights, level, id, joins,
        };
        DataOptions read = DataOptions.AddTo(command);
        FineGrayAfterFitOptions afterFit = FineGrayAfterFitOptions.AddTo(command, data);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit finegray pbc.csv \"Surv(time, factor(status)) ~ age + log(bili)\" --cause 2",
            "survkit finegray pbc.csv \"Surv(time, status) ~ age + log(bili)\" --censored 0 --cause 1 --ties breslow",
            "survkit finegray pbc.csv \"Surv(time, factor(status)) ~ age\" --cause 2 --predict new.csv --times 1000,3000 --zph incidence",
            "survkit finegray trial.csv \"Surv(time, outcome) ~ arm + strata(centre)\" --censored alive --cause relapse --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new FineGrayOptions
                {
                    Ties = ties.Choice(parsed)!.Value,
                    Level = parsed.GetValue(level)!.Value,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                FineGrayFit fit = DataSource.Analyse(source, () => FineGray.Fit(
                    read.Load(parsed, source, streams),
                    parsed.GetRequiredValue(formula),
                    parsed.GetRequiredValue(cause),
                    options,
                    parsed.GetValue(weights),
                    id: parsed.GetValue(id),
                    censored: parsed.GetValue(censored)));
                cancellation.ThrowIfCancellationRequested();
                CombinedResult result = DataSource.Analyse(source, () => afterFit.AddTo(
                    new CombinedResult(fit), parsed, fit, file => read.LoadPlain(parsed, file, streams)));
                output.Write(parsed, result);
                streams.Warn(fit.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
