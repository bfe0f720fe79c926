using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CSharpNotebook.Checking;

/// <summary>
/// Compares HTML by what a reader sees: tables cell by cell, pictures by hash, and the other text; not attributes, styles or scripts.
/// </summary>
internal sealed partial class HtmlComparison(ComparisonOptions options, TextComparison texts)
{
    public IEnumerable<(string Place, string? Expected, string? Actual)> Differences(string expected, string actual)
    {
        if (expected == actual)
        {
            return [];
        }

        IHtmlElement before = Parse(expected);
        IHtmlElement now = Parse(actual);

        // Pictures and tables are removed as they are compared; the rest is text.
        return [.. Pictures(before, now), .. Tables(before, now), .. Text(before, now)];
    }

    private static IHtmlElement Parse(string html)
    {
        IHtmlElement body = new HtmlParser().ParseDocument(html).Body!;
        foreach (IElement element in body.QuerySelectorAll("script, style, template").ToArray())
        {
            element.Remove();
        }

        return body;
    }

    private List<(string, string?, string?)> Pictures(IHtmlElement expected, IHtmlElement actual)
    {
        string[] before = Take(expected);
        string[] now = Take(actual);
        List<(string, string?, string?)> differences = [];
        for (int index = 0; index < Math.Max(before.Length, now.Length); index++)
        {
            (string? old, string? fresh) = (before.ElementAtOrDefault(index), now.ElementAtOrDefault(index));
            if (old != fresh)
            {
                differences.Add((Numbered("picture", index), old, fresh));
            }
        }
        return differences;
    }

    private string[] Take(IHtmlElement body)
    {
        IElement[] pictures = [.. body.QuerySelectorAll("svg, img, canvas")
            .Where(element => element.ParentElement?.Closest("svg") is null)];
        string[] hashes = [.. pictures.Select(picture => picture is IHtmlImageElement image
            ? ContentHash.OfImage("image", image.GetAttribute("src") is { } source && source.StartsWith("data:", StringComparison.Ordinal)
                ? source[(source.IndexOf(',', StringComparison.Ordinal) + 1)..]
                : options.Sanitizer.Apply(image.GetAttribute("src") ?? ""))
            : ContentHash.OfText(options.Sanitizer.Apply(picture.OuterHtml)))];
        foreach (IElement picture in pictures)
        {
            picture.Remove();
        }

        return hashes;
    }

    private List<(string, string?, string?)> Tables(IHtmlElement expected, IHtmlElement actual)
    {
        IHtmlTableElement[] before = Outermost(expected);
        IHtmlTableElement[] now = Outermost(actual);
        List<(string, string?, string?)> differences = [];
        for (int index = 0; index < Math.Max(before.Length, now.Length); index++)
        {
            string place = before.Length == 1 && now.Length == 1 ? "table" : Numbered("table", index);
            if (index >= before.Length || index >= now.Length)
            {
                differences.Add((place, index < before.Length ? Words(before[index].TextContent) : null, index < now.Length ? Words(
                    now[index].TextContent) : null));
            }
            else
            {
                differences.AddRange(Cells(place, before[index], now[index]));
            }
        }
        foreach (IHtmlTableElement table in before.Concat(now))
        {
            table.Remove();
        }

        return differences;
    }

    private IEnumerable<(string, string?, string?)> Cells(string table, IHtmlTableElement expected, IHtmlTableElement actual)
    {
        string[][] before = Grid(expected);
        string[][] now = Grid(actual);
        string[] heads = before.FirstOrDefault() ?? [];
        for (int row = 0; row < Math.Max(before.Length, now.Length); row++)
        {
            string[]? old = before.ElementAtOrDefault(row);
            string[]? fresh = now.ElementAtOrDefault(row);
            string place = $"{table}, {Numbered("row", row)}";
            if (old is null || fresh is null)
            {
                yield return (place, old is null ? null : string.Join(" | ", old), fresh is null ? null : string.Join(" | ", fresh));
                if (before.Length != now.Length)
                {
                    yield break;
                }

                continue;
            }
            for (int column = 0; column < Math.Max(old.Length, fresh.Length); column++)
            {
                (string? left, string? right) = (old.ElementAtOrDefault(column), fresh.ElementAtOrDefault(column));
                if (left is not null && right is not null && texts.AreSame(left, right))
                {
                    continue;
                }

                string head = row > 0 && heads.ElementAtOrDefault(column) is { Length: > 0 } name ? $" ({name})" : "";
                yield return ($"{place}, {Numbered("column", column)}{head}", left, right);
            }
        }
    }

    private IEnumerable<(string, string?, string?)> Text(IHtmlElement expected, IHtmlElement actual)
    {
        (string before, string now) = (Words(expected.TextContent), Words(actual.TextContent));
        return texts.AreSame(before, now) ? [] : [("text", before, now)];
    }

    private static IHtmlTableElement[] Outermost(IHtmlElement body) =>
        [.. body.QuerySelectorAll("table").OfType<IHtmlTableElement>().Where(table => table.ParentElement?.Closest("table") is null)];

    private static string[][] Grid(IHtmlTableElement table) =>
        [.. (table.Caption is { } caption ? new[] { new[] { Words(caption.TextContent) } } : []), .. table.Rows.Select(
            row => row.Cells.Select(cell => Words(cell.TextContent)).ToArray())];

    private static string Numbered(string what, int index) => string.Create(CultureInfo.InvariantCulture, $"{what} {index + 1}");

    private static string Words(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
