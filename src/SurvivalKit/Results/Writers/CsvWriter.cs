using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Writes a frame as comma-separated values (RFC 4180), or with another separator: all digits of a number, nothing for what is
/// missing or not finite.</summary>
internal static class CsvWriter
{
    /// <summary>Writes a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="separator">The sign between two values.</param>
    public static string Write(DataFrame frame, char separator = ',')
    {
        var text = new StringBuilder();
        text.AppendJoin(separator, frame.Columns.Select(column => Quote(column.Name, separator)));
        for (long row = 0; row < frame.Rows.Count; row++)
        {
            text.Append('\n').AppendJoin(separator, frame.Columns.Select(column => Quote(Cell(column[row]), separator)));
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

    private static string Quote(string cell, char separator) =>
        cell.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
