using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape merge DATA --id id --stop futime --tdc LABS.csv:day:bili</c>: R's tmerge.</summary>
internal static class ShapeMergeCommand
{
    private delegate TMerge Step(TMerge merge, MergeSource source, DataFrame data);

    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Option<string> id = new("--id")
        {
            Description = "The column that names the subject, in all files.",
            HelpName = "COL",
            Required = true,
        };
        Option<string> stop = new("--stop") { Description = "The end of the time at risk.", HelpName = "COL", Required = true };
        Option<string?> start = CliOptions.Column("--start", "Its start; 0 where it is left out.");
        Option<string?> origin = CliOptions.Column("--origin", "Each subject's first day, where times are dates.");
        (Option<string[]> Option, Step Add)[] variables =
        [
            (Variable("--event", "Adds events: VALUE, or 1, in the row that stops at TIME."),
                (merge, one, frame) => merge.Event(one.Name, frame, one.Time, one.Value)),
            (Variable("--cumevent", "Adds numbered events: 1, 2, ..."),
                (merge, one, frame) => merge.CumEvent(one.Name, frame, one.Time, one.Value)),
            (Variable("--tdc", "Adds a covariate that has VALUE, or 1, from TIME on; without FILE: of DATA."),
                (merge, one, frame) => merge.Tdc(one.Name, frame, one.Time, one.Value)),
            (Variable("--cumtdc", "Adds the running sum of VALUE, or of 1."),
                (merge, one, frame) => merge.CumTdc(one.Name, frame, one.Time, one.Value)),
        ];
        Option<double?> delay = CliOptions.Number(
            "--delay", "t", "How long after its time a covariate takes effect.", 0, time => time >= 0, "a time of 0 or later");
        Option<string?> before = new("--tdcstart")
        {
            Description = "The value of covariates before their first; missing where it is left out.",
            HelpName = "VALUE",
        };
        Option<bool> keep = new("--keep-missing") { Description = "Takes a missing value for a value (na.rm = FALSE)." };
        var command = new Command("merge", "Merges events and time-dependent covariates into rows (tstart, tstop] (tmerge).")
        {
            data, id, stop, start, origin,
        };
        foreach ((Option<string[]> option, _) in variables)
        {
            command.Add(option);
        }

        command.Add(delay);
        command.Add(before);
        command.Add(keep);
        DataOptions read = DataOptions.AddTo(command);
        ShapedRowsOutput output = ShapedRowsOutput.AddTo(command, streams);
        command.WithExamples(
            "survkit shape merge patients.csv --id id --stop futime --event death=:futime:status --tdc labs.csv:day:bili -o merged.csv",
            "survkit shape merge patients.csv --id id --stop exit --origin entry --event relapse=events.csv:date");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                TMerge merged = DataSource.Analyse(source, () =>
                {
                    DataFrame frame = read.Load(parsed, source, streams);
                    var files = new Dictionary<string, DataFrame>(StringComparer.Ordinal) { [""] = frame };
                    var options = new TMergeOptions
                    {
                        Delay = parsed.GetValue(delay)!.Value,
                        BeforeFirst = parsed.GetValue(before),
                        LeaveOutMissing = !parsed.GetValue(keep),
                        Origin = parsed.GetValue(origin),
                    };
                    TMerge merge = TMerge.Start(
                        frame, parsed.GetRequiredValue(id), parsed.GetRequiredValue(stop), parsed.GetValue(start), options);
                    foreach ((MergeSource one, Step add) in InOrder(parsed, variables))
                    {
                        if (!files.TryGetValue(one.File, out DataFrame? other))
                        {
                            files.Add(one.File, other = read.LoadPlain(parsed, one.File, streams));
                        }

                        merge = add(merge, one, other);
                    }

                    return merge;
                });
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, merged.Frame, source, merged.Counts.Rows.Select(row => row.ToString()));
                streams.Warn(merged.Cautions);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }

    private static Option<string[]> Variable(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "[NAME=]FILE:TIME[:VALUE]",
        Arity = ArgumentArity.OneOrMore,
    };

    // In the order of the command line, so that the columns are, and an update follows what it updates.
    private static IEnumerable<(MergeSource Source, Step Add)> InOrder(ParseResult parsed, (Option<string[]> Option, Step Add)[] variables)
    {
        Step? add = null;
        string name = "";
        foreach (Token token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                (Option<string[]>? option, add) = variables.FirstOrDefault(one => one.Option.Name == token.Value);
                name = option?.Name ?? "";
            }
            else if (token.Type == TokenType.Argument && add is not null)
            {
                yield return (MergeSource.Read(name, token.Value), add);
            }
        }
    }
}
