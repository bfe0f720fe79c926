using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>
/// Runs notebooks without a user interface, in this process: every code cell in order, in a new session, up to the first that fails.
/// In one process one notebook runs at a time; further calls wait for their turn. For a notebook that might not end, or might end the
/// process, use <see cref="NotebookProcess"/>.
/// </summary>
public static class NotebookRunner
{
    /// <summary>Reads a notebook file and runs it in its own folder, under its file name.</summary>
    /// <param name="path">The notebook file; it is not written.</param>
    /// <param name="options">The options; name and working directory are taken from <paramref name="path"/>.</param>
    /// <param name="progress">Called when a cell starts and ends.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public static Task<NotebookRun> RunFileAsync(
        string path,
        NotebookRunOptions? options = null,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Notebook notebook = Notebook.Read(path);
        return RunAsync(
            notebook,
            (options ?? new NotebookRunOptions()) with
            {
                Name = Path.GetFileName(path),
                WorkingDirectory =
                Path.GetDirectoryName(Path.GetFullPath(path))
            },
            progress,
            cancellationToken);
    }

    /// <summary>
    /// Runs a notebook. A cell that fails, and a cancellation, are results with the partly executed notebook, not exceptions.
    /// </summary>
    /// <param name="notebook">The notebook; its stored outputs are replaced.</param>
    /// <param name="options">The options; the defaults when null.</param>
    /// <param name="progress">Called when a cell starts and ends.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook,
        NotebookRunOptions? options = null,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookRunOptions();
        if (options.WorkingDirectory is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The working directory {folder} of {options.Name} does not exist.");
        }

        var run = new NotebookExecution(notebook, options, progress);
        try
        {
            using ProcessWide turn = await ProcessWide.EnterAsync(options.WorkingDirectory, cancellationToken).ConfigureAwait(false);
            ProcessWide.MarkInside();
            using var host = new SessionHost(options);
            await run.RunAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return run.Result(isCancelled: true);
        }
        return run.Result(isCancelled: false);
    }
}
