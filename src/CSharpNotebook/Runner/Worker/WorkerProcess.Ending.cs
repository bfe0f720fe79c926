using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

// How a worker ends: because its notebook has ended, because the process ended, or because it used too much memory.
internal sealed partial class WorkerProcess
{
    /// <summary>Ends the process, and everything that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_pipe.IsConnected && _running.IsRunning && !_process.HasExited)
            {
                using var deadline = new CancellationTokenSource(Patience);
                _channel.Send(new WorkerMessage(WorkerMessageKind.End));
                while (await _channel.ReceiveAsync(deadline.Token).ConfigureAwait(false) is { Kind: not WorkerMessageKind.End })
                {
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It does not respond; it is ended anyway.
        }
        Kill();
        _channel.Dispose();
        WorkerAddress.Remove(_address);
        _process.Dispose();
    }

    private async Task<CellReply> DiedAsync(OutputCollector recording)
    {
        LastWords words = await LastWordsAsync().ConfigureAwait(false);
        CellFailure failure = words.ToFailure();
        recording.Show(failure.ToOutput(), displayId: null);
        return new CellReply(null, failure, IsAlive: false);
    }

    private async Task<CellFailure> NotReadyAsync()
    {
        LastWords words = await LastWordsAsync().ConfigureAwait(false);
        string said = words.Error.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() is { } line ? $": {line}" : ".";
        return new CellFailure(
            CellFailureKind.Process,
            "WorkerNotStarted",
            $"The process that was to run the notebook ended before its first cell (exit code {words.ExitCode}){said}");
    }

    private async Task<LastWords> LastWordsAsync()
    {
        // The runtime writes the reason before it ends, but a program that the cell started may keep the same stream open for long.
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The connection is lost, but the process still runs: it cannot be used any more.
        }
        int exitCode = _process.HasExited ? _process.ExitCode : -1;
        Kill();
        await Task.WhenAny(Task.WhenAll(_output.Ended, _error.Ended), Task.Delay(Patience)).ConfigureAwait(false);
        return new LastWords
        {
            ExitCall = _exitCall,
            ExitCode = exitCode,
            Error = _error.Take(),
            MemoryLimit = _options.MemoryLimit,
            IsOverMemory = _isOverMemory
        };
    }

    private async Task WatchMemoryAsync(long limit)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync().ConfigureAwait(false))
            {
                _process.Refresh();
                if (_process.HasExited)
                {
                    return;
                }

                if (_process.WorkingSet64 <= limit)
                {
                    continue;
                }

                _isOverMemory = true;
                Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // The process has ended.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception
            or AggregateException)
        {
            // It has ended already.
        }
        LeftoverProcesses.Kill(_name);
    }
}
