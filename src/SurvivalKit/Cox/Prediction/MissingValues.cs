namespace SurvivalKit;

/// <summary>Numbers for a column of a frame.</summary>
internal static class MissingValues
{
    /// <summary>What is not a number is missing.</summary>
    public static IEnumerable<double?> AsNull(IEnumerable<double> values) => values.Select(value => double.IsNaN(value) ? (double?)null : value);
}
