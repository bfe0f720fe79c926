using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit states DATA FORMULA --id COL</c>: the probability of each state by group.</summary>
internal static class StatesCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(start, stop, state) ~ arm");
        Option<string?> id = CliOptions.Subject();
        Option<string?> istate = CliOptions.Column(
            "--istate", "The state that each row is in. Default: it follows from the rows of the subject before.");
        Option<string?> censored = CensoredOption.Create();
        Option<double?> start = CliOptions.Number(
            "--start", "t", "Estimates from this time on, the first states being those of the ones at risk.", null, _ => true, "a time");
        Option<string?> from = CliOptions.Text(
            "--from", "STATE", "Estimates the probabilities of transition out of this state: all are in it at the start.");
        ChoiceOption<ConfidenceType> type = CliOptions.ConfidenceScale();
        Option<double?> level = CliOptions.Level();
        Option<double[]> times = CliOptions.Times("Shows the probabilities at these times.");
        Option<double?> horizon = CliOptions.Number(
            "--mean-time", "tau", "Shows the mean time in each state up to this time.", null, tau => tau > 0, "a time after 0");
        Option<bool> noErrors = new("--no-se")
        {
            Description = "Leaves out errors and intervals, which take long where many subjects move at many times.",
        };
        Option<string?> weights = CliOptions.Weights();
        Option<string?> cluster = CliOptions.Column("--cluster", "The sampling units of the errors, where these are larger than subjects.");
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("states", "Estimates the probability of each state by group (Aalen-Johansen of any states).")
        {
            data, formula, id, istate, censored, start, from, type, level, times, horizon, noErrors, weights, cluster, joins,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit states myeloid.csv \"Surv(start, stop, state) ~ trt\" --id id --censored none --times 180,365",
            "survkit states cohort.csv \"Surv(start, stop, state) ~ 1\" --id id --istate now --mean-time 60 --json",
            "survkit states cohort.csv \"Surv(start, stop, state) ~ 1\" --id id --start 12 --from ill");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new StateOccupancyOptions
                {
                    ConfidenceType = type.Choice(parsed)!.Value,
                    Level = parsed.GetValue(level)!.Value,
                    StandardErrors = !parsed.GetValue(noErrors),
                    StartTime = parsed.GetValue(start),
                    StartState = parsed.GetValue(from),
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                StateOccupancyCurves curves = DataSource.Analyse(source, () => StateOccupancy.Fit(
                    read.Load(parsed, source, streams),
                    parsed.GetRequiredValue(formula),
                    parsed.GetValue(id),
                    parsed.GetValue(istate),
                    options,
                    parsed.GetValue(weights),
                    parsed.GetValue(cluster),
                    parsed.GetValue(censored)).Summary(new()
                    {
                        Times = [.. parsed.GetValue(times)!],
                        Horizon = parsed.GetValue(horizon),
                    }));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, curves);
                streams.Warn(curves.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
