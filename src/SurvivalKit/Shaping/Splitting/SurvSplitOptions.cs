namespace SurvivalKit;

/// <summary>How <see cref="SurvSplit.Split(Microsoft.Data.Analysis.DataFrame, string, IEnumerable{double}, SurvSplitOptions?)"/> names
/// what it makes; the arguments of R's survSplit.</summary>
public sealed record SurvSplitOptions
{
    /// <summary>The column of starts; default: the response's own where it is a column, else <c>tstart</c>. R's start.</summary>
    public string? Start { get; init; }

    /// <summary>The column of ends; default: the response's own where it is a column, else <c>tstop</c>. R's end.</summary>
    public string? End { get; init; }

    /// <summary>The column of statuses, 0 and 1; default: the response's own where it is a column, else <c>event</c>. R's event.</summary>
    public string? Event { get; init; }

    /// <summary>The column that numbers the rows of the data that were split, from 1; default: none. R's id.</summary>
    public string? Id { get; init; }

    /// <summary>The column of the interval between two cuts that a row lies in, from 1; default: none. R's episode.</summary>
    public string? Episode { get; init; }

    /// <summary>The time from which rows without a start are at risk; default: 0. R's zero.</summary>
    public double Zero { get; init; }
}
