using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>
/// Runs notebooks, each in a separate process: one that hangs, leaks, overflows the stack or ends its process does not affect the caller
/// and shares nothing with the others. Its outputs until then are kept, and one sentence says what happened.
/// </summary>
public static class NotebookProcess
{
    /// <summary>Reads a notebook file and runs it in its own folder, under its file name.</summary>
    /// <param name="path">The notebook file; it is not written.</param>
    /// <param name="options">The options; name and working directory are taken from <paramref name="path"/>.</param>
    /// <param name="progress">Called when a cell starts and ends.</param>
    /// <param name="cancellationToken">Ends the process, and with it the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="InvalidOperationException">The process cannot be started.</exception>
    public static Task<NotebookRun> RunFileAsync(
        string path,
        NotebookProcessOptions? options = null,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        NotebookJob job = NotebookJob.Read(path);
        return RunAsync(
            job.Notebook,
            (options ?? new NotebookProcessOptions()) with { Name = job.Name, WorkingDirectory = job.WorkingDirectory },
            progress,
            cancellationToken);
    }

    /// <summary>
    /// Runs a notebook. A cell that fails, a time-out, a process that ends and a cancellation are results, not exceptions.
    /// </summary>
    /// <param name="notebook">The notebook; its stored outputs are replaced.</param>
    /// <param name="options">The options; the defaults when null.</param>
    /// <param name="progress">Called when a cell starts and ends.</param>
    /// <param name="cancellationToken">Ends the process, and with it the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    /// <exception cref="InvalidOperationException">The process cannot be started.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook,
        NotebookProcessOptions? options = null,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookProcessOptions();
        await using var pool = new WorkerPool(options, 1);
        return await RunAsync(pool, notebook, options, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs several notebooks. One that fails does not stop the others.</summary>
    /// <param name="jobs">The notebooks.</param>
    /// <param name="options">The options; name and working directory are those of each job.</param>
    /// <param name="parallel">How many run at the same time. Even with 1, the process of the next one is started while one runs.</param>
    /// <param name="progress">Called when a cell starts and ends.</param>
    /// <param name="finished">Called for every notebook that has ended, with its place among the jobs; one call at a time.</param>
    /// <param name="cancellationToken">Ends all; notebooks that have not begun are cancelled runs without outputs.</param>
    /// <returns>The runs in the order of the jobs.</returns>
    /// <exception cref="DirectoryNotFoundException">A working directory does not exist.</exception>
    /// <exception cref="InvalidOperationException">A process cannot be started.</exception>
    public static async Task<IReadOnlyList<NotebookRun>> RunAllAsync(
        IReadOnlyList<NotebookJob> jobs,
        NotebookProcessOptions? options = null,
        int parallel = 1,
        IProgress<CellProgress>? progress = null,
        Action<int, NotebookRun>? finished = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        options ??= new NotebookProcessOptions();
        var runs = new NotebookRun[jobs.Count];
        var reporting = new Lock();
        await using var pool = new WorkerPool(options, jobs.Count);
        await Parallel.ForEachAsync(Enumerable.Range(
            0, jobs.Count), new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (index, _) =>
        {
            NotebookJob job = jobs[index];
            NotebookProcessOptions own = options with { Name = job.Name, WorkingDirectory = job.WorkingDirectory };
            runs[index] = await RunAsync(pool, job.Notebook, own, progress, cancellationToken).ConfigureAwait(false);
            lock (reporting)
            {
                finished?.Invoke(index, runs[index]);
            }
        }).ConfigureAwait(false);
        return runs;
    }

    private static async Task<NotebookRun> RunAsync(
        WorkerPool pool,
        Notebook notebook,
        NotebookProcessOptions options,
        IProgress<CellProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (options.WorkingDirectory is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The working directory {folder} of {options.Name} does not exist.");
        }

        var run = new NotebookExecution(notebook, options, progress);
        if (cancellationToken.IsCancellationRequested)
        {
            return run.Result(isCancelled: true);
        }

        try
        {
            await using WorkerProcess worker = pool.Take();
            CellFailure? problem = await worker.ReadyAsync(options, cancellationToken).ConfigureAwait(false);
            if (problem is not null)
            {
                run.FailBeforeCells(problem);
            }
            else
            {
                pool.Prepare();
                await run.RunAsync(worker, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return run.Result(isCancelled: true);
        }
        return run.Result(isCancelled: false);
    }
}
