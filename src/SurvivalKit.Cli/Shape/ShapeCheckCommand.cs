using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape check DATA FORMULA --id COL</c>: R's survcheck.</summary>
internal static class ShapeCheckCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(start, stop, factor(status)) ~ 1");
        Option<string> id = new("--id")
        {
            Description = "The column that names the subject of each row.",
            HelpName = "COL",
            Required = true,
        };
        Option<string?> istate = CliOptions.Column(
            "--istate", "The state that each row is in. Default: it follows from the rows of the subject before.");
        Option<string?> censored = CensoredOption.Create();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command(
            "check", "Finds rows of a subject that overlap, leave gaps, jump or are in two states (survcheck); 2 is returned for such.")
        {
            data, formula, id, istate, censored, joins,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit shape check cohort.csv \"Surv(start, stop, factor(status)) ~ 1\" --id id",
            "survkit shape check cohort.csv \"Surv(start, stop, state) ~ 1\" --id id --istate now --censored none --format csv");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                StateCheckResult check = DataSource.Analyse(source, () => StateCheck.Check(
                    read.Load(parsed, source, streams),
                    parsed.GetRequiredValue(formula),
                    parsed.GetRequiredValue(id),
                    parsed.GetValue(istate),
                    new() { JoinNearTies = joins.Choice(parsed)!.Value },
                    parsed.GetValue(censored)));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, check);
                streams.Warn(check.Cautions);
                return check.IsSound ? ExitCodes.Done : ExitCodes.Differences;
            },
            cancellation));
        return command;
    }
}
