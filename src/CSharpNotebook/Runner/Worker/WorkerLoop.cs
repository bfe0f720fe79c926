using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CSharpNotebook.Cells;
using CSharpNotebook.Session;

namespace CSharpNotebook.Runner;

/// <summary>The main loop of a worker: starts up, runs cells, and ends when the runner does.</summary>
internal sealed class WorkerLoop(WorkerChannel channel, string address)
{
    private readonly BlockingCollection<WorkerMessage> _messages = [];
    private WorkerObserver? _observer;

    public void Run()
    {
        Task ready = NotebookSession.WarmUpAsync();
        new Thread(Listen) { IsBackground = true, Name = "runner" }.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => SayGoodbye();
        ready.GetAwaiter().GetResult();
        channel.Send(new WorkerMessage(WorkerMessageKind.Ready));

        WorkerMessage start = _messages.Take();
        if (start.Kind != WorkerMessageKind.Start)
        {
            return;
        }

        if (start.Text is { } folder)
        {
            Environment.CurrentDirectory = folder;
        }

        using var session = new NotebookSession(new SessionOptions
        {
            WorkingDirectory = start.Text,
            PreviewLanguage = start.Preview,
        });
        foreach (WorkerMessage message in _messages.GetConsumingEnumerable())
        {
            if (message.Kind == WorkerMessageKind.End)
            {
                break;
            }

            Execute(session, message, start.Limit ?? long.MaxValue, start.Name);
        }
        channel.Send(new WorkerMessage(WorkerMessageKind.End));
    }

    private void Execute(NotebookSession session, WorkerMessage message, long limit, string? mark)
    {
        using var observer = new WorkerObserver(channel, message.Execution, limit);
        _observer = observer;
        int? count = null;
        CellFailure? failure;
        try
        {
            CellResult result = session.ExecuteAsync(
                message.Text ?? "",
                new CellRequest { Language = message.Name, Observer = observer, KeepsOutputs = false }).GetAwaiter().GetResult();
            (count, failure) = (result.ExecutionCount, result.Failure);
        }
#pragma warning disable CA1031 // Every exception must be reported to the runner.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = new CellFailure(
                CellFailureKind.Runtime, exception.GetType().FullName!, exception.Message)
            { Traceback = [exception.Message] };
        }
        observer.Flush();
        Mark(Console.OpenStandardOutput(), mark, message.Execution);
        Mark(Console.OpenStandardError(), mark, message.Execution);
        channel.Send(new WorkerMessage(
            WorkerMessageKind.Done)
        { Execution = message.Execution, Count = count, Failure = WorkerFailure.FromCell(failure) });
    }

    /// <summary>
    /// Marks in the process's own output where a cell ended: the output of programs that the cell started comes before it.
    /// </summary>
    private static void Mark(Stream stream, string? mark, int execution)
    {
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(RawOutput.MarkOf(mark, execution)));
            stream.Flush();
        }
        catch (IOException)
        {
            // The cell has closed the stream; there is nothing to mark.
        }
    }

    private void Listen()
    {
        while (channel.Receive() is { } message)
        {
            _messages.Add(message);
        }

        // The runner has ended. A cell may be in an endless loop, and a foreground thread may never end, so the process is killed.
        if (Environment.GetEnvironmentVariable(LeftoverProcesses.Variable) is { } worker)
        {
            LeftoverProcesses.Kill(worker);
        }

        WorkerAddress.Remove(address);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Tells the runner, when a cell calls <see cref="Environment.Exit"/>, that it did.</summary>
    private void SayGoodbye()
    {
        try
        {
            _observer?.Flush();
            channel.Send(new WorkerMessage(WorkerMessageKind.Exit) { Count = Environment.ExitCode });
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The runner has ended.
        }
    }
}
