using System.Collections.Concurrent;

namespace CSharpNotebook.Stopping;

/// <summary>
/// Threads for the code of cells. The thread pool's must not be used: a thread that was aborted once must not be used again, and the
/// pool would go on using it.
/// </summary>
internal static class CellThread
{
    private const int MostIdle = 4;

    private static readonly ConcurrentBag<BlockingCollection<Func<bool>>> Idle = [];

    /// <summary>Runs work on a separate thread, new or idle.</summary>
    /// <param name="work">The work; says whether the thread may be used again.</param>
    public static void Run(Func<bool> work)
    {
        if (!Idle.TryTake(out BlockingCollection<Func<bool>>? inbox))
        {
            inbox = new BlockingCollection<Func<bool>>(boundedCapacity: 1);
            new Thread(Serve) { IsBackground = true, Name = "cell" }.UnsafeStart(inbox);
        }
        inbox.Add(work);
    }

    private static void Serve(object? state)
    {
        var inbox = (BlockingCollection<Func<bool>>)state!;
        while (inbox.Take()() && Idle.Count < MostIdle)
        {
            Idle.Add(inbox);
        }
    }
}
