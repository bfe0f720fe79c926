namespace SurvivalKit;

/// <summary>A column of a table.</summary>
/// <param name="Header">The text above it.</param>
/// <param name="Alignment">How its cells are aligned.</param>
public sealed record TableColumn(string Header, TableAlignment Alignment = TableAlignment.Right)
{
    /// <summary>The small text below the header in HTML, such as a type; empty where there is nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether its cells are sentences; in text output they are on separate lines below their row.</summary>
    public bool IsProse { get; init; }
}
