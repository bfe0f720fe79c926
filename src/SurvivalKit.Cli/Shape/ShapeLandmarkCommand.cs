using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape landmark DATA FORMULA --at 90</c>: those at risk at a time, with what was known then.</summary>
internal static class ShapeLandmarkCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ age + sex");
        Option<double[]> at = CliOptions.Numbers(
            "--at", "a,b", "The landmarks; the sets of several are stacked.", _ => true, "times with commas between them");
        Option<string?> id = CliOptions.Column(
            "--id", "The column that names the subject, where a subject has several rows (start, stop].");
        Option<double?> horizon = CliOptions.Number(
            "--horizon", "t", "Censors this long after the landmark.", null, time => time > 0, "a time after 0");
        Option<bool> reset = new("--reset") { Description = "Counts times from the landmark." };
        Option<string> column = new("--column")
        {
            Description = "The column of the landmark.",
            HelpName = "COL",
            DefaultValueFactory = _ => "landmark",
        };
        var command = new Command("landmark", "Keeps those at risk at a time, with the values known then and what happened afterwards.")
        {
            data, formula, at, id, horizon, reset, column,
        };
        DataOptions read = DataOptions.AddTo(command);
        ShapedRowsOutput output = ShapedRowsOutput.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            if (result.GetResult(at) is null or { Implicit: true })
            {
                result.AddError("--at a,b was expected; survkit shape landmark --help says more.");
            }
        });
        command.WithExamples(
            "survkit shape landmark lung.csv \"Surv(time, status) ~ age + sex\" --at 90 -o at90.csv",
            "survkit shape landmark merged.csv \"Surv(tstart, tstop, death)\" --id id --at 30,60,90 --horizon 365");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                DataFrame rows = DataSource.Analyse(source, () => Landmark.At(
                    read.Load(parsed, source, streams), parsed.GetRequiredValue(formula), parsed.GetRequiredValue(at), new()
                    {
                        Id = parsed.GetValue(id),
                        Horizon = parsed.GetValue(horizon),
                        ResetTime = parsed.GetValue(reset),
                        Column = parsed.GetValue(column)!,
                    }));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, rows, source, SurvivalData.NotesOf(rows));
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
