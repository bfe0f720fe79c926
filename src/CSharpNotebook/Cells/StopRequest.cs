using System.ComponentModel;

namespace CSharpNotebook.Cells;

/// <summary>
/// Whether the running cell is to stop. For the checks that the engine adds to the loops of cells, not for notebooks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopRequest
{
    private const int MostSessions = 1024;

    // An array element rather than a token of the session: a loop may check a billion times, and this is one load and one test.
    private static readonly object?[] Stopping = new object?[MostSessions];

    /// <summary>
    /// The execution that code belongs to, on any thread: code that earlier cells left running, such as a timer, must not be stopped.
    /// </summary>
    private static readonly AsyncLocal<object?> Flowing = new();
    private static int _sessions;

    /// <summary>Ends the cell when a stop was requested.</summary>
    /// <param name="session">The number of the session.</param>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void Check(int session)
    {
        if (Volatile.Read(ref Stopping[session]) is { } execution && ReferenceEquals(execution, Flowing.Value))
        {
            throw new OperationCanceledException("The cell was interrupted.");
        }
    }

    /// <summary>
    /// Ends the cell when a stop was requested; otherwise gives a value as it is, for code that can only be an expression.
    /// </summary>
    /// <param name="session">The number of the session.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static T Pass<T>(int session, T value)
    {
        Check(session);
        return value;
    }

    /// <summary>Ends the cell that this code belongs to when a stop was requested, in any session.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    internal static void CheckHere()
    {
        if (Flowing.Value is IStoppable { IsStopping: true })
        {
            throw new OperationCanceledException("The cell was interrupted.");
        }
    }

    internal static int NewSession() => Interlocked.Increment(ref _sessions) % MostSessions;

    /// <summary>Marks the following calls as part of an execution.</summary>
    internal static void Enter(object execution) => Flowing.Value = execution;

    internal static void Make(int session, object execution) => Volatile.Write(ref Stopping[session], execution);

    /// <summary>Withdraws a request, unless another has replaced it.</summary>
    internal static void TakeBack(int session, object execution) => Interlocked.CompareExchange(ref Stopping[session], null, execution);
}
