using System.ComponentModel;

namespace CSharpNotebook.Cells;

/// <summary>
/// Whether the cell that is running is to stop. For the code that the engine writes into the loops of cells, not for notebooks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopRequest
{
    private const int MostSessions = 1024;

    // An array element rather than a token of the session: a loop asks a billion times, and this is one load and one test.
    private static readonly object?[] Stopping = new object?[MostSessions];

    /// <summary>
    /// The execution that code belongs to, wherever it runs: what earlier cells left behind, a timer say, is none of a stop's business.
    /// </summary>
    private static readonly AsyncLocal<object?> Flowing = new();
    private static int _sessions;

    /// <summary>Ends the cell when somebody asked for it.</summary>
    /// <param name="session">The number of the session.</param>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void Check(int session)
    {
        if (Volatile.Read(ref Stopping[session]) is { } execution && ReferenceEquals(execution, Flowing.Value))
        {
            throw new OperationCanceledException("The cell was interrupted.");
        }
    }

    /// <summary>Ends the cell that this code belongs to when somebody asked for it, in whatever session.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    internal static void CheckHere()
    {
        if (Flowing.Value is IStoppable { IsStopping: true })
        {
            throw new OperationCanceledException("The cell was interrupted.");
        }
    }

    internal static int NewSession() => Interlocked.Increment(ref _sessions) % MostSessions;

    /// <summary>Marks what is called from here on as part of an execution.</summary>
    internal static void Enter(object execution) => Flowing.Value = execution;

    internal static void Make(int session, object execution) => Volatile.Write(ref Stopping[session], execution);

    /// <summary>Takes a request back, unless another has taken its place.</summary>
    internal static void TakeBack(int session, object execution) => Interlocked.CompareExchange(ref Stopping[session], null, execution);
}
