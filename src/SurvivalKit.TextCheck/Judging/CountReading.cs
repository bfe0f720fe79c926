namespace SurvivalKit.TextCheck;

/// <summary>A way to read the counts of a table as groups by outcomes.</summary>
/// <param name="Name">The way: <c>the row against all others</c>.</param>
/// <param name="Table">A row each group, a column each outcome.</param>
/// <param name="IsOrdered">Whether the outcomes may have an order, over which there can be a trend.</param>
internal sealed record CountReading(string Name, ContingencyTable Table, bool IsOrdered = true);
