using System.CommandLine;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape split DATA FORMULA --cut 30,60</c>: R's survSplit; with <c>tcut()</c> in the formula a Lexis split.</summary>
internal static class ShapeSplitCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Argument<string> formula = FormulaArgument.Create("Surv(time, status) ~ age + sex");
        Option<double[]> cuts = CliOptions.Numbers(
            "--cut", "a,b", "The times to split at; without them the formula has scales, tcut(age, c(40, 50)).", _ => true,
            "times with commas between them");
        Option<string?> id = Name("--id", "Adds a column that numbers the rows of the data, as they were before.");
        Option<string?> episode = Name("--episode", "Adds a column of the interval between two cuts: 1, 2, ...");
        Option<string?> start = Name("--start", "The column of starts; the response's own or tstart where it is left out.");
        Option<string?> end = Name("--end", "The column of ends; the response's own or tstop where it is left out.");
        Option<string?> status = Name("--event", "The column of statuses; the response's own or event where it is left out.");
        Option<double?> zero = CliOptions.Number(
            "--zero", "t", "The time from which rows without a start are at risk.", 0, _ => true, "a number");
        var command = new Command("split", "Splits follow-up at times, or where age or the calendar crosses a break (survSplit).")
        {
            data, formula, cuts, id, episode, start, end, status, zero,
        };
        DataOptions read = DataOptions.AddTo(command);
        ShapedRowsOutput output = ShapedRowsOutput.AddTo(command, streams);
        command.Validators.Add(result =>
        {
            if (result.GetResult(cuts) is null or { Implicit: true }
                && ((Option[])[id, episode, start, end, status, zero]).FirstOrDefault(
                    option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                result.AddError($"{given.Name} was given without --cut; times to split at were expected.");
            }
        });
        command.WithExamples(
            "survkit shape split veteran.csv \"Surv(time, status)\" --cut 90,180 --id id --episode tgroup -o split.csv",
            "survkit shape split cohort.csv \"Surv(time, status) ~ tcut(age, c(40, 50, 60), scale = 365.25)\"");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string model = parsed.GetRequiredValue(formula);
                double[] times = parsed.GetValue(cuts) ?? [];
                DataFrame split = DataSource.Analyse(source, () =>
                {
                    DataFrame frame = read.Load(parsed, source, streams);
                    return times.Length == 0 ? LexisSplit.Split(frame, model) : SurvSplit.Split(frame, model, times, new()
                    {
                        Id = parsed.GetValue(id),
                        Episode = parsed.GetValue(episode),
                        Start = parsed.GetValue(start),
                        End = parsed.GetValue(end),
                        Event = parsed.GetValue(status),
                        Zero = parsed.GetValue(zero)!.Value,
                    });
                });
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, split, source, SurvivalData.NotesOf(split));
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    private static Option<string?> Name(string name, string description) => new(name) { Description = description, HelpName = "COL" };
}
