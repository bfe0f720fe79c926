namespace SurvivalKit.Cli;

/// <summary>The text that a command is to read.</summary>
internal static class TextSource
{
    // These formats contain text, but not as plain text.
    private static readonly string[] OtherFormats =
    [
        ".PDF", ".DOCX", ".DOC", ".ODT", ".RTF", ".EPUB", ".ZIP", ".GZ", ".XLSX", ".PPTX", ".PNG", ".JPG", ".JPEG"
    ];

    /// <summary>Reads a whole text in any encoding.</summary>
    /// <param name="file">A path, or <c>-</c>; <see langword="null"/>: standard input where it is redirected.</param>
    /// <param name="streams">The streams.</param>
    /// <exception cref="CommandException">There is nothing to read, or it cannot be read as text.</exception>
    public static string Read(string? file, CliStreams streams)
    {
        if (file is null && !streams.InputIsRedirected)
        {
            throw new CommandException("check FILE or check --text TEXT was expected; survkit check --help says more.");
        }

        string text = TextDecoding.Decode(file is null or "-" ? FromStream(streams.Input) : FromFile(file));
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new CommandException(
                $"{(file is null or "-" ? "standard input" : file)}: this is no text; Markdown, HTML or plain text was expected.")
            : text;
    }

    private static byte[] FromStream(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] FromFile(string file)
    {
        if (Directory.Exists(file))
        {
            throw new CommandException($"{file}: this is a folder; a text file was expected.");
        }

        string extension = Path.GetExtension(file);
        if (OtherFormats.Contains(extension.ToUpperInvariant()))
        {
            throw new CommandException(
                $"{file}: files of the kind {extension} cannot be read; a text as Markdown, HTML or plain text was expected.");
        }

        return File.Exists(file) ? File.ReadAllBytes(file) : throw new CommandException($"{file}: there is no such file.");
    }
}
