using System.CommandLine;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook run FILE...</c>: runs notebooks, each in a separate process, and writes them with their new
/// outputs.</summary>
internal static class NotebookRunCommand
{
    private const string StandardFolder = "executed";

    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = NotebookFiles.Argument();
        Option<string?> output = new("--out", "-o")
        {
            Description =
                $"The folder into which the executed notebooks go, also one that failed, as far as it came. Default: {StandardFolder}, so that the outputs that \"check\" compares with change only when asked.",
            HelpName = "DIR",
        };
        Option<bool> inPlace = new("--inplace") { Description = "Writes the executed notebooks into their own places instead." };
        Option<bool> allowErrors =
            new("--allow-errors") { Description = "Runs the cells after one that failed; a failure then is one all the same." };
        Option<bool> timings = new("--timings")
        {
            Description =
            "Writes into each cell when it ran (metadata.execution), as Jupyter does. Without it, two runs give the same bytes."
        };
        Option<double?> limit = CliOptions.Number(
            "--output-limit", "CHARS", "How many characters a cell may put out; the rest is left out, with a sentence in its place.",
            20_000_000, size =>
                size is >= 1000 and <= 1e12, "a number of characters from 1000 on");
        Option<bool> json = new("--json") { Description = "Prints the report as JSON." };
        Option<string?> report = new("--report") { Description = "Writes the report as JSON to this file.", HelpName = "FILE" };
        Option<string?> junit = new("--junit")
        {
            Description = "Writes the report as JUnit XML to this file: a suite for each notebook, a test for each cell.",
            HelpName = "FILE"
        };
        var command = new Command(
            "run",
            "Runs notebooks, each in a process of its own. Tags of a cell: parameters, skip-execution, raises-exception. Exit code 1: a file is no notebook, and the others were run; 2: a notebook failed; 3: one took too long.")
        {
            files,
        };
        NotebookParameterOptions parameters = NotebookParameterOptions.AddTo(command);
        command.Add(output);
        command.Add(inPlace);
        NotebookProcessArguments process = NotebookProcessArguments.AddTo(command);
        foreach (Option option in new Option[] { allowErrors, timings, limit, json, report, junit })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.IsOn(inPlace) && result.GetResult(output) is not null)
            {
                result.AddError("--inplace and --out were both given; one of them was expected.");
            }
        });
        command.WithExamples(
            "survkit notebook run notebooks/paper/*.ipynb",
            "survkit notebook run analysis.ipynb -p seed 7 -p level .9 --out artifacts",
            "survkit notebook run \"notebooks/**/*.ipynb\" --parallel 2 --timeout 60 --junit results.xml");
        command.SetAction(async (parsed, cancellation) =>
        {
            NotebookProcessOptions options = process.Read(parsed, streams) with
            {
                AllowErrors = parsed.GetValue(allowErrors),
                RecordTimings = parsed.GetValue(timings),
                OutputLimit = (long)parsed.GetValue(limit)!.Value,
            };
            IReadOnlyList<string> paths = NotebookFiles.Find(parsed.GetValue(files)!);
            NotebookTargets targets = parsed.GetValue(inPlace)
                ? NotebookTargets.InPlace(paths)
                : NotebookTargets.In(parsed.GetValue(output) ?? StandardFolder, paths);
            IReadOnlyDictionary<string, object?> values = parameters.Read(parsed);
            NotebookSet set = NotebookSet.Read(paths, streams);
            NotebookJob[] jobs =
            [
                .. set.Readable.Select(one => new NotebookJob(
                    NotebookParameterOptions.Inject(one.Notebook, one.File, values, streams), one.File, Path.GetDirectoryName(
                        Path.GetFullPath(one.File)))),
            ];
            IReadOnlyList<NotebookRun> ran = await NotebookBatch.RunAsync(
                jobs, options, process.Parallel(parsed), streams, (index, run) =>
                    Keep(run, targets[jobs[index].Name], parsed.GetValue(inPlace)), cancellation).ConfigureAwait(false);
            IReadOnlyList<NotebookRun> runs = set.Complete(ran);
            var result = new NotebookRunReport(
                [.. runs.Select(run => (run, ran.Contains(run) && IsKept(run, parsed.GetValue(inPlace)) ? targets[run.Name] : null))]);
            WriteReports(result, runs, parsed.GetValue(report), parsed.GetValue(junit));
            streams.Output.Write(parsed.GetValue(json) ? JsonText.Serialize(result.ToJson()) + "\n" : result.ToText());
            NotebookBatch.WriteFailures(ran, streams);
            return set.ExitCode(result.ExitCode);
        });
        return command;
    }

    private static void Keep(NotebookRun run, string target, bool inPlace)
    {
        if (!IsKept(run, inPlace))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        run.Notebook.Write(target);
    }

    /// <summary>An interrupted run must not lose stored outputs; a notebook that was not started has no new ones.</summary>
    private static bool IsKept(NotebookRun run, bool inPlace) =>
        run.Status != NotebookRunStatus.Cancelled || (!inPlace && !run.Cells.IsEmpty);

    private static void WriteReports(NotebookRunReport result, IReadOnlyList<NotebookRun> runs, string? report, string? junit)
    {
        using var files = new StagedFiles();
        if (report is not null)
        {
            files.Add(report, JsonText.Serialize(result.ToJson()) + "\n");
        }

        if (junit is not null)
        {
            files.Add(junit, JUnitReport.Write(runs));
        }

        files.Commit();
    }
}
