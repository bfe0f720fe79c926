using System.Text;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>
/// Sends the outputs of a cell to the runner. A text is sent immediately, because the next statement may end the process; many texts
/// are buffered briefly, because a cell that prints character by character would mostly wait for the pipe.
/// </summary>
internal sealed class WorkerObserver : ICellObserver, IOutputLimit, IDisposable
{
    private const int SentAtOnce = 1_000;
    private const int LongestGathered = 16_384;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly WorkerChannel _channel;
    private readonly int _execution;
    private readonly StringBuilder _gathered = new();
    private readonly Timer _timer;
    private string _name = "";
    private int _sent;

    public WorkerObserver(WorkerChannel channel, int execution, long limit)
    {
        _channel = channel;
        _execution = execution;
        OutputLimit = limit;
        _timer = new Timer(_ => Flush());
    }

    public long OutputLimit { get; }

    public void Write(string name, string text)
    {
        lock (_lock)
        {
            if (_gathered.Length > 0 && name != _name)
            {
                FlushGathered();
            }

            _name = name;
            if (_gathered.Length == 0)
            {
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }

            _gathered.Append(text);
            if (_sent < SentAtOnce || _gathered.Length > LongestGathered)
            {
                FlushGathered();
            }
        }
    }

    public void Show(CellOutput output, string? displayId) =>
        Send(new WorkerMessage(WorkerMessageKind.Show) { Output = WorkerChannel.Write(output), DisplayId = displayId });

    public void Update(string displayId, DisplayDataOutput output) =>
        Send(new WorkerMessage(WorkerMessageKind.Update) { Output = WorkerChannel.Write(output), DisplayId = displayId });

    public void Clear(bool wait) => Send(new WorkerMessage(WorkerMessageKind.Clear) { Name = wait ? "wait" : null });

    /// <summary>There is no pager.</summary>
    public bool Page(MimeBundle data) => false;

    /// <summary>Sends the buffered text.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            FlushGathered();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Send(WorkerMessage message)
    {
        lock (_lock)
        {
            FlushGathered();
            _channel.Send(message with { Execution = _execution });
        }
    }

    private void FlushGathered()
    {
        if (_gathered.Length == 0)
        {
            return;
        }

        _channel.Send(new WorkerMessage(WorkerMessageKind.Write) { Execution = _execution, Name = _name, Text = _gathered.ToString() });
        _gathered.Clear();
        _sent++;
    }
}
