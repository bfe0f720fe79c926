namespace SurvivalKit.Published;

/// <summary>Printed counts as a table, a row an arm and a column a category.</summary>
/// <param name="Table">The counts.</param>
/// <param name="How">The counted values, as the end of a sentence: <c>without Not available</c>; empty: the simplest reading.</param>
/// <param name="IsOrdered">Whether the categories are ordered.</param>
internal sealed record CountTable(ContingencyTable Table, string How, bool IsOrdered);
