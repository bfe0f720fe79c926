namespace SurvivalKit.Sources;

/// <summary>How a database is asked.</summary>
public sealed record SqlOptions
{
    /// <summary>The most seconds that one statement may take; 0: no limit. Default: 600.</summary>
    public int TimeoutSeconds { get; init; } = 600;

    /// <summary>The most rows that may leave the database for one pass over the data. Default: 200,000. Where there are more distinct
    /// times they are taken range by range.</summary>
    public int MostCells { get; init; } = 200_000;

    /// <summary>The fewest rows that a sum may stand for; sums of fewer are refused, so that no row can be read off an answer. Default: 1,
    /// which refuses none.</summary>
    public int SmallestCell { get; init; } = 1;

    /// <summary>Told each statement when it is answered, for progress, for a log, or for whoever must know what leaves the database.
    /// Default: nobody.</summary>
    public Action<SqlRun>? Ran { get; init; }
}
