using System.Globalization;
using System.Text;
using ExcelDataReader;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Reads a sheet of an Excel workbook (.xlsx, .xls). Its cells are read as those of a CSV file, by the same rules.</summary>
internal static class WorkbookReader
{
    /// <summary>Reads a frame.</summary>
    /// <param name="stream">The bytes, in which one can go back and forth.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="options">The sheet, and how its cells are read.</param>
    public static DataFrame Read(Stream stream, string name, DataFileOptions options)
    {
        // The texts of the older format (.xls) are in Windows' encodings.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        ((List<string?[]> rows, string sheet), List<string> errors) = ForeignReader.Run(name, "Excel workbook", () =>
        {
            using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            (List<string?[]>, string Name) found = Sheet(reader, name, options.Sheet);
            return (found, FormulaErrors.Find(stream, found.Name));
        });

        string place = options.Sheet is null ? name : $"{name} ({sheet})";
        DataFrame frame = SurvivalData.ReadCsv(
            new StringReader(ToText(rows)), place, options.Text with { Separator = ',', DecimalComma = false, Encoding = null });
        if (errors.Count > 0)
        {
            SurvivalData.Describe(
                frame,
                place,
                [.. SurvivalData.NotesOf(frame), $"{ErrorCells(errors)} of formulas with an error"],
                SurvivalData.LabelsOf(frame));
        }

        return frame;
    }

    private static string ErrorCells(List<string> places)
    {
        const int Shown = 5;
        string named = string.Join(", ", places.Take(Shown)) + (places.Count > Shown ? ", ..." : "");
        return $"{NumberText.Count(places.Count, "empty cell")} ({named})";
    }

    private static (List<string?[]> Rows, string Sheet) Sheet(IExcelDataReader reader, string name, string? part)
    {
        List<string> names = [];
        do
        {
            names.Add(reader.Name);
            if (part is null || reader.Name.Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                List<string?[]> rows = Rows(reader);
                if (rows.Count > 0)
                {
                    return (rows, reader.Name);
                }
            }
        }
        while (reader.NextResult());

        throw SurvivalDataException.AtFile(name, part is null ? "no sheet of the workbook has cells; a header and rows were expected."
            : names.Contains(part, StringComparer.OrdinalIgnoreCase)
                ? $"the sheet \"{part}\" has no cells; a header and rows were expected."
            : $"the workbook has no sheet \"{part}\"; it has {string.Join(", ", names)}.");
    }

    // Rows without a cell are no rows; the columns are those from the first to the last that has one.
    private static List<string?[]> Rows(IExcelDataReader reader)
    {
        List<string?[]> rows = [];
        while (reader.Read())
        {
            string?[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(c => Text(reader, c))];
            if (Array.Exists(cells, cell => cell is not null))
            {
                rows.Add(cells);
            }
        }

        if (rows.Count == 0)
        {
            return rows;
        }

        int first = rows.Min(cells => Array.FindIndex(cells, cell => cell is not null));
        int last = rows.Max(cells => Array.FindLastIndex(cells, cell => cell is not null));
        int[] columns = [.. Enumerable.Range(first, last - first + 1)];
        return rows.ConvertAll(cells => Array.ConvertAll(columns, c => c < cells.Length ? cells[c] : null));
    }

    private static string? Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text.Trim() is { Length: > 0 } word ? word : null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime date => FrameCell.Text(date),
        TimeSpan time => time.TotalSeconds.ToString("R", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static string ToText(List<string?[]> rows)
    {
        var text = new StringBuilder();
        foreach (string?[] cells in rows)
        {
            text.AppendJoin(',', cells.Select(cell => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }
}
