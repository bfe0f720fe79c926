namespace SurvivalKit;

/// <summary>How long lists of rows are split for two cores and their caches; the split depends only on the number of rows, so that sums
/// over the parts do not depend on the number of threads.</summary>
internal static class RowBlocks
{
    /// <summary>Rows that are processed together: a few columns of them fit in the first-level cache.</summary>
    public const int Block = 256;

    /// <summary>Shorter lists are one span.</summary>
    public const int SmallestSpan = 2 * Part;

    private const int MostSpans = 4;

    // Large enough to outweigh the cost of another thread.
    private const int Part = 64 * Block;

    /// <summary>The length of the longest block of this number of rows.</summary>
    public static int LengthOfBlock(int rows) => Math.Min(Block, rows);

    /// <summary>The number of parts that rows are split into.</summary>
    public static int Parts(int rows) => Math.Max(1, (rows + Part - 1) / Part);

    /// <summary>The first row of a part, and its end.</summary>
    public static (int From, int To) Rows(int part, int rows) => (part * Part, Math.Min(rows, (part + 1) * Part));

    /// <summary>The number of spans that rows are split into for work in which rows are independent, or whose parts each need much memory,
    /// such as counts of digits: few and long; one, where threads would cost more than they save.</summary>
    public static int Spans(int rows) => Math.Clamp(rows / SmallestSpan, 1, MostSpans);

    /// <summary>The first row of a span, and its end.</summary>
    public static (int From, int To) Span(int span, int rows) =>
        ((int)((long)rows * span / Spans(rows)), (int)((long)rows * (span + 1) / Spans(rows)));

    /// <summary>Runs an action for each of several tasks, on several threads where a task has many rows.</summary>
    public static void ForEach(int tasks, int rowsOfTask, Action<int> body)
    {
        if (tasks > 1 && rowsOfTask >= Part / 4 && Environment.ProcessorCount > 1)
        {
            Parallel.For(0, tasks, body);
            return;
        }

        for (int task = 0; task < tasks; task++)
        {
            body(task);
        }
    }

    /// <summary>Runs an action for the first row and the end of each span.</summary>
    public static void ForEachSpan(int rows, Action<int, int> body) => ForEach(Spans(rows), rows, span =>
    {
        (int from, int to) = Span(span, rows);
        body(from, to);
    });
}
