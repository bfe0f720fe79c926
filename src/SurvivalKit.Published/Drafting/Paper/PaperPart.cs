namespace SurvivalKit.Published;

/// <summary>A paragraph of a paper, with what a page break or a table cut off it.</summary>
/// <param name="Place">Its place, as claims name it: <c>abstract</c>, <c>methods</c>, <c>text</c>, <c>discussion</c>,
/// <c>figure1</c>.</param>
/// <param name="Section">The heading above it, or an empty text.</param>
/// <param name="Number">Which paragraph of its section it is, from 1.</param>
/// <param name="Line">The line of the source where it begins.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record PaperPart(string Place, string Section, int Number, int Line, List<Token> Tokens)
{
    /// <summary>The nearest heading above it, also of a subsection.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Where it stands, for readers: <c>Results, paragraph 2</c>.</summary>
    public string Where => Section.Length == 0 || Place.StartsWith("figure", StringComparison.Ordinal)
        ? ""
        : FormattableString.Invariant($"{Section}, paragraph {Number}");

    /// <summary>Whether it is of this study's results: numbers of other studies stand in the introduction and in the discussion.</summary>
    public bool IsResult => Place is PaperPlaces.Abstract or PaperPlaces.GraphicalAbstract or PaperPlaces.Results
        || Place.StartsWith("figure", StringComparison.Ordinal);
}
