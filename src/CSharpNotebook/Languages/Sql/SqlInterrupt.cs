using DuckDB.NET.Data;

namespace CSharpNotebook.Languages.Sql;

/// <summary>
/// Interrupts a statement when a token is cancelled. DuckDB loses an interrupt that comes just before the statement starts, so it is
/// repeated until the statement has ended.
/// </summary>
internal sealed class SqlInterrupt : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly Timer _timer;
    private bool _ended;

    public SqlInterrupt(DuckDBCommand command, CancellationToken cancellationToken)
    {
        _timer = new Timer(_ => Interrupt(command));
        _registration = cancellationToken.Register(() => _timer.Change(TimeSpan.Zero, Interval));
    }

    /// <summary>Must be called before the command is disposed of.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        lock (_lock)
        {
            _ended = true;
        }

        _timer.Dispose();
    }

    private void Interrupt(DuckDBCommand command)
    {
        lock (_lock)
        {
            if (!_ended)
            {
                command.Cancel();
            }
        }
    }
}
