namespace SurvivalKit;

/// <summary>Numbers for a column of a frame.</summary>
internal static class MissingValues
{
    /// <summary>NaN becomes a missing value.</summary>
    public static IEnumerable<double?> AsNull(IEnumerable<double> values) =>
        values.Select(value => double.IsNaN(value) ? (double?)null : value);
}
