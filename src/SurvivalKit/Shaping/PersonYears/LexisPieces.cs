namespace SurvivalKit;

/// <summary>Divides follow-up where any of several scales crosses a break: the rectangles of a Lexis diagram (R's pyears).</summary>
/// <remarks>All scales move together with time. A piece shorter than 1e-8 of the shortest follow-up is rounding, and belongs to the piece
/// before it, so that an event at the very end of a band stays in that band.</remarks>
internal sealed class LexisPieces
{
    private readonly IReadOnlyList<Tcut> _scales;
    private readonly double _least;

    /// <param name="scales">The scales.</param>
    /// <param name="start">The start of each row.</param>
    /// <param name="stop">The stop of each row.</param>
    public LexisPieces(IReadOnlyList<Tcut> scales, ReadOnlySpan<double> start, ReadOnlySpan<double> stop)
    {
        _scales = scales;
        double shortest = 0;
        for (int row = 0; row < stop.Length; row++)
        {
            double length = stop[row] - start[row];
            shortest = length > 0 && (shortest == 0 || length < shortest) ? length : shortest;
        }

        _least = shortest * 1e-8;
    }

    /// <summary>The pieces of a row, one at least; the last has the event.</summary>
    /// <param name="row">The place of the row in the scales.</param>
    /// <param name="start">Its start.</param>
    /// <param name="stop">Its stop.</param>
    /// <returns>From, to, and the band in each scale; -1 outside of its breaks.</returns>
    public IEnumerable<(double From, double To, int[] Bands)> Of(int row, double start, double stop)
    {
        double from = start;
        while (true)
        {
            double to = Math.Min(stop, NextCrossing(row, from));
            to = stop - to <= _least ? stop : to;
            yield return (from, to, [.. _scales.Select(scale => Band(scale, scale.Origin[row], from))]);
            if (to == stop)
            {
                yield break;
            }

            from = to;
        }
    }

    private double NextCrossing(int row, double from)
    {
        double next = double.PositiveInfinity;
        foreach (Tcut scale in _scales)
        {
            foreach (double cut in scale.Breaks)
            {
                double crossing = cut - scale.Origin[row];
                if (crossing > from + _least)
                {
                    next = Math.Min(next, crossing);
                    break;
                }
            }
        }

        return next;
    }

    private int Band(Tcut scale, double origin, double from)
    {
        int begun = 0;
        while (begun < scale.Breaks.Length && scale.Breaks[begun] - origin <= from + _least)
        {
            begun++;
        }

        return begun == scale.Breaks.Length ? -1 : begun - 1;
    }
}
