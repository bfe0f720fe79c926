using System.Globalization;
using System.Text;

namespace SurvivalKit.Benchmarks;

/// <summary>The formatted rows.</summary>
internal static class PeerTable
{
    private static readonly string[] Heads = ["", "rows", "ours (s)", "R (s)", "ratio", "agree"];

    private static readonly int NameWidth = PeerCases.All.Max(row => row.Name.Length);

    /// <summary>The head of the aligned table.</summary>
    public static string Head => Aligned(Heads);

    /// <summary>A row of the aligned table.</summary>
    public static string Line(PeerRow row) => Aligned(Cells(row));

    /// <summary>The table in Markdown, with the machine and versions below it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="made">The machine and versions.</param>
    public static string Markdown(IEnumerable<PeerRow> rows, string made)
    {
        var text = new StringBuilder();
        text.Append(Piped(Heads)).Append("|:--|--:|--:|--:|--:|:-:|\n");
        foreach (PeerRow row in rows)
        {
            text.Append(Piped(Cells(row)));
        }

        return text.Append('\n').Append(made).Append('\n').ToString();
    }

    private static string[] Cells(PeerRow row) =>
    [
        row.Name,
        row.Rows.ToString("N0", CultureInfo.InvariantCulture),
        Seconds(row.Ours),
        row.R is { } theirs ? Seconds(theirs) : "-",
        row.Ratio is { } ratio ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : "-",
        row.Agree switch { true => "yes", false => "NO", null => "-" },
    ];

    private static string Seconds(double seconds) => seconds.ToString(seconds < 0.1 ? "0.0000" : "0.000", CultureInfo.InvariantCulture);

    private static string Aligned(string[] cells) =>
        cells[0].PadRight(NameWidth) + string.Concat(cells.Skip(1).Select(cell => cell.PadLeft(11)));

    private static string Piped(string[] cells) => "| " + string.Join(" | ", cells) + " |\n";
}
