namespace SurvivalKit;

/// <summary>The rows of one group, from the start of the estimate on, in the orders that a sweep over time needs.</summary>
internal sealed class StateGroup
{
    private readonly StateRows _rows;

    private StateGroup(StateRows rows, int[] byStop)
    {
        _rows = rows;
        ByStop = byStop;
        ByStart = [.. byStop.OrderBy(row => rows.Start[row])];
    }

    /// <summary>The rows by increasing end.</summary>
    public int[] ByStop { get; }

    /// <summary>The rows by increasing start.</summary>
    public int[] ByStart { get; }

    /// <summary>The number of states.</summary>
    public int States => _rows.States.Length;

    /// <summary>Whether all are at risk from before any time.</summary>
    public bool StartsAtOrigin => !_rows.Frame.Response.IsCounting;

    /// <summary>The distinct times at which a subject moves or its observation ends.</summary>
    public required double[] Time { get; init; }

    /// <summary>The place of each row's sampling unit among those of the group.</summary>
    public required Dictionary<int, int> Units { get; init; }

    public static StateGroup Of(StateRows rows, IEnumerable<int> members, double? startTime)
    {
        int[] byStop = [.. members.Where(row => !(rows.Stop[row] < startTime)).OrderBy(row => rows.Stop[row])];
        int[] clusters = rows.Frame.Values.Clusters.Length > 0 ? rows.Frame.Values.Clusters : rows.Subjects;
        var places = new Dictionary<int, int>();
        var units = new Dictionary<int, int>();
        foreach (int row in byStop)
        {
            if (!places.TryGetValue(clusters[row], out int place))
            {
                places[clusters[row]] = place = places.Count;
            }

            units[row] = place;
        }

        return new StateGroup(rows, byStop)
        {
            Time = [.. byStop.Where(row => rows.To[row] >= 0 || !GoesOn(rows, row)).Select(row => rows.Stop[row]).Distinct()],
            Units = units,
        };
    }

    public double Start(int row) => _rows.Start[row];

    public double Stop(int row) => _rows.Stop[row];

    public int From(int row) => _rows.Current[row];

    public int To(int row) => _rows.To[row];

    public double Weight(int row) => _rows.Frame.Values.Weights.Length == 0 ? 1 : _rows.Frame.Values.Weights[row];

    public int Subject(int row) => _rows.Subjects[row];

    /// <summary>Whether a row ends by censoring, and not because the subject goes on in another row.</summary>
    public bool IsCensored(int row) => _rows.To[row] < 0 && !GoesOn(_rows, row);

    /// <summary>Whether a row is at risk at a time.</summary>
    public bool IsAtRisk(int row, double time) => (StartsAtOrigin || Start(row) < time) && Stop(row) >= time;

    // The rows of a subject follow each other, so that the one after a row starts at its end.
    private static bool GoesOn(StateRows rows, int row) => rows.To[row] < 0 && !rows.IsLast[row];
}
