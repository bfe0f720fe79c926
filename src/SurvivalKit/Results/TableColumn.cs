namespace SurvivalKit;

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Alignment">How its cells stand.</param>
public sealed record TableColumn(string Header, TableAlignment Alignment = TableAlignment.Right)
{
    /// <summary>What stands in small letters below the header in HTML, such as a type; empty where there is nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether its cells are sentences; in text they stand on lines of their own below their row.</summary>
    public bool IsProse { get; init; }
}
