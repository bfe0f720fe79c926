using System.Globalization;

namespace CSharpNotebook.Checking;

/// <summary>An output that is not what was stored.</summary>
/// <param name="CellNumber">The place among all cells of the notebook, counted from 1.</param>
/// <param name="CodeCellNumber">The place among the code cells, counted from 1.</param>
/// <param name="Output">Which output: <c>stdout</c>, <c>stderr</c>, <c>error</c>, or <c>output 2</c> with its MIME type.</param>
/// <param name="Place">Where in it: a line, a cell of a table; empty when it is the whole output.</param>
/// <param name="Expected">What is stored there; null when there was nothing.</param>
/// <param name="Actual">What the run gave; null when nothing.</param>
public sealed record OutputDifference(int CellNumber, int CodeCellNumber, string Output, string Place, string? Expected, string? Actual)
{
    private const int Longest = 200;

    /// <summary>The difference in one sentence.</summary>
    /// <returns>Such as <c>cell 5 (code cell 3), stdout, line 2: "1.5" was expected, "1.6" came</c>.</returns>
    public override string ToString()
    {
        string place = Place.Length > 0 ? ", " + Place : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"cell {CellNumber} (code cell {CodeCellNumber}), {Output}{place}: {Quote(Expected)} was expected, {Quote(Actual)} came");
    }

    private static string Quote(string? text) =>
        text is null ? "nothing" : $"\"{(text.Length > Longest ? text[..Longest] + "..." : text)}\"";
}
