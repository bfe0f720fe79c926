namespace SurvivalKit;

/// <summary>How long lists of rows are cut for two cores and for their caches; the cuts depend on nothing but the number of rows, so that
/// sums over them come out the same on any number of threads.</summary>
internal static class RowBlocks
{
    /// <summary>Rows that are worked on together: a few columns of them stay in the first cache.</summary>
    public const int Block = 256;

    /// <summary>What is shorter is one span.</summary>
    public const int SmallestSpan = 2 * Part;

    private const int MostSpans = 4;

    // Large enough to pay for handing it to another thread.
    private const int Part = 64 * Block;

    /// <summary>The length of the longest block that so many rows have.</summary>
    public static int LengthOfBlock(int rows) => Math.Min(Block, rows);

    /// <summary>The number of parts that rows are cut into.</summary>
    public static int Parts(int rows) => Math.Max(1, (rows + Part - 1) / Part);

    /// <summary>The first row of a part, and its end.</summary>
    public static (int From, int To) Rows(int part, int rows) => (part * Part, Math.Min(rows, (part + 1) * Part));

    /// <summary>The number of spans that rows are cut into for work in which no two rows meet, or whose parts each need much room of their own,
    /// as a count of digits does: few and long; one, where handing out work would cost more than it saves.</summary>
    public static int Spans(int rows) => Math.Clamp(rows / SmallestSpan, 1, MostSpans);

    /// <summary>The first row of a span, and its end.</summary>
    public static (int From, int To) Span(int span, int rows) =>
        ((int)((long)rows * span / Spans(rows)), (int)((long)rows * (span + 1) / Spans(rows)));

    /// <summary>Does something for each of several tasks, on several threads where the rows that a task goes through are many.</summary>
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
}
