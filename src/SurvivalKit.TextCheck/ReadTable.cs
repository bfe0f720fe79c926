namespace SurvivalKit.TextCheck;

/// <summary>A table of a text that was read.</summary>
/// <param name="Block">Where it stands in the plain text.</param>
/// <param name="Table">Its columns and rows.</param>
/// <param name="Name">Its caption; <see langword="null"/>: it has none.</param>
internal sealed record ReadTable(TextBlock Block, TextTable Table, string? Name);
