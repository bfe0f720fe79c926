using System.Collections.Immutable;

namespace SurvivalKit.Documents;

/// <summary>The text of a document that is no text file.</summary>
/// <param name="Html">A page of HTML with its paragraphs, headings and tables, each of which starts a line; in front of what a page of the
/// document holds stands a comment with the page's number, <c>&lt;!-- page 2 --&gt;</c>, where the document has pages.</param>
/// <param name="Cautions">What of the document could not be read, in sentences.</param>
public sealed record DocumentText(string Html, ImmutableArray<string> Cautions)
{
    /// <summary>The text of a Word document (.docx): as it reads with all changes accepted, its notes at the end.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <exception cref="ArgumentNullException">There are no bytes.</exception>
    /// <exception cref="SurvivalDataException">It is no Word document, or it is damaged or encrypted.</exception>
    public static DocumentText FromWord(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new DocumentText(WordReader.Read(content), []);
    }

    /// <summary>The text of a PDF file, column by column, with the tables that the positions of words show.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <exception cref="ArgumentNullException">There are no bytes.</exception>
    /// <exception cref="SurvivalDataException">It is no PDF file, or it is damaged or encrypted.</exception>
    public static DocumentText FromPdf(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (string html, ImmutableArray<string> cautions) = PdfReader.Read(content);
        return new DocumentText(html, cautions);
    }
}
