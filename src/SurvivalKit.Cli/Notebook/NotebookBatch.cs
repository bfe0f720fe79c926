using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>Runs the notebooks of a command, with progress at a terminal and a sentence for each failure.</summary>
internal static class NotebookBatch
{
    public static Task<IReadOnlyList<NotebookRun>> RunAsync(
        IReadOnlyList<NotebookJob> jobs,
        NotebookProcessOptions options,
        int parallel,
        CliStreams streams,
        Action<int, NotebookRun>? finished,
        CancellationToken cancellationToken) => ProgressDisplay.WatchAsync(streams, "starting", async display =>
        {
            var progress = new NotebookProgress(display, jobs.Count);
            try
            {
                return await NotebookProcess.RunAllAsync(
                    jobs,
                    options,
                    parallel,
                    progress,
                    (index, run) =>
                    {
                        finished?.Invoke(index, run);
                        progress.Finished(run);
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException e)
            {
                throw new CommandException(e.Message);
            }
        });

    /// <summary>A sentence for each notebook that failed.</summary>
    public static void WriteFailures(IEnumerable<NotebookRun> runs, CliStreams streams)
    {
        foreach (NotebookFailure failure in runs.Select(run => run.Failure).OfType<NotebookFailure>())
        {
            streams.Error.WriteLine("survkit: " + failure.ToString().ReplaceLineEndings(" "));
        }
    }

    /// <summary>Prints a report, or writes it to the file that was requested.</summary>
    public static void Print(string text, string? path, CliStreams streams)
    {
        if (path is null)
        {
            streams.Output.Write(text);
            return;
        }

        using var files = new StagedFiles();
        files.Add(path, text);
        files.Commit();
    }
}
