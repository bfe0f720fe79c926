using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>Columns that align in a terminal: the first to the left, the others to the right.</summary>
internal sealed class TextGrid
{
    private readonly List<string[]> _rows = [];

    public TextGrid(params string[] header) => _rows.Add(header);

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>What a summary says of incomplete rows.</summary>
    public static string LeftOut(int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")} left out because a value is missing");

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
