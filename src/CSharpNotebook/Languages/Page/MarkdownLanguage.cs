using CSharpNotebook.Format;
using Markdig;

namespace CSharpNotebook.Languages.Page;

/// <summary>Markdown, with tables and the other usual extensions; shown as HTML, for front ends that show no Markdown in outputs.</summary>
internal sealed class MarkdownLanguage() : PageLanguage("markdown")
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    protected override MimeBundle Show(string text) =>
        MimeBundle.Empty.With("text/html", Markdown.ToHtml(text, _pipeline)).With("text/plain", text);
}
