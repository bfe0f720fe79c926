using System.Globalization;
using System.Text;
using CSharpNotebook.Format;

namespace CSharpNotebook.Export;

/// <summary>
/// Shows a notebook as HTML: text by Markdown, code in colours, outputs in the richest form that a page can show without a network.
/// HTML outputs are not changed (a notebook is trusted like its author); everything else is escaped.
/// </summary>
public static class NotebookHtml
{
    /// <summary>The style sheet for <see cref="Body"/> with the default class prefix; light and dark by the reader's preference.</summary>
    public static string Css { get; } = CssFor("nb");

    /// <summary>The style sheet for another class prefix.</summary>
    /// <param name="classPrefix">The prefix of every class.</param>
    /// <returns>The rules, without a style element around them. All of them apply inside <c>.PREFIX</c> only.</returns>
    public static string CssFor(string classPrefix) => NotebookCss.Template.Replace("§", classPrefix, StringComparison.Ordinal);

    /// <summary>The notebook as one <c>article</c> element, to be put on a page that has the style sheet.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="options">
    /// The options; the defaults when null. <see cref="NotebookHtmlOptions.Scripts"/> are left to the page.
    /// </param>
    /// <returns>The HTML; the same notebook always gives the same text.</returns>
    public static string Body(Notebook notebook, NotebookHtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookHtmlOptions();
        string prefix = options.ClassPrefix;
        var markdown = new MarkdownHtml(options);
        var outputs = new OutputHtml(options, markdown);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"{prefix}\">\n");
        for (int index = 0; index < notebook.Cells.Length; index++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{options.IdPrefix}cell-{index + 1}");
            switch (notebook.Cells[index])
            {
                case MarkdownCell cell:
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<section class=\"{prefix}-text\" id=\"{Escape(id)}\">\n{markdown.Render(cell.Source, cell.Attachments)}</section>\n");
                    break;
                case RawCell cell:
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<section class=\"{prefix}-raw\" id=\"{Escape(id)}\"><pre>{Escape(cell.Source)}</pre></section>\n");
                    break;
                case CodeCell cell when options.ShowCode || !cell.Outputs.IsEmpty:
                    WriteCode(html, cell, id, options, outputs);
                    break;
            }
        }
        return html.Append("</article>\n").ToString();
    }

    /// <summary>The notebook as a complete page in one file, which loads nothing.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="title">The title of the page; the first heading of the notebook when null.</param>
    /// <param name="options">The options; the defaults when null.</param>
    /// <returns>The HTML; the same notebook always gives the same text.</returns>
    public static string Page(Notebook notebook, string? title = null, NotebookHtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookHtmlOptions();
        title ??= FirstHeading(notebook) ?? "Notebook";
        string[] outputs = [.. notebook.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).OfType<RichOutput>()
            .Select(output => output.Data.GetValueOrDefault("text/html") ?? "")];
        string scripts = string.Concat(options.Scripts.OrderBy(script => script.Key, StringComparer.Ordinal)
            .Where(script => outputs.Any(html => OnceScripts.IsAsked(html, script.Key)))
            .Select(script => $"<script>{script.Value()}</script>\n"));
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Escape(title)}}</title>
            <style>
            {{NotebookCss.Page}}
            {{CssFor(options.ClassPrefix)}}
            </style>
            </head>
            <body>
            <main>
            {{scripts}}{{Body(notebook, options)}}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    internal static string Escape(string text)
    {
        var html = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            switch (character)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                default: html.Append(character); break;
            }
        }
        return html.ToString();
    }

    private static void WriteCode(StringBuilder html, CodeCell cell, string id, NotebookHtmlOptions options, OutputHtml outputs)
    {
        string prefix = options.ClassPrefix;
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"{prefix}-code\" id=\"{Escape(id)}\">\n");
        if (options.ShowCode)
        {
            string count = cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "\u00A0";
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"{prefix}-source\"><span class=\"{prefix}-count\">{count}</span>");
            html.Append(CultureInfo.InvariantCulture, $"<pre><code>{CodeHtml.Highlight(cell.Source, prefix)}</code></pre></div>\n");
        }
        for (int index = 0; index < cell.Outputs.Length; index++)
        {
            html.Append(outputs.Render(cell.Outputs[index], string.Create(CultureInfo.InvariantCulture, $"{id}-{index + 1}-")));
        }
        html.Append("</section>\n");
    }

    private static string? FirstHeading(Notebook notebook) => notebook.Cells
        .OfType<MarkdownCell>()
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
}
