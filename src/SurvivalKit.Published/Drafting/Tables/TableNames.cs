using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>The place, the title and the headings of a table.</summary>
internal static partial class TableNames
{
    /// <summary>The place of a table: <c>table2</c> by its caption, else by its order.</summary>
    public static string Place(ReadTable read, int index, ICollection<string> taken)
    {
        Match number = Number().Match(read.Name ?? "");
        string place = number.Success
            ? "table" + number.Groups["n"].Value.ToLowerInvariant()
            : "table" + (index + 1).ToString(CultureInfo.InvariantCulture);
        string unique = place;
        for (int i = 2; taken.Contains(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{place}-part{i}");
        }

        return unique;
    }

    /// <summary>The title without its number.</summary>
    public static string Title(string? name, string place)
    {
        string title = Number().Replace(name ?? "", "").Trim(' ', '.', ':', '|', '*');
        return title.Length > 0 ? title : place;
    }

    /// <summary>A heading with <c>{n}</c> in the place of its size.</summary>
    public static string Header(TextColumn column)
    {
        string heading = column.Heading.Replace('{', '(').Replace('}', ')');
        string header = column.N is { } n
            ? new Regex($@"(?<!\d){n.ToString(CultureInfo.InvariantCulture)}(?!\d)").Replace(heading, "{n}", 1)
            : heading;
        return header.Length > 0 ? header : "-";
    }

    /// <summary>The heading of the labels.</summary>
    public static string Stub(DraftPaper paper, ReadTable read)
    {
        string first = paper.LineText(read.Block.Start).Split(['\t', '|'], StringSplitOptions.TrimEntries)
            .FirstOrDefault(cell => cell.Length > 0, "");
        bool isHeading = read.Table.Columns.All(column => column.Heading != first) && read.Table.Rows.All(row => row.Label.Text != first);
        return isHeading && first.Length > 0 ? first : "Row";
    }

    [GeneratedRegex(@"^\W*(?:supplementary\s+|supplemental\s+)?table\s+(?<n>[A-Z]?\d{1,3}[A-Za-z]?)\b\s*[.:|]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
