namespace SurvivalKit;

/// <summary>The observations of one group in time order.</summary>
/// <param name="Data">The observations of all groups.</param>
/// <param name="Rows">The group's observations by increasing end.</param>
/// <param name="Time">Their ends, increasing.</param>
/// <param name="Entrants">The group's observations by increasing start; empty when all are at risk from the origin.</param>
/// <param name="Start">Their starts, increasing.</param>
internal sealed record CurveRows(
    CurveData Data, ReadOnlyMemory<int> Rows, ReadOnlyMemory<double> Time, ReadOnlyMemory<int> Entrants, ReadOnlyMemory<double> Start)
{
    /// <summary>All observations as one group.</summary>
    public static CurveRows All(CurveData data) =>
        new(data, data.Order.ByTime, data.Order.SortedTime, data.Order.ByStart, data.Order.SortedStart);

    /// <summary>The observations of each group.</summary>
    /// <param name="data">The observations.</param>
    /// <param name="codes">The group of each observation, from 0.</param>
    /// <param name="groups">The number of groups.</param>
    public static CurveRows[] ByGroup(CurveData data, int[] codes, int groups)
    {
        if (groups == 1)
        {
            return [All(data)];
        }

        (int[] rows, double[] time, int[] ends) = TimeOrder.Regroup(data.Order.ByTime, data.Order.SortedTime, codes, groups);
        (int[] entrants, double[] start, int[] entries) = TimeOrder.Regroup(data.Order.ByStart, data.Order.SortedStart, codes, groups);
        var all = new CurveRows[groups];
        for (int g = 0; g < groups; g++)
        {
            Range within = ends[g]..ends[g + 1];
            Range entering = entries[g]..entries[g + 1];
            all[g] = new(data, rows.AsMemory(within), time.AsMemory(within), entrants.AsMemory(entering), start.AsMemory(entering));
        }

        return all;
    }

    /// <summary>The weight of all observations of the group.</summary>
    public double Total()
    {
        if (Data.Weights.Length == 0)
        {
            return Rows.Length;
        }

        double total = 0;
        foreach (int row in Rows.Span)
        {
            total += Data.Weights[row];
        }

        return total;
    }
}
