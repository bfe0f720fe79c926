namespace SurvivalKit;

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Alignment">How its cells stand.</param>
public sealed record TableColumn(string Header, TableAlignment Alignment = TableAlignment.Right);
