namespace SurvivalKit;

/// <summary>The observations of one group or stratum of a sample in time order, and their risk sets.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Rows">The observations by increasing end.</param>
/// <param name="Time">Their ends, increasing.</param>
/// <param name="Entrants">The observations by increasing start; empty when all are at risk from the origin.</param>
/// <param name="Start">Their starts, increasing.</param>
internal sealed record SampleRows(
    SurvivalSample Sample,
    ReadOnlyMemory<int> Rows,
    ReadOnlyMemory<double> Time,
    ReadOnlyMemory<int> Entrants,
    ReadOnlyMemory<double> Start)
{
    /// <summary>The risk sets from the first time at which observations end to the last.</summary>
    public RisingRiskSets Rising => new(Time.Span, Start.Span);

    /// <summary>The same from the last time to the first.</summary>
    public FallingRiskSets Falling => new(Time.Span, Start.Span);

    /// <summary>The observations of each group.</summary>
    public static SampleRows[] Divide(SurvivalSample sample, GroupCodes groups)
    {
        if (groups.Count <= 1)
        {
            return [sample.All()];
        }

        TimeOrder order = sample.Order;
        (int[] rows, double[] time, int[] ends) = TimeOrder.Regroup(order.ByTime, order.SortedTime, groups.Codes, groups.Count);
        (int[] entrants, double[] start, int[] entries) = TimeOrder.Regroup(order.ByStart, order.SortedStart, groups.Codes, groups.Count);
        var all = new SampleRows[groups.Count];
        for (int g = 0; g < all.Length; g++)
        {
            Range within = ends[g]..ends[g + 1];
            Range entering = entries[g]..entries[g + 1];
            all[g] = new(sample, rows.AsMemory(within), time.AsMemory(within), entrants.AsMemory(entering), start.AsMemory(entering));
        }

        return all;
    }

    /// <summary>The weight of all observations of the group.</summary>
    public double Total()
    {
        if (Sample.Weights.Length == 0)
        {
            return Rows.Length;
        }

        double total = 0;
        foreach (int row in Rows.Span)
        {
            total += Sample.Weights[row];
        }

        return total;
    }
}
