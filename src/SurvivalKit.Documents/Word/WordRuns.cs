using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OfficeMath = DocumentFormat.OpenXml.Math;

namespace SurvivalKit.Documents;

/// <summary>The characters of a paragraph as HTML, with what is raised and lowered.</summary>
internal static class WordRuns
{
    /// <summary>The paragraph with all changes accepted and without what stands in boxes.</summary>
    public static string Html(OpenXmlElement paragraph)
    {
        var html = new StringBuilder();
        foreach (OpenXmlElement element in paragraph.ChildElements)
        {
            Append(html, element);
        }

        return html.ToString();
    }

    /// <summary>The boxes with text that a paragraph holds, not those within them.</summary>
    public static IEnumerable<TextBoxContent> Boxes(OpenXmlElement paragraph) => paragraph.Descendants<TextBoxContent>()
        .Where(box => !box.Ancestors<TextBoxContent>().Any() && !box.Ancestors<AlternateContentFallback>().Any());

    private static void Append(StringBuilder html, OpenXmlElement element)
    {
        switch (element)
        {
            // Deleted and moved text is no longer there, and of alternatives only the first is read.
            case DeletedRun or MoveFromRun or TextBoxContent or AlternateContentFallback or RunProperties or ParagraphProperties:
                break;
            case Run run:
                AppendRun(html, run);
                break;
            case Text text:
                html.Append(HtmlPage.Escape(text.Text));
                break;
            case OfficeMath.Text text:
                html.Append(HtmlPage.Escape(text.Text));
                break;
            case OfficeMath.SuperArgument:
                AppendWithin(html, element, "sup");
                break;
            case OfficeMath.SubArgument:
                AppendWithin(html, element, "sub");
                break;
            case OfficeMath.Denominator:
                html.Append('/');
                AppendAll(html, element);
                break;
            case TabChar or PositionalTab:
                html.Append(' ');
                break;
            case Break or CarriageReturn:
                html.Append("<br>");
                break;
            case NoBreakHyphen:
                html.Append('-');
                break;
            case SymbolChar symbol:
                html.Append(Symbol(symbol.Char?.Value));
                break;
            default:
                AppendAll(html, element);
                break;
        }
    }

    private static void AppendRun(StringBuilder html, Run run)
    {
        if (run.RunProperties?.Vanish is { } hidden && (hidden.Val is null || hidden.Val.Value))
        {
            return;
        }

        VerticalPositionValues? position = run.RunProperties?.VerticalTextAlignment?.Val?.Value;
        if (position == VerticalPositionValues.Superscript)
        {
            AppendWithin(html, run, "sup");
        }
        else if (position == VerticalPositionValues.Subscript)
        {
            AppendWithin(html, run, "sub");
        }
        else
        {
            AppendAll(html, run);
        }
    }

    private static void AppendWithin(StringBuilder html, OpenXmlElement element, string tag)
    {
        html.Append('<').Append(tag).Append('>');
        AppendAll(html, element);
        html.Append("</").Append(tag).Append('>');
    }

    private static void AppendAll(StringBuilder html, OpenXmlElement element)
    {
        foreach (OpenXmlElement inner in element.ChildElements)
        {
            Append(html, inner);
        }
    }

    /// <summary>The signs of the font Symbol that statistics are printed with.</summary>
    private static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F0B1" => "±",
        "F063" => "χ",
        "F0A3" => "≤",
        "F0B3" => "≥",
        "F03C" => "&lt;",
        "F03E" => "&gt;",
        "F03D" => "=",
        "F0B4" => "×",
        "F02D" => "-",
        "F0B7" => "·",
        "F061" => "α",
        "F062" => "β",
        "F06D" => "μ",
        "F073" => "σ",
        _ => " ",
    };
}
