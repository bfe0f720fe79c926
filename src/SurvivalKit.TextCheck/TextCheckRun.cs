namespace SurvivalKit.TextCheck;

/// <summary>One check of one text.</summary>
internal sealed class TextCheckRun
{
    private readonly PlainText _plain;
    private readonly TextCheckOptions _options;
    private readonly List<TextFinding> _findings = [];

    public TextCheckRun(string text, TextCheckOptions options)
    {
        _plain = PlainTextReader.Read(text);
        _options = options;
    }

    /// <summary>All findings.</summary>
    public List<TextFinding> Findings()
    {
        string text = _plain.Text;
        var tokenizer = new Tokenizer(text, _options.DecimalComma ?? Tokenizer.UsesDecimalComma(text));
        List<TextBlock> blocks = TextBlocks.Split(text);
        List<List<Token>> paragraphs = [.. blocks.Where(block => !block.IsTable).Select(block => tokenizer.Read(block.Start, block.End))];
        var reader = new TextTableReader(text, tokenizer);
        List<TextTable> tables = [.. blocks.Where(block => block.IsTable).Select(reader.Read)];

        IReadOnlyList<Denominator> sizes = TextSizes.Read(paragraphs, tables);
        List<(IReadOnlyList<Token> Tokens, Statistic Statistic)> broken = BrokenStatistics.JoinAndTakeOut(paragraphs);
        List<List<Statistic>> statistics = [.. paragraphs.Select(StatisticsOf)];
        var papers = new TextPapers(paragraphs, statistics);
        TextJudge[] judges = [.. papers.Methods.Select(methods => new TextJudge(sizes, _options, methods))];
        foreach ((IReadOnlyList<Token> tokens, Statistic statistic) in broken)
        {
            Add(tokens, statistic, judges[papers.At(tokens[0].Start)].Judge(statistic));
        }

        for (int paragraph = 0; paragraph < paragraphs.Count; paragraph++)
        {
            List<Token> tokens = paragraphs[paragraph];
            List<Statistic> found = statistics[paragraph];
            for (int i = 0; i < found.Count; i++)
            {
                Add(tokens, found[i], TextPairJudge.Judge(found, i, tokens) ?? judges[papers.At(tokens[0].Start)].Judge(found[i]));
            }
        }

        foreach ((TextTable table, int start) in tables.Zip(blocks.Where(block => block.IsTable), (table, block) => (table, block.Start)))
        {
            new TableJudge(table, judges[papers.At(start)], AddCell).Judge();
        }

        return _findings;
    }

    private static List<Statistic> StatisticsOf(List<Token> tokens)
    {
        List<Statistic> statistics = StatisticScanner.Scan(tokens);
        RatiosOfSentence.Name(statistics, tokens);
        return statistics;
    }

    private void Add(IReadOnlyList<Token> tokens, Statistic statistic, Judgement judgement) =>
        _findings.Add(Finding(
            TextJudge.KindOf(statistic), Quotation(tokens, statistic.First, statistic.End), tokens[statistic.First].Start, judgement));

    private void AddCell(TextCell cell, TextStatisticKind kind, TextRow row, TextColumn column, Judgement judgement) =>
        _findings.Add(
            Finding(kind, cell.Text, cell.Tokens[0].Start, judgement) with { TableRow = row.Label.Text, TableColumn = column.Heading });

    private TextFinding Finding(TextStatisticKind kind, string quotation, int start, Judgement judgement)
    {
        (int line, int column) = _plain.PlaceOf(start);
        return new TextFinding(kind, quotation, line, column, judgement);
    }

    /// <summary>The characters of the tokens with single spaces; where they are in two paragraphs, both parts.</summary>
    private string Quotation(IReadOnlyList<Token> tokens, int first, int end)
    {
        var text = new System.Text.StringBuilder();
        for (int i = first; i < end; i++)
        {
            bool isApart = i > first
                && tokens[i].Start != tokens[i - 1].End
                && !(tokens[i].Key is ")" or "]" or "," or ";")
                && !(tokens[i - 1].Key is "(" or "[");
            text.Append(isApart ? " " : "").Append(_plain.Text, tokens[i].Start, tokens[i].End - tokens[i].Start);
        }

        // A bracket that was opened before the quotation is not part of it.
        string quotation = text.Replace(PlainCharacters.ThousandsSpace, " ").ToString();
        return quotation.Count(c => c is ')' or ']') > quotation.Count(c => c is '(' or '[') && quotation[^1] is ')' or ']'
            ? quotation[..^1].TrimEnd()
            : quotation;
    }
}
