using System.Net;
using System.Text.RegularExpressions;

namespace SurvivalKit.TextCheck;

/// <summary>The headings of a text's sections and the names of its tables, with where they stand in the source.</summary>
/// <remarks>
/// Headings are those of HTML (<c>h1</c> to <c>h6</c>), of JATS (<c>sec</c>, <c>abstract</c>), of Markdown (<c>#</c>), and in a plain text
/// the lines that hold nothing but a name that papers give their parts. The name of a table is its caption, or a line that begins with
/// <c>Table 1</c> between it and the table before.
/// </remarks>
internal sealed partial class TextOutline
{
    private const int LongestName = 160;

    private readonly List<(int Start, string? Name)> _sections;
    private readonly List<(int Start, string? Name)> _tables;
    private readonly List<(int Start, string? Name)> _pages;

    public TextOutline(string source)
    {
        _sections = Found(source, Heading());
        _tables = Found(source, Caption());
        _pages = source.Contains("<!-- page ", StringComparison.Ordinal) ? Found(source, Page()) : [];
    }

    /// <summary>The heading of the section that a place of the source is in; <see langword="null"/>: before the first.</summary>
    public string? SectionOf(int offset) => Last(_sections, offset)?.Name;

    /// <summary>The page of the file that a place is on, from 1, where the reader of the file marked it.</summary>
    public int? PageOf(int offset) =>
        Last(_pages, offset)?.Name is { } page ? int.Parse(page, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The name of a table whose first cell is at <paramref name="offset"/>, and which comes after another that ended at
    /// <paramref name="after"/>.</summary>
    public string? TableOf(int offset, int after) => Last(_tables, offset) is { } table && table.Start >= after ? table.Name : null;

    /// <summary>Whether a place of the source is within a heading's line.</summary>
    public bool IsHeading(int offset, string text) =>
        Last(_sections, offset) is { Name: { } name } section
        && offset - section.Start <= LongestName
        && Clean(text.TrimStart('#')) is { Length: > 0 } clean
        && name.EndsWith(clean, StringComparison.Ordinal);

    private static (int Start, string? Name)? Last(List<(int Start, string? Name)> places, int offset)
    {
        (int low, int high) = (0, places.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = places[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : places[low - 1];
    }

    private static List<(int, string?)> Found(string source, Regex pattern)
    {
        List<(int, string?)> found = [];
        foreach (Match match in pattern.Matches(source))
        {
            string name = Clean(string.Join(" ", match.Groups["name"].Captures.Select(part => part.Value)));
            found.Add((match.Index, name.Length > 0 ? name : match.Value.StartsWith("<abstract", StringComparison.OrdinalIgnoreCase)
                ? "Abstract"
                : null));
        }

        return found;
    }

    private static string Clean(string text)
    {
        string bare = WebUtility.HtmlDecode(Tag().Replace(text, " ").Replace("**", "", StringComparison.Ordinal));
        string plain = Blanks().Replace(bare, " ").Trim(' ', '*', '_', '#');
        if (plain.Length <= LongestName)
        {
            return plain;
        }

        int blank = plain.LastIndexOf(' ', LongestName);
        return plain[..(blank > 0 ? blank : LongestName)] + "...";
    }

    [GeneratedRegex(
        """
        <h(?<level>[1-6])\b[^>]{0,400}>(?<name>.{1,400}?)</h\k<level>\s*>
        |<sec\b[^>]{0,400}>\s*(?:<label>(?<name>[^<]{0,40})</label>\s*)?<title\b[^>]{0,400}>(?<name>.{1,400}?)</title>
        |<(?:abstract|body|back)\b[^>]{0,400}>
        |^\ {0,3}\#{1,6}[\ \t]+(?<name>[^\r\n]{1,400})
        |^[\ \t]*(?:\*\*|__)?(?<name>(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})\.?[\ \t]+)?(?:abstract|summary|introduction|background|objectives?
            |aims?|(?:materials?|patients|subjects|participants)\ and\ methods|methods?|statistical\ (?:analysis|analyses|methods)
            |study\ population|results?|findings|discussion|conclusions?|limitations|strengths\ and\ limitations|references|acknowledge?ments
            |supplementary\ materials?|appendix))(?:\*\*|__)?[.:]?[\ \t]*\r?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(
        """
        <table-wrap\b[^>]{0,400}>\s*(?:<label\b[^>]{0,200}>(?<name>.{0,80}?)</label>\s*)?(?:<caption\b[^>]{0,200}>(?<name>.{0,2000}?)</caption>)?
        |<caption\b[^>]{0,400}>(?<name>.{1,2000}?)</caption>
        |^[\ \t]*(?:\*\*|__|\#{1,6}[\ \t]+|<[^<>]{1,200}>)*(?<name>(?:(?:supplementary|supplemental|extended\ data|appendix)\ )?table\ (?:[A-Z]{0,2}-?\d{1,3}|[IVX]{1,5})[A-Za-z]?\b[^\r\n]{0,400})
        """,
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex("<!-- page (?<name>[0-9]{1,6}) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
