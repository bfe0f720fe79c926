using System.Buffers;
using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>Reads the lines of a table into labels, columns and cells.</summary>
/// <param name="text">The plain text.</param>
/// <param name="tokenizer">Its words, numbers and signs.</param>
/// <param name="indentOf">How far what begins at a place of the plain text is set in.</param>
internal sealed class TextTableReader(string text, Tokenizer tokenizer, Func<int, int> indentOf)
{
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-|:+= ");
    private static readonly HashSet<string> PWords =
        new(StringComparer.Ordinal) { "p", "p-value", "p-values", "pvalue", "sig", "significance" };
    private static readonly HashSet<string> SizeWords =
        new(StringComparer.Ordinal) { "n", "patients", "no", "number", "participants", "subjects", "of" };

    /// <summary>Reads a table.</summary>
    public TextTable Read(TextBlock block)
    {
        (List<TextRow> rows, int headings) = Rows(block);
        int columns = rows.Max(row => row.Cells.Length);
        List<TextRow> body = rows[headings..];
        TextColumn[] read = [.. Enumerable.Range(0, columns).Select(c => Column(rows.Take(headings), c))];
        if (read.All(column => column.N is null) && body.FirstOrDefault(IsSizes) is { } sizes)
        {
            for (int c = 0; c < columns; c++)
            {
                read[c] = read[c] with { N = sizes[c]?.Tokens is [{ IsWhole: true } size] && !read[c].IsP ? (int)size.Number.Value : null };
            }
        }

        TotalColumns.Mark(read, body);
        bool saysPercent = rows.Any(row => TableMeasures.SaysPercent(row.Label.Tokens))
            || read.Any(column => TableMeasures.SaysPercent(column.Tokens));
        return new TextTable([.. read], [.. body], saysPercent);
    }

    private (List<TextRow> Rows, int Headings) Rows(TextBlock block)
    {
        List<TextRow> rows = [];
        int headings = -1;
        for (int start = block.Start; start <= block.End;)
        {
            int end = text.IndexOf('\n', start, block.End - start);
            end = end < 0 ? block.End : end;
            List<TextCell> cells = Cells(start, end);
            if (IsRule(start, end))
            {
                headings = headings < 0 && rows.Count > 0 ? rows.Count : headings;
            }
            else if (cells.Any(cell => cell.Tokens.Count > 0))
            {
                int indent = cells[0].Tokens is [var first, ..] ? indentOf(first.Start) : 0;
                rows.Add(new TextRow(cells[0], [.. cells.Skip(1)]) { Indent = indent });
            }

            start = end + 1;
        }

        if (rows.Count == 0)
        {
            Token[] none = [];
            rows.Add(new TextRow(new TextCell(block.Start, "", none), []));
        }

        headings = headings >= 0 ? headings : IsHeading(rows[0]) ? 1 : 0;
        while (headings > 0 && headings < rows.Count - 1 && rows[headings].Label.IsEmpty && IsHeading(rows[headings]))
        {
            headings++;
        }

        return (rows, Math.Min(headings, rows.Count));
    }

    private List<TextCell> Cells(int start, int end)
    {
        ReadOnlySpan<char> line = text.AsSpan(start, end - start);
        char separator = line.Contains('\t') ? '\t' : '|';
        if (separator == '|')
        {
            int first = line.IndexOfAnyExcept(' ');
            start += first >= 0 && line[first] == '|' ? first + 1 : 0;
            int last = line.LastIndexOfAnyExcept(' ');
            end -= last > 0 && line[last] == '|' && end - (line.Length - last) >= start ? line.Length - last : 0;
        }

        List<TextCell> cells = [];
        while (start <= end)
        {
            int stop = text.IndexOf(separator, start, Math.Max(0, end - start));
            stop = stop < 0 ? end : stop;
            cells.Add(new TextCell(start, text[start..stop].Trim().Replace(PlainCharacters.ThousandsSpace, " "), tokenizer.Read(start,
                stop)));
            start = stop + 1;
        }

        if (cells.Count == 0)
        {
            cells.Add(new TextCell(start, "", []));
        }

        return cells;
    }

    private bool IsRule(int start, int end)
    {
        ReadOnlySpan<char> line = text.AsSpan(start, end - start).Trim();
        return line.Contains('-') && line.IndexOfAnyExcept(RuleCharacters) < 0;
    }

    /// <summary>No cell after the first has a result.</summary>
    private static bool IsHeading(TextRow row) => row.Cells.Any(cell =>
        !cell.IsEmpty) && row.Cells.All(cell => cell.IsEmpty || cell.Tokens[0].Kind == TokenKind.Word || SizeOf(cell.Tokens) is not null
        || (cell.Tokens[0].Key is "%" or "(" or "±") || (cell.Tokens is [_, { Key: "%" }, { Kind: TokenKind.Word }, ..]));

    private static bool IsSizes(TextRow row) => row.Label.Tokens.Count > 0 && row.Label.Tokens.All(
        token => SizeWords.Contains(token.Key) || token.Kind == TokenKind.Symbol)
        && row.Label.Tokens.All(token => token.Key != "%") && row.Cells.Count(cell => cell.Tokens is [{ IsWhole: true }]) >= 2;

    private static TextColumn Column(IEnumerable<TextRow> headings, int c)
    {
        TextCell[] cells = [.. headings.Select(row => row[c]).OfType<TextCell>()];
        ImmutableArray<Token> tokens = [.. cells.SelectMany(cell => cell.Tokens)];
        bool saysInterval = new TokenReader(tokens) is var reader && IntervalNames.Read(reader).Meaning == IntervalMeaning.Confidence;
        TextStatisticKind? ratio = RatioNames.KindOf(tokens);

        // Below a heading of several columns the last line names the content of one of them: "Univariate" above "P".
        ImmutableArray<Token> own = cells.LastOrDefault(cell => !cell.IsEmpty) is { } last ? [.. last.Tokens] : [];
        bool isP = IsP(tokens, ratio) || (cells.Length > 1 && IsP(own, RatioNames.KindOf(own)));
        string? question = isP ? PValueQuestions.OfLetter(own[0].Key) ?? PValueQuestions.Find(tokens.AsSpan()) : null;
        return new TextColumn
        {
            Heading = string.Join(" ", cells.Select(cell => cell.Text)),
            Tokens = tokens,
            N = SizeOf(tokens),
            IsP = isP,
            Question = question,
            IsPercent = tokens.Length > 0
                && tokens.All(token => token.Kind == TokenKind.Symbol || token.Key is "percent")
                && tokens.Any(token => token.Key is "%" or "percent"),
            IsInterval = saysInterval && ratio is null,
            Ratio = ratio,
        };
    }

    private static bool IsP(ImmutableArray<Token> tokens, TextStatisticKind? ratio) =>
        tokens.Length is > 0 and <= 4
            && (PWords.Contains(tokens[0].Key) || PValueQuestions.OfLetter(tokens[0].Key) is not null)
            && ratio is null;

    /// <summary>The N of a heading: <c>EP alone (N = 42)</c>, <c>n=42</c>, <c>Placebo (42)</c>, <c>42 patients</c>.</summary>
    public static int? SizeOf(IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            int sign = i + 1 < tokens.Count && tokens[i + 1].Key is "=" or ":" ? 2 : 1;
            if (tokens[i].Key == "n" && i + sign < tokens.Count && tokens[i + sign].IsWhole)
            {
                return (int)tokens[i + sign].Number.Value;
            }
        }

        for (int i = 1; i + 1 < tokens.Count; i++)
        {
            bool inBrackets = tokens[i].IsWhole && tokens[i - 1].Key == "(" && tokens[i + 1].Key == ")";
            bool counted = tokens[i].IsWhole && tokens[i + 1].Key is "patients" or "participants" or "subjects";
            if ((inBrackets && tokens[0].Kind == TokenKind.Word) || counted)
            {
                return (int)tokens[i].Number.Value;
            }
        }

        return null;
    }
}
