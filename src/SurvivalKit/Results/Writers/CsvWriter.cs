using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Writes a frame as comma-separated values (RFC 4180): all digits of a number, nothing for what is
/// missing or not finite.</summary>
internal static class CsvWriter
{
    public static string Write(DataFrame frame)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', frame.Columns.Select(column => Quote(column.Name)));
        for (long row = 0; row < frame.Rows.Count; row++)
        {
            text.Append('\n').AppendJoin(',', frame.Columns.Select(column => Quote(Cell(column[row]))));
        }

        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        bool truth => truth ? "true" : "false",
        DateTime date => FrameCell.Text(date),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
