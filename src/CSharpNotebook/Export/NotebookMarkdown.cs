using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CSharpNotebook.Format;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Export;

/// <summary>
/// A notebook as Markdown: its text unchanged, code in fences, outputs in the richest form that Markdown can show. Pictures are files
/// beside the page, or part of it.
/// </summary>
public sealed partial class NotebookMarkdown
{
    private static readonly (string Type, string Ending)[] Pictures =
    [
        ("image/svg+xml", "svg"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"), ("image/webp", "webp")
    ];

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<ExportedFile>.Builder _files = ImmutableArray.CreateBuilder<ExportedFile>();
    private readonly string? _folder;

    private NotebookMarkdown(string? folder) => _folder = folder;

    /// <summary>The page.</summary>
    public string Text => _text.ToString().Trim('\n') + "\n";

    /// <summary>The pictures beside it.</summary>
    public ImmutableArray<ExportedFile> Files => _files.ToImmutable();

    /// <summary>Exports a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The folder for the pictures, relative to the page; null: they become part of the page, as data URIs.</param>
    /// <returns>The page and its pictures; the same notebook always gives the same.</returns>
    public static NotebookMarkdown Render(Notebook notebook, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var page = new NotebookMarkdown(folder);
        for (int index = 0; index < notebook.Cells.Length; index++)
        {
            switch (notebook.Cells[index])
            {
                case MarkdownCell cell:
                    page.Block(page.WithAttachments(cell, index + 1));
                    break;
                case CodeCell cell:
                    page.Add(cell, index + 1, notebook);
                    break;
                case RawCell cell:
                    page.Block(cell.Source);
                    break;
            }
        }
        return page;
    }

    private void Add(CodeCell cell, int number, Notebook notebook)
    {
        string language = CellLanguage.IsCSharp(cell, notebook) ? "csharp" : CellLanguage.Find(cell, notebook)!.ToLowerInvariant();
        if (!string.IsNullOrWhiteSpace(cell.Source))
        {
            Fence(language, cell.Source);
        }

        for (int index = 0; index < cell.Outputs.Length; index++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"cell-{number}-{index + 1}");
            switch (cell.Outputs[index])
            {
                case StreamOutput stream:
                    Fence("text", WithoutEscapes(stream.Text));
                    break;
                case ErrorOutput error:
                    Fence("text", WithoutEscapes($"{error.Name}: {error.Message}\n{string.Join('\n', error.Traceback)}"));
                    break;
                case RichOutput rich:
                    Rich(rich.Data, name);
                    break;
                case UnknownOutput unknown:
                    Fence("json", unknown.Content.GetRawText());
                    break;
            }
        }
    }

    private void Rich(MimeBundle data, string name)
    {
        if (data.TryGetValue("text/markdown", out string? markdown))
        {
            Block(markdown);
        }
        else if (Picture(data, name) is { } picture)
        {
            Block(picture);
        }
        else if (data.TryGetValue("text/html", out string? html))
        {
            Block(Html(html));
        }
        else if (data.TryGetValue("text/latex", out string? latex))
        {
            Block(latex);
        }
        else if (data.TryGetValue("text/plain", out string? plain))
        {
            Fence("text", WithoutEscapes(plain));
        }
    }

    private string? Picture(MimeBundle data, string name)
    {
        foreach ((string type, string ending) in Pictures)
        {
            if (!data.TryGetValue(type, out string? content))
            {
                continue;
            }

            byte[]? bytes = type == "image/svg+xml" ? Encoding.UTF8.GetBytes(content) : Bytes(content);
            if (bytes is null)
            {
                continue;
            }

            string alternative = data.TryGetValue("text/plain", out string? plain) ? Blanks().Replace(plain, " ").Trim() : "";
            return $"![{alternative.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}]({Place(type, $"{name}.{ending}", bytes)})";
        }
        return null;
    }

    private string Place(string type, string name, byte[] content)
    {
        if (_folder is null)
        {
            return $"data:{type};base64,{Convert.ToBase64String(content)}";
        }

        string path = $"{_folder}/{name}";
        _files.Add(new ExportedFile(path, content));
        return Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
    }

    private string WithAttachments(MarkdownCell cell, int number)
    {
        string text = cell.Source;
        foreach ((string name, System.Text.Json.JsonElement bundle) in cell.Attachments)
        {
            if (bundle.ValueKind != System.Text.Json.JsonValueKind.Object)
            {
                continue;
            }

            foreach (System.Text.Json.JsonProperty picture in bundle.EnumerateObject())
            {
                if (picture.Value.ValueKind != System.Text.Json.JsonValueKind.String || Bytes(picture.Value.GetString()!) is not { } bytes)
                {
                    continue;
                }

                string safe = string.Concat(
                    name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '-'));
                text = text.Replace(
                    "attachment:" + name,
                    Place(picture.Name, string.Create(CultureInfo.InvariantCulture, $"cell-{number}-{safe}"), bytes),
                    StringComparison.Ordinal);
                break;
            }
        }
        return text;
    }

    /// <summary>HTML that Markdown accepts: an empty line would end it, and scripts and styles would be shown or dropped.</summary>
    private static string Html(string html)
    {
        IElement body = new HtmlParser().ParseDocument(html).Body!;
        foreach (IElement element in body.QuerySelectorAll("script, style").ToArray())
        {
            element.Remove();
        }

        return EmptyLines().Replace(body.InnerHtml.ReplaceLineEndings("\n"), "\n").Trim();
    }

    private void Block(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _text.Append(text.Trim('\n')).Append("\n\n");
        }
    }

    /// <summary>A fence longer than any in the text.</summary>
    private void Fence(string language, string text)
    {
        string fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += '`';
        }

        _text.Append(CultureInfo.InvariantCulture, $"{fence}{language}\n{text.TrimEnd()}\n{fence}\n\n");
    }

    private static byte[]? Bytes(string base64)
    {
        string content = Blanks().Replace(base64, "");
        byte[] bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out int length) ? bytes[..length] : null;
    }

    private static string WithoutEscapes(string text) => Escapes().Replace(text, "");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
