using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit winratio DATA GROUPS --outcomes "Surv(...); Surv(...)"</c>: pairs won by a hierarchy of outcomes.</summary>
internal static class WinRatioCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> groups = new("GROUPS")
        {
            Description = "The two groups, and strata, as the right side of a formula: \"arm + strata(centre)\".",
        };
        Option<string> outcomes = new("--outcomes")
        {
            Description = "The outcomes with semicolons between them, the most important one first.",
            HelpName = "Surv(a, b); Surv(c, d)",
            Required = true,
        };
        Option<string?> treatment = CliOptions.Text(
            "--treatment", "LEVEL", "The group whose wins are counted. Default: the second level.");
        Option<double?> level = CliOptions.Level();
        ChoiceOption<bool> joins = JoinNearTiesOption.Create();
        var command = new Command("winratio", "Compares two groups by the pairs they win, by outcomes in order (win ratio, net benefit).")
        {
            data, groups, outcomes, treatment, level, joins,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit winratio trial.csv arm --outcomes \"Surv(dtime, death); Surv(htime, hospital)\"",
            "survkit winratio trial.csv \"arm + strata(centre)\" --outcomes \"Surv(dtime, death)\" --treatment active --json");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string[] hierarchy = parsed.GetRequiredValue(outcomes).Split(
                    ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                var options = new WinRatioOptions
                {
                    Treatment = parsed.GetValue(treatment),
                    Level = parsed.GetValue(level)!.Value,
                    JoinNearTies = joins.Choice(parsed)!.Value,
                };
                WinRatioResult result = DataSource.Analyse(source, () => WinRatioTest.Compare(
                    read.Load(parsed, source, streams), hierarchy, parsed.GetRequiredValue(groups), options));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, result);
                streams.Warn(result.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
