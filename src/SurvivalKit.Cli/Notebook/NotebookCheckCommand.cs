using System.CommandLine;
using System.Text.RegularExpressions;
using CSharpNotebook.Checking;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook check FILE...</c>: runs notebooks and compares their outputs with the stored ones.</summary>
internal static class NotebookCheckCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = NotebookFiles.Argument();
        Option<double?> relative = CliOptions.Number(
            "--rtol", "FRACTION", "By which part of its size a number may differ.", 1e-9, size => size >= 0, "a number of 0 or more");
        Option<double?> absolute = CliOptions.Number(
            "--atol", "SIZE", "By how much a number may differ, however small it is.", 1e-12, size => size >= 0, "a number of 0 or more");
        Option<string?> rules = new("--sanitize-with")
        {
            Description = "Further patterns of what is different in every run, in nbval's format: [name], regex: PATTERN, replace: TEXT.",
            HelpName = "FILE",
        };
        Option<bool> exact =
            new("--no-sanitize") { Description = "Compares times, durations, GUIDs, absolute paths and addresses like any other text." };
        Option<bool> json = new("--json") { Description = "Prints the report as JSON." };
        Option<string?> output =
            new("--out", "-o") { Description = "Writes the report to this file instead of printing.", HelpName = "FILE" };
        var command = new Command(
            "check",
            "Runs a copy of each notebook and compares with the stored outputs: text, numbers, tables cell by cell, pictures. Of a .dib file, which stores none, every cell has to run. Writes no notebook. Tags of a cell: nbval-ignore-output, nbval-skip, skip-execution. Exit code 1: a file is no notebook, and the others were checked; 2: something is different; 3: it took too long.")
        {
            files, relative, absolute, rules, exact,
        };
        NotebookProcessArguments process = NotebookProcessArguments.AddTo(command);
        command.Add(json);
        command.Add(output);
        command.WithExamples(
            "survkit notebook check \"notebooks/**/*.ipynb\"",
            "survkit notebook check analysis.ipynb --rtol 1e-6 --sanitize-with rules.cfg --json");
        command.SetAction(async (parsed, cancellation) =>
        {
            ComparisonOptions comparison = new()
            {
                RelativeTolerance = parsed.GetValue(relative)!.Value,
                AbsoluteTolerance = parsed.GetValue(absolute)!.Value,
                Sanitizer = Sanitizer(parsed.GetValue(exact), parsed.GetValue(rules)),
            };
            IReadOnlyList<string> paths = NotebookFiles.Find(parsed.GetValue(files)!);
            NotebookSet set = NotebookSet.Read(paths, streams);
            NotebookJob[] jobs = [.. set.Readable.Select(one => new NotebookJob(
                NotebookCheck.Prepare(one.Notebook), one.File, Path.GetDirectoryName(Path.GetFullPath(one.File))))];
            IReadOnlyList<NotebookRun> runs = await NotebookBatch.RunAsync(
                jobs, process.Read(parsed, streams) with { AllowErrors = true }, process.Parallel(
                    parsed), streams, finished: null, cancellation).ConfigureAwait(false);
            NotebookCheck[] checks = [.. runs.Select((run, index) => Compare(set.Readable[index], run, comparison))];
            var report = new NotebookCheckReport([.. set.Complete(runs).Select(run =>
                Array.Find(checks, check => check.Run == run) ?? new NotebookCheck(run, 0, []))]);
            NotebookBatch.Print(
                parsed.GetValue(json) ? JsonText.Serialize(report.ToJson()) + "\n" : report.ToText(), parsed.GetValue(output), streams);
            NotebookBatch.WriteFailures(checks.Where(check => !check.IsComplete).Select(check => check.Run), streams);
            return set.ExitCode(report.ExitCode);
        });
        return command;
    }

    private static NotebookCheck Compare((string File, Notebook Notebook) stored, NotebookRun run, ComparisonOptions options)
    {
        try
        {
            return Notebook.IsDib(stored.File) ? NotebookCheck.WithoutStored(run) : NotebookCheck.Compare(stored.Notebook, run, options);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new CommandException(
                $"{run.Name}: the pattern {e.Pattern} needs too long for one of the outputs; a simpler one was expected.");
        }
    }

    private static OutputSanitizer Sanitizer(bool exact, string? rules)
    {
        OutputSanitizer standard = exact ? OutputSanitizer.None : OutputSanitizer.Default;
        if (rules is not null && !File.Exists(rules))
        {
            throw new CommandException($"{rules}: there is no such file; patterns in nbval's format were expected.");
        }

        try
        {
            return rules is null ? standard : standard.WithRulesOf(rules);
        }
        catch (FormatException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
