namespace SurvivalKit;

/// <summary>Spans of sorted rows (<see cref="RowBlocks.Span"/>) that do not divide rows of one time: each time belongs to the span in which
/// it starts.</summary>
internal static class TiedSpans
{
    /// <summary>The first row of a span, and its end.</summary>
    /// <param name="span">The span.</param>
    /// <param name="sorted">The times in order, rising or falling.</param>
    public static (int From, int To) Rows(int span, ReadOnlySpan<double> sorted)
    {
        (int from, int to) = RowBlocks.Span(span, sorted.Length);
        return (Start(from, sorted), Start(to, sorted));
    }

    private static int Start(int row, ReadOnlySpan<double> sorted)
    {
        while (row > 0 && row < sorted.Length && sorted[row] == sorted[row - 1])
        {
            row++;
        }

        return row;
    }
}
