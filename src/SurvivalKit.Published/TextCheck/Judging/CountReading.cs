namespace SurvivalKit.Published;

/// <summary>A way to read the counts of a table as groups by outcomes.</summary>
/// <param name="Name">The way: <c>the row against all others</c>.</param>
/// <param name="Table">A row each group, a column each outcome.</param>
internal sealed record CountReading(string Name, ContingencyTable Table);
