namespace SurvivalKit.TextCheck;

/// <summary>Takes the markup off a text: a page of HTML, or Markdown, which a plain text is read as too; both may
/// hold bits of LaTeX.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads a whole text.</summary>
    public static PlainText Read(string source)
    {
        var writer = new PlainTextWriter(source);
        var runs = new TextRunReader(source, writer);
        var rows = new TableRows(writer);
        var html = new HtmlReader(source, runs, new HtmlMarks(source, writer, rows));
        if (HtmlReader.IsPage(source))
        {
            html.Read(0, source.Length);
        }
        else
        {
            new MarkdownReader(source, writer, runs, html, rows).Read();
        }

        return writer.ToPlainText();
    }
}
