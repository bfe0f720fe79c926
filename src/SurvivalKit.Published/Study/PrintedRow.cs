namespace SurvivalKit.Published;

/// <summary>A row of a printed table.</summary>
/// <param name="Row">The row as claims name it, with its headings: <c>Best response &gt; PD</c>.</param>
/// <param name="Printed">The label as printed.</param>
/// <param name="Cell">The pattern of its cells, aspects in braces: <c>{n} ({%})</c>; <see langword="null"/>: a row
/// without cells, or P only.</param>
public sealed record PrintedRow(string Row, string Printed, string? Cell)
{
    /// <summary>The number of headings above the row.</summary>
    public int Depth => Row.Split(" > ").Length - 1;
}
