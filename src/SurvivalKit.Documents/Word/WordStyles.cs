using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>The styles of a document that are headings.</summary>
internal static class WordStyles
{
    private const string Heading = "heading ";
    private const int Deepest = 10;

    /// <summary>The level of each style, from 1, by its id. Word names them <c>heading 1</c> in every language; others have a level of
    /// their own or that of the style they are based on.</summary>
    public static Dictionary<string, int> Headings(MainDocumentPart part)
    {
        Dictionary<string, Style> styles = new(StringComparer.Ordinal);
        foreach (Style style in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            styles[style.StyleId?.Value ?? ""] = style;
        }

        Dictionary<string, int> headings = new(StringComparer.Ordinal);
        for (int level = 1; level <= 6; level++)
        {
            headings["Heading" + level.ToString(CultureInfo.InvariantCulture)] = level;
        }

        headings["Title"] = 1;
        foreach ((string id, Style style) in styles)
        {
            if (LevelOf(style, styles, 0) is { } level)
            {
                headings[id] = level;
            }
        }

        return headings;
    }

    private static int? LevelOf(Style style, Dictionary<string, Style> styles, int depth)
    {
        string name = style.StyleName?.Val?.Value ?? "";
        if (name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name[Heading.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int level))
        {
            return level;
        }

        if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline ? outline < 9 ? outline + 1 : null
            : depth < Deepest && style.BasedOn?.Val?.Value is { } basis && styles.TryGetValue(basis, out Style? below)
                ? LevelOf(below, styles, depth + 1)
            : null;
    }
}
