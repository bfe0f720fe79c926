using DocumentFormat.OpenXml;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>Paragraphs and runs of a report.</summary>
internal static class WordText
{
    /// <summary>A paragraph with a text in a style.</summary>
    public static Word.Paragraph Paragraph(string style, string text, bool keepsNext = false) => Paragraph(style, keepsNext, Lines(text));

    /// <summary>A paragraph of runs in a style.</summary>
    public static Word.Paragraph Paragraph(string style, bool keepsNext, IEnumerable<OpenXmlElement> runs)
    {
        var properties = new Word.ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        if (keepsNext)
        {
            properties.KeepNext = new();
        }

        return new Word.Paragraph([properties, .. runs]);
    }

    /// <summary>A text as a run; its line ends stay.</summary>
    public static Word.Run[] Lines(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines is [var only]
            ? [Run(only)]
            : [.. lines.SelectMany((line, place) => place == 0 ? [Run(line)] : new[] { Break(), Run(line) })];
    }

    /// <summary>A run of text.</summary>
    public static Word.Run Run(string text) => new(Text(text));

    /// <summary>The mark of a note, raised; nothing where there is none.</summary>
    public static IEnumerable<Word.Run> Mark(string mark) => mark.Length == 0
        ? []
        : [new(new Word.RunProperties { VerticalTextAlignment = new() { Val = Word.VerticalPositionValues.Superscript } }, Text(mark))];

    /// <summary>A caption: <c>Table 1.</c>, its number a field that Word counts, and the text.</summary>
    /// <param name="name"><c>Table</c> or <c>Figure</c>; <see langword="null"/>: captions have no numbers.</param>
    /// <param name="number">The number.</param>
    /// <param name="text">The caption; may be empty.</param>
    /// <param name="keepsNext">Whether it stays with what follows.</param>
    public static Word.Paragraph Caption(string? name, string number, string text, bool keepsNext)
    {
        IEnumerable<OpenXmlElement> label = name is null
            ? []
            :
            [
                Run(name + "\u00A0"),
                new Word.SimpleField(Run(number)) { Instruction = $" SEQ {name} \\* ARABIC " },
                Run(text.Length > 0 ? ". " : "."),
            ];
        return Paragraph("Caption", keepsNext, [.. label, .. text.Length > 0 ? Lines(text) : []]);
    }

    /// <summary>A text that XML can hold: what no document can is shown as the sign of an unknown character.</summary>
    public static string Clean(string text) => text.All(IsHeld) && !HasHalves(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !IsHeld((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    private static Word.Text Text(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static Word.Run Break() => new(new Word.Break());

    private static bool IsHeld(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uFFFE');

    // Half of a pair of code units, which a data file can hold and a document cannot.
    private static bool HasHalves(string text) => text.Any(char.IsSurrogate)
        && text.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength) is var length
        && (length != text.Length || text.EnumerateRunes().Count(rune => rune.Value == 0xFFFD) > text.Count(c => c == '\uFFFD'));
}
