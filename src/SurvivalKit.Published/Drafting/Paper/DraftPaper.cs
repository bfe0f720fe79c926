using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>A paper taken apart for a draft: its title, its tables with their captions and notes, and its paragraphs with their
/// places.</summary>
internal sealed partial class DraftPaper
{
    private const int Furthest = 12;

    private readonly TextReading _reading;
    private readonly List<PaperPart> _parts = [];
    private readonly Dictionary<int, List<string>> _notes = [];

    public DraftPaper(string text)
    {
        _reading = new TextReading(text, TextCheckOptions.Default);
        Tables = [.. _reading.Tables];
        Read();
        Title ??= Parts.FirstOrDefault(part => part.Place == PaperPlaces.Title) is { } first ? TextOf(first.Tokens) : null;
    }

    /// <summary>The title; <see langword="null"/>: none was found.</summary>
    public string? Title { get; private set; }

    /// <summary>The tables in their order.</summary>
    public ImmutableArray<ReadTable> Tables { get; }

    /// <summary>The paragraphs in their order, without headings, captions of tables and notes.</summary>
    public IReadOnlyList<PaperPart> Parts => _parts;

    /// <summary>The notes below a table.</summary>
    public IReadOnlyList<string> NotesOf(int table) => _notes.GetValueOrDefault(table) ?? [];

    /// <summary>The line of the source of a place in the plain text.</summary>
    public int LineOf(int position) => _reading.PlaceOf(position).Line;

    /// <summary>The characters of tokens that stand in one paragraph.</summary>
    public string TextOf(IReadOnlyList<Token> tokens) => tokens.Count == 0 ? "" : TextBetween(tokens[0].Start, tokens[^1].End);

    /// <summary>The words, numbers and signs with single blanks where there are some, in full.</summary>
    public static string WholeTextOf(IReadOnlyList<Token> tokens)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < tokens.Count; i++)
        {
            text.Append(i > 0 && tokens[i].Start != tokens[i - 1].End ? " " : "").Append(tokens[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The words of a statistic, without a bracket that was opened before it.</summary>
    public static string Context(IReadOnlyList<Token> tokens, int first, int end)
    {
        Token[] part = [.. tokens.Skip(first).Take(Math.Min(end, tokens.Count) - first)];
        bool isClosed = part.Length > 1 && part[^1].Key is ")" or "]"
            && part.Count(token => token.Key is "(" or "[") < part.Count(token => token.Key is ")" or "]");
        return WholeTextOf(isClosed ? part[..^1] : part);
    }

    /// <summary>The characters between two places, in one line; of two parts that a table parts, only the ends.</summary>
    public string TextBetween(int start, int end)
    {
        const int Longest = 400;
        string text = Blanks().Replace(_reading.Plain[start..Math.Max(start, end)], " ").Trim();
        return text.Length <= Longest ? text : $"{text[..(Longest / 2)]} ... {text[^(Longest / 2)..]}";
    }

    /// <summary>The first line that is not empty from a place on, with its tabs.</summary>
    public string LineText(int start)
    {
        int first = start + _reading.Plain.AsSpan(start).IndexOfAnyExcept('\n', '\r', ' ');
        int end = _reading.Plain.IndexOf('\n', first);
        return _reading.Plain[first..(end < 0 ? _reading.Plain.Length : end)];
    }

    private void Read()
    {
        var places = new PaperPlaces();
        Dictionary<string, int> numbers = [];
        int table = -1;
        bool isBelowTable = false;
        int running = 0;
        List<Token>? open = null;
        int since = 0;
        string below = "";
        foreach (TextBlock block in _reading.Blocks)
        {
            if (block.IsTable)
            {
                table++;
                (isBelowTable, since) = (true, since + 1);
                continue;
            }

            List<Token> tokens = _reading.Paragraphs[running++];
            string text = _reading.Plain[block.Start..block.End].Trim();
            if (tokens.Count == 0)
            {
                continue;
            }

            if (_reading.IsHeading(block))
            {
                string heading = Blanks().Replace(text.TrimStart('#', ' '), " ");
                Title ??= heading;
                (below, isBelowTable) = (heading, false);
                places.Enter(heading);
                continue;
            }

            if (places.EnterPath(text))
            {
                // The path ends with the line; what stands behind it is the first paragraph.
                int lineEnd = _reading.Plain.IndexOf('\n', tokens[0].Start);
                tokens = [.. tokens.SkipWhile(token => lineEnd < 0 || token.Start < lineEnd)];
                if (tokens.Count == 0)
                {
                    continue;
                }
            }

            if (TableCaption().IsMatch(text))
            {
                isBelowTable = false;
                continue;
            }

            if (Figure().Match(text) is { Success: true } figure)
            {
                _parts.Add(new("figure" + figure.Groups["n"].Value.ToLowerInvariant(), "", 1, LineOf(tokens[0].Start), tokens));
                since++;
                continue;
            }

            if (isBelowTable && Note().IsMatch(text))
            {
                _notes.TryAdd(table, []);
                _notes[table].Add(TextOf(tokens));
                continue;
            }

            isBelowTable = false;
            if (open is not null && since < Furthest && Continues(open, tokens))
            {
                open.AddRange(tokens);
                open = IsEnded(open) ? null : open;
                continue;
            }

            places.HasText();
            int number = numbers[places.Section] = numbers.GetValueOrDefault(places.Section) + 1;
            _parts.Add(new(places.Current, places.Section, number, LineOf(tokens[0].Start), tokens) { Heading = below });
            (open, since) = IsEnded(tokens) ? (open, since + 1) : (tokens, 0);
        }
    }

    private static bool IsEnded(List<Token> tokens) => tokens[^1].Key is "." or "!" or "?" or ":" || tokens.Count < 6;

    /// <summary>Whether a paragraph goes on in another: in lower case, or within brackets with the name of a number.</summary>
    private static bool Continues(List<Token> open, List<Token> tokens) => tokens[0].Kind == TokenKind.Word
        && (char.IsLower(tokens[0].Text[0]) || (tokens[0].Text is "CI" or "P" or "HR" or "IQR" or "SD" && IsWithinBrackets(open)));

    private static bool IsWithinBrackets(List<Token> tokens)
    {
        int last = tokens.FindLastIndex(token => token.Key is "(" or ")");
        return last >= 0 && tokens[last].Key == "(";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\W{0,4}(?:(?:supplementary|supplemental)\s+)?table\s+[A-Z]?\d{1,3}[A-Za-z]?\s*[.:|]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableCaption();

    [GeneratedRegex(@"^\W{0,4}fig(?:ure|\.)\s*(?<n>\d{1,2}[A-Z]?)\s*[.:|]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"^(?:abbreviations?\b|note|data\s+(?:are|is|were)|values\s+are|[*†‡§¶#]|(?-i:[a-h]\s?[A-Z])|<sup>|\^|p[\s-]values?\b|percentages\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
