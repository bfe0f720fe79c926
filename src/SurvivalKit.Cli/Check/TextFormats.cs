using SurvivalKit.Documents;

namespace SurvivalKit.Cli;

/// <summary>Reads the text out of the formats that papers are in.</summary>
internal static class TextFormats
{
    public const string Expected = "a text as Markdown, HTML, JATS XML, Word (.docx), PDF or plain text";

    private static readonly string[] Texts =
        [".MD", ".MARKDOWN", ".TXT", ".TEXT", ".HTML", ".HTM", ".XHTML", ".XML", ".NXML", ".JATS", ".TEX", ".RST", ".DOCX", ".PDF"];

    // These formats contain text, but not as plain text.
    private static readonly string[] Others =
        [".DOC", ".ODT", ".RTF", ".EPUB", ".ZIP", ".GZ", ".XLSX", ".PPTX", ".PNG", ".JPG", ".JPEG"];

    /// <summary>Whether a file of a folder is a text by its extension.</summary>
    public static bool IsText(string extension) => Texts.Contains(extension.ToUpperInvariant());

    /// <summary>The text of a file, with sentences on what of it could not be read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="CommandException">It cannot be read as text.</exception>
    public static (string Text, IReadOnlyList<string> Cautions) Read(string name, byte[] content)
    {
        string extension = Path.GetExtension(name);
        if (Others.Contains(extension.ToUpperInvariant()))
        {
            throw new CommandException($"{name}: files of the kind {extension} cannot be read; {Expected} was expected.");
        }

        if (content.AsSpan().StartsWith("%PDF-"u8))
        {
            return Document(name, DocumentText.FromPdf, content);
        }

        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Document(name, DocumentText.FromWord, content);
        }

        string text = TextDecoding.Decode(content);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new CommandException($"{name}: this is no text; {Expected} was expected.")
            : (text, []);
    }

    private static (string, IReadOnlyList<string>) Document(string name, Func<byte[], DocumentText> read, byte[] content)
    {
        try
        {
            DocumentText document = read(content);
            return (document.Html, [.. document.Cautions.Select(caution => $"{name}: {caution}")]);
        }
        catch (SurvivalDataException e)
        {
            throw new CommandException($"{name}: {e.Message}");
        }
    }
}
