namespace CSharpNotebook.Runner;

/// <summary>
/// Starts workers in advance: while one notebook runs, the process of the next starts, so that its start adds no delay.
/// </summary>
internal sealed class WorkerPool(NotebookProcessOptions options, int needed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private int _toStart = needed;
    private WorkerProcess? _spare;

    /// <summary>A separate process for the next notebook.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started.</exception>
    public WorkerProcess Take()
    {
        lock (_lock)
        {
            WorkerProcess worker = _spare ?? Start();
            _spare = null;
            return worker;
        }
    }

    /// <summary>Starts the next process, if one more is going to be needed.</summary>
    public void Prepare()
    {
        lock (_lock)
        {
            if (_spare is null && _toStart > 0)
            {
                _spare = Start();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_spare is not null)
        {
            await _spare.DisposeAsync().ConfigureAwait(false);
        }
    }

    private WorkerProcess Start()
    {
        _toStart--;
        return new WorkerProcess(options);
    }
}
