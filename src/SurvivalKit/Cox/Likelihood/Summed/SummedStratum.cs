namespace SurvivalKit;

/// <summary>The rows of a stratum summed by the time at which they end, and by the time at which they start: what a Cox model needs of
/// them besides their risks. All lists of ends have one length, and all of starts.</summary>
internal sealed record SummedStratum
{
    /// <summary>The stratum as R labels it, <c>sex=1</c>; empty where the model has none.</summary>
    public required string Name { get; init; }

    /// <summary>The distinct times at which rows end, increasing.</summary>
    public required double[] Time { get; init; }

    /// <summary>The number of rows that end then.</summary>
    public required double[] Rows { get; init; }

    /// <summary>Their case weight.</summary>
    public required double[] Weight { get; init; }

    /// <summary>The number of those with the event.</summary>
    public required double[] EventRows { get; init; }

    /// <summary>Their case weight.</summary>
    public required double[] EventWeight { get; init; }

    /// <summary>The sum of weight times each centred and scaled column over those with the event, time by time.</summary>
    public required double[] EventSums { get; init; }

    /// <summary>The distinct times at which rows start, increasing; empty: all are at risk from the origin.</summary>
    public double[] EntryTime { get; init; } = [];

    /// <summary>The number of rows that start then.</summary>
    public double[] EntryRows { get; init; } = [];

    /// <summary>Their case weight.</summary>
    public double[] EntryWeight { get; init; } = [];

    /// <summary>The sum of weight times offset over all rows with the event.</summary>
    public double EventOffset { get; init; }

    /// <summary>The weighted mean of each column, in the caller's units.</summary>
    public required double[] Means { get; init; }

    /// <summary>The number of rows.</summary>
    public int Observations => checked((int)Rows.Sum());
}
