using System.CommandLine;
using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary><c>survkit adverse DATA --term COL --id COL</c>: adverse events by system, term, grade and arm.</summary>
internal static class AdverseEventCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Option<string> term = Required("--term", "The column of terms; a row without one is a subject without an event.");
        Option<string> id = Required("--id", "The column of subjects.");
        Option<string?> system = CliOptions.Column("--system", "The column of systems, under which terms are sorted.");
        Option<string?> grade = CliOptions.Column("--grade", "The column of grades, 1 to 5.");
        Option<string?> by = CliOptions.Column("--by", "The column of arms: of --subjects where that is given, else of DATA.");
        Option<string?> subjects = CliOptions.Text("--subjects", "FILE", "A file with a row for each subject, those without an event too.");
        Option<string?> sizes = CliOptions.Text(
            "--sizes", "ARM=N,ARM=N", "The number of subjects of each arm, those without an event too (All=N without arms).");
        Option<double?> high = CliOptions.Number(
            "--high-grade",
            "g",
            "The lowest grade that is a high one.",
            3,
            g => g is >= 1 and <= 5 && g == Math.Floor(g),
            "a grade from 1 to 5");
        Option<bool> each = new("--each-grade") { Description = "Gives each grade a column, in place of one for the high grades." };
        Option<double?> least = CliOptions.Number(
            "--at-least", "%", "Shows the terms that so many per cent have in one of the columns.", 0, p => p is >= 0 and <= 100,
            "a percentage from 0 to 100");
        Option<bool> byName = new("--by-name") { Description = "Sorts systems and terms by name, not by how many have them." };
        Option<bool> noOverall = new("--no-overall") { Description = "Leaves out the columns for all arms together." };
        var command = new Command(
            "adverse", "Counts subjects with adverse events by system, term, grade and arm; a row of DATA is an event.")
        {
            data, term, id, system, grade, by, subjects, sizes, high, each, least, byName, noOverall,
        };
        command.Validators.Add(result =>
        {
            if (result.WordOf(subjects) is { } file && result.WordOf(sizes) is not null)
            {
                result.AddError($"--subjects {file} and --sizes were both given; one of them was expected.");
            }
        });
        DataOptions read = DataOptions.AddTo(command);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit adverse events.csv --id patient --term event --grade grade --by arm --sizes \"A=120,B=118\"",
            "survkit adverse adae.xpt --id USUBJID --system AEBODSYS --term AEDECOD --grade AETOXGR --by TRTA --subjects adsl.xpt",
            "survkit adverse events.csv --id patient --term event --grade grade --each-grade --at-least 5",
            "survkit adverse events.csv --id patient --term event --by arm --out safety.docx");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                var options = new AdverseEventOptions
                {
                    System = parsed.GetValue(system),
                    Grade = parsed.GetValue(grade),
                    By = parsed.GetValue(by),
                    Subjects = parsed.GetValue(subjects) is { } file
                        ? DataSource.Analyse(file, () => read.LoadPlain(parsed, file, streams))
                        : null,
                    Sizes = Sizes(parsed.GetValue(sizes)),
                    HighGrade = (int)parsed.GetValue(high)!.Value,
                    EachGrade = parsed.GetValue(each),
                    AtLeast = parsed.GetValue(least)!.Value,
                    ByName = parsed.GetValue(byName),
                    Overall = !parsed.GetValue(noOverall),
                };
                AdverseEventTable table = DataSource.Analyse(source, () => AdverseEventTable.Build(
                    read.Load(parsed, source, streams), parsed.GetRequiredValue(id), parsed.GetRequiredValue(term), options));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, table);
                streams.Warn(table.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    private static Option<string> Required(string name, string description) =>
        new(name) { Description = description, HelpName = "COL", Required = true };

    private static Dictionary<string, int> Sizes(string? given)
    {
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        foreach (string pair in Words.Split("--sizes", given))
        {
            int sign = pair.LastIndexOf('=');
            if (sign < 1
                || !int.TryParse(pair.AsSpan(sign + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                || !sizes.TryAdd(pair[..sign].Trim(), size))
            {
                throw new CommandException(
                    $"--sizes {pair}: an arm, = and its number of subjects were expected, once for each arm, as A=120.");
            }
        }

        return sizes;
    }
}
