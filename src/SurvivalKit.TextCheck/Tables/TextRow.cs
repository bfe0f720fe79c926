using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>A row of a table in a text: its label and its other cells.</summary>
/// <param name="Label">The first cell.</param>
/// <param name="Cells">The cells after it.</param>
internal sealed record TextRow(TextCell Label, ImmutableArray<TextCell> Cells)
{
    private static readonly HashSet<string> MissingWords =
        new(StringComparer.Ordinal) { "missing", "unknown", "na", "unavailable", "unspecified", "undetermined", "nr" };
    private static readonly HashSet<string> NotWords = new(StringComparer.Ordinal)
    {
        "available", "evaluable", "reported", "assessed", "known", "applicable", "done", "determined", "recorded", "evaluated", "tested",
        "measured", "specified",
    };
    private static readonly HashSet<string> SumWords =
        new(StringComparer.Ordinal) { "orr", "dcr", "cbr", "total", "any", "overall", "all", "objective" };

    private static readonly HashSet<string> PartWords =
        new(StringComparer.Ordinal) { "which", "whom", "these", "those", "them" };

    /// <summary>How far the label is set in; 0: it stands at the edge.</summary>
    public int Indent { get; init; }

    /// <summary>Whether the label says that the row counts a part of those of a row above: <c>of which severe</c>.</summary>
    public bool IsPart
    {
        get
        {
            Token[] words = [.. Label.Tokens.SkipWhile(token => token.Kind == TokenKind.Symbol).Take(2)];
            return words is [{ Key: "of" or "among" }, var second] && PartWords.Contains(second.Key)
                || words is [{ Key: "whereof" or "thereof" }, ..];
        }
    }

    /// <summary>Cells by column, empty after the last.</summary>
    public TextCell? this[int column] => column < Cells.Length && !Cells[column].IsEmpty ? Cells[column] : null;

    /// <summary>Whether the row counts those whose value is not known.</summary>
    public bool IsMissing
    {
        get
        {
            IReadOnlyList<Token> tokens = Label.Tokens;
            bool isNot = tokens.Count >= 2 && tokens[0].Key is "not" or "non" && NotWords.Contains(tokens[1].Key);
            bool isShort = tokens.Count >= 1
                && tokens.Count <= 3
                && (MissingWords.Contains(tokens[0].Key) || Label.Text.StartsWith("N/A", StringComparison.OrdinalIgnoreCase));
            return isNot || isShort;
        }
    }

    /// <summary>Whether the row counts those of several other rows, by its label: <c>ORR (CR + PR)</c>.</summary>
    public bool IsSum => Label.Tokens.Any(token => token.Key == "+" || SumWords.Contains(token.Key));
}
