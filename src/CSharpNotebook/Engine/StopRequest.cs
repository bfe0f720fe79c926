using System.ComponentModel;

namespace CSharpNotebook.Engine;

/// <summary>Whether the cell that is running is to stop. For the code that the engine writes into the loops of cells, not for notebooks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopRequest
{
    private const int MostSessions = 1024;

    // An array element rather than a token of the session: a loop asks a billion times, and this is one load and one test.
    private static readonly bool[] Made = new bool[MostSessions];
    private static int _sessions;

    /// <summary>Ends the cell when somebody asked for it.</summary>
    /// <param name="session">The number of the session.</param>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void Check(int session)
    {
        if (Volatile.Read(ref Made[session])) throw new OperationCanceledException("The cell was interrupted.");
    }

    internal static int NewSession() => Interlocked.Increment(ref _sessions) % MostSessions;

    internal static void Make(int session) => Volatile.Write(ref Made[session], true);

    internal static void TakeBack(int session) => Volatile.Write(ref Made[session], false);
}
