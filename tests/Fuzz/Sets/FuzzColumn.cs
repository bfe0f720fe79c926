namespace SurvivalKit.Fuzz;

/// <summary>A column of a random data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsText">Whether the values are places of letters, 0 for a.</param>
/// <param name="Values">A value a row; NaN is missing.</param>
internal sealed record FuzzColumn(string Name, bool IsText, double[] Values)
{
    /// <summary>The column of some rows only.</summary>
    public FuzzColumn Of(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}
