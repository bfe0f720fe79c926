namespace SurvivalKit.Published;

/// <summary>Printed counts as a table, a row an arm and a column a category.</summary>
/// <param name="Table">The counts.</param>
/// <param name="How">What was counted, as the end of a sentence: <c>without Not available</c>; empty: the plain reading.</param>
/// <param name="IsOrdered">Whether the categories are ordered.</param>
internal sealed record CountTable(ContingencyTable Table, string How, bool IsOrdered);
