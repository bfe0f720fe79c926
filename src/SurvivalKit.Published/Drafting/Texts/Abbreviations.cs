using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The abbreviations that a paper explains: <c>partial response (PR)</c>, <c>PR: partial response</c>, each with the beginnings of
/// the words of its long form.</summary>
internal sealed class Abbreviations
{
    private const int Shortest = 2;
    private const int LongestName = 7;

    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    public Abbreviations(IEnumerable<IReadOnlyList<Token>> paragraphs)
    {
        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            for (int i = 1; i + 2 < tokens.Count; i++)
            {
                if (tokens[i].Key == "(" && tokens[i + 2].Key == ")" && IsShort(tokens[i + 1]))
                {
                    Add(tokens, i, tokens[i + 1].Text);
                }
            }
        }
    }

    /// <summary>The long forms of an abbreviation by its beginning, as sets of beginnings with a bar between.</summary>
    public IEnumerable<string[]> LongOf(string stem) => _known.GetValueOrDefault(stem) is { } found
        ? found.Select(form => form.Split('|')) : [];

    /// <summary>The abbreviations of a long form.</summary>
    public IEnumerable<string> ShortOf(IReadOnlyList<string> stems)
    {
        string form = string.Join('|', stems);
        return _known.Where(pair => pair.Value.Contains(form)).Select(pair => pair.Key);
    }

    /// <summary>Whether a token is written as an abbreviation.</summary>
    public static bool IsShort(Token token) => token.Kind == TokenKind.Word && token.Text.Length is >= Shortest and <= LongestName
        && token.Text.Count(char.IsAsciiLetterUpper) >= Shortest;

    /// <summary>The words before the bracket whose first letters spell it, as far as they do.</summary>
    private void Add(IReadOnlyList<Token> tokens, int bracket, string text)
    {
        char[] letters = [.. text.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)];
        letters = letters is ['m', ..] && char.IsAsciiLetterLower(text[0]) ? letters[1..] : letters;
        for (int length = 1; length <= letters.Length + 2 && bracket - length >= 0; length++)
        {
            Token first = tokens[bracket - length];
            if (first.Kind == TokenKind.Number || first.Key is "." or ")" or ";")
            {
                return;
            }

            string[] words = [.. tokens.Skip(bracket - length).Take(length).Where(token => token.Kind == TokenKind.Word)
                .SelectMany(token => token.Key.Split('-'))];
            if (words.Length >= letters.Length && Spells(words, letters))
            {
                string form = string.Join('|', tokens.Skip(bracket - length).Take(length).Where(token => token.Kind == TokenKind.Word)
                    .Select(token => PrintedStem.Of(token.Key)));
                string key = PrintedStem.Of(text);
                _known.TryAdd(key, []);
                _known[key].Add(form);
                return;
            }
        }
    }

    private static bool Spells(string[] words, char[] letters)
    {
        int at = 0;
        foreach (string word in words)
        {
            at += at < letters.Length && word.Length > 0 && word[0] == letters[at] ? 1 : 0;
        }

        return at == letters.Length && words[0].Length > 0 && words[0][0] == letters[0];
    }
}
