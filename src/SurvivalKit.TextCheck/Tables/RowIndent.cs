using System.Buffers;
using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>How far a row's label is set in: by blanks before it, by blanks written as entities, or by the padding of its cell.</summary>
internal static class RowIndent
{
    private const int LongestTag = 200;

    private static readonly string[] Blanks =
        ["&nbsp;", "&emsp;", "&ensp;", "&thinsp;", "&#160;", "&#8195;", "&#8194;", "&#xa0;", "&#x00a0;", "&#x2003;", "&#x02003;",
        "&#x2002;",
            "&#x02002;", "&#x000a0;"];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly string[] Paddings = ["padding-left:", "text-indent:", "margin-left:", "padding: 0 0 0 "];

    /// <summary>The width of what stands before a label in the source; 0: it stands at the edge.</summary>
    /// <param name="source">The source, with its markup.</param>
    /// <param name="at">Where the label begins.</param>
    public static int Of(string source, int at)
    {
        int width = 0;
        while (at > 0)
        {
            char c = source[at - 1];
            if (c is '|' or '\n' or '\r' or '\t')
            {
                // One blank behind a bar is the table's own.
                return c == '|' ? Math.Max(0, width - 1) : width;
            }

            if (c == ';' && Array.Find(Blanks, blank => EndsWith(source, at, blank)) is { } entity)
            {
                (width, at) = (width + 2, at - entity.Length);
            }
            else if (c == '>' && source.LastIndexOf('<', at - 1, Math.Min(at, LongestTag)) is var open and >= 0)
            {
                width += Padding(source.AsSpan(open, at - open));
                if (IsCell(source.AsSpan(open)))
                {
                    return width;
                }

                at = open;
            }
            else if (char.IsWhiteSpace(c))
            {
                (width, at) = (width + (c is '\u2003' or '\u3000' ? 2 : 1), at - 1);
            }
            else if (c is '*' or '_')
            {
                // Marks of bold and italic letters.
                at--;
            }
            else
            {
                break;
            }
        }

        return width;
    }

    private static bool EndsWith(string source, int at, string words) => at >= words.Length
        && source.AsSpan(at - words.Length, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsCell(ReadOnlySpan<char> tag) =>
        tag.StartsWith("<td", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<th", StringComparison.OrdinalIgnoreCase);

    private static int Padding(ReadOnlySpan<char> tag)
    {
        foreach (string name in Paddings)
        {
            int place = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (place >= 0)
            {
                ReadOnlySpan<char> value = tag[(place + name.Length)..].TrimStart();
                int end = value.IndexOfAnyExcept(NumberCharacters);
                return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double size)
                    ? (int)Math.Ceiling(value[end..].StartsWith("px", StringComparison.OrdinalIgnoreCase) ? size / 4 : size)
                    : 0;
            }
        }

        return 0;
    }
}
