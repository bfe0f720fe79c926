using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape person-time DATA FORMULA</c>: R's pyears with tcut, and rates with exact limits.</summary>
internal static class ShapePersonTimeCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ sex + tcut(age, c(40, 50, 60), scale = 365.25)");
        Option<double?> scale = CliOptions.Number(
            "--scale", "number", "The length of a unit of person-time in the unit of the data: days become years.", 365.25,
            value => value > 0, "a number after 0");
        Option<double?> per = CliOptions.Number(
            "--per", "number", "The number of units that rates are given for.", 1, value => value > 0, "a number after 0");
        Option<double?> level = CliOptions.Level();
        Option<string?> weights = CliOptions.Weights();
        var command = new Command("person-time", "Tabulates person-time, events and rates by groups, age and calendar time (pyears).")
        {
            data, formula, scale, per, level, weights,
        };
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit shape person-time lung.csv \"Surv(time, status) ~ sex + tcut(age, c(50, 60, 70), scale = 365.25)\" --per 100",
            "survkit shape person-time mgus2.csv \"Surv(futime, death) ~ tcut(age, seq(30, 110, 20), scale = 12)\" --scale 12");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                PersonTimeTable table = DataSource.Analyse(source, () => PersonTime.Tabulate(
                    read.Load(parsed, source, streams), parsed.GetRequiredValue(formula), new()
                    {
                        Scale = parsed.GetValue(scale)!.Value,
                        Per = parsed.GetValue(per)!.Value,
                        Level = parsed.GetValue(level)!.Value,
                        Weights = parsed.GetValue(weights),
                    }));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, table);
                streams.Warn(table.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
