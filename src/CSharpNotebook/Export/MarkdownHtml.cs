using System.Text;
using System.Text.Json;
using CSharpNotebook.Format;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CSharpNotebook.Export;

/// <summary>Shows the text cells of one notebook; headings get ids that are unique in it, and links to them work.</summary>
internal sealed class MarkdownHtml(NotebookHtmlOptions options)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseEmphasisExtras().UseFootnotes().UseTaskLists().UseMathematics().UseAutoLinks().Build();

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public string Render(string source, NotebookMetadata attachments)
    {
        MarkdownDocument document = Markdown.Parse(source, Pipeline);
        foreach (MarkdownObject item in document.Descendants())
        {
            switch (item)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Clamp(heading.Level + options.HeadingOffset, 1, 6);
                    heading.GetAttributes().Id = options.IdPrefix + UniqueId(PlainText(heading));
                    break;
                case LinkInline { Url: { } url } link when url.StartsWith('#'):
                    link.Url = "#" + options.IdPrefix + Slug(Uri.UnescapeDataString(url[1..]));
                    break;
                case LinkInline { IsImage: true, Url: { } url } image when url.StartsWith("attachment:", StringComparison.Ordinal):
                    image.Url = DataUrl(attachments, Uri.UnescapeDataString(url["attachment:".Length..])) ?? url;
                    break;
            }
        }
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new MathInlineHtml(options.ClassPrefix));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new MathBlockHtml(options.ClassPrefix));
        renderer.Render(document);
        return writer.ToString();
    }

    private static string? DataUrl(NotebookMetadata attachments, string name)
    {
        if (!attachments.TryGetValue(name, out JsonElement bundle) || bundle.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty representation in bundle.EnumerateObject())
        {
            if (representation.Value.ValueKind == JsonValueKind.String)
            {
                return $"data:{representation.Name};base64,{representation.Value.GetString()}";
            }
        }
        return null;
    }

    private string UniqueId(string heading)
    {
        string slug = Slug(heading);
        string id = slug;
        for (int number = 2; !_ids.Add(id); number++)
        {
            id = FormattableString.Invariant($"{slug}-{number}");
        }

        return id;
    }

    /// <summary>
    /// The id of a heading as Jupyter makes it, in lower case: blanks become hyphens, and characters that are special in HTML or links are
    /// removed.
    /// </summary>
    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (char character in heading.Trim())
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_' or '.')
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (char.IsWhiteSpace(character))
            {
                slug.Append('-');
            }
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }

    private static string PlainText(HeadingBlock heading) => string.Concat(heading.Inline?.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }) ?? []);

    /// <summary>
    /// A page without scripts cannot typeset mathematics, so it shows the source of the formula, set apart from the text.
    /// </summary>
    private sealed class MathInlineHtml(string prefix) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) =>
            renderer.Write($"<span class=\"{prefix}-math\">").WriteEscape(ref obj.Content).Write("</span>");
    }

    private sealed class MathBlockHtml(string prefix) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write($"<div class=\"{prefix}-math\">").WriteLeafRawLines(obj, true, true).WriteLine("</div>");
    }
}
