namespace SurvivalKit.Published;

/// <summary>The panels of a figure in its caption: <c>(A) ... (B) ...</c> at the beginnings of sentences.</summary>
internal static class FigurePanels
{
    /// <summary>The caption in its panels; the caption itself where it names none.</summary>
    public static IEnumerable<PaperPart> Split(PaperPart caption)
    {
        List<int> starts = [.. Enumerable.Range(0, caption.Tokens.Count).Where(i => IsPanel(caption.Tokens, i))];
        if (starts.Count < 2)
        {
            return [caption];
        }

        return starts.Select((start, k) => caption with
        {
            Place = caption.Place + caption.Tokens[start + 1].Key,
            Tokens = caption.Tokens[start..(k + 1 < starts.Count ? starts[k + 1] : caption.Tokens.Count)],
        });
    }

    private static bool IsPanel(List<Token> tokens, int i) => i + 2 < tokens.Count && tokens[i].Key == "(" && tokens[i + 2].Key == ")"
        && tokens[i + 1] is { Kind: TokenKind.Word, Text.Length: 1 } letter && char.IsAsciiLetterUpper(letter.Text[0])
        && (i == 0 || tokens[i - 1].Key is "." or ";" or ":");
}
