namespace SurvivalKit.TextCheck;

/// <summary>One check of one text.</summary>
internal sealed class TextCheckRun
{
    private readonly TextReading _reading;
    private readonly TextCheckOptions _options;
    private readonly List<TextFinding> _findings = [];

    public TextCheckRun(string text, TextCheckOptions options)
    {
        _reading = new TextReading(text, options);
        _options = options;
    }

    /// <summary>The text with all findings.</summary>
    public CheckedText Run()
    {
        List<TextBlock> running = _reading.Running;
        List<List<Token>> paragraphs = _reading.Paragraphs;
        List<TextTable> tables = _reading.Tables.ConvertAll(read => read.Table);

        IReadOnlyList<Denominator> sizes = TextSizes.Read(paragraphs, tables);
        List<(IReadOnlyList<Token> Tokens, Statistic Statistic)> broken = BrokenStatistics.JoinAndTakeOut(paragraphs);
        List<List<Statistic>> statistics = TextReading.Each(paragraphs, TextReading.StatisticsOf);
        var papers = new TextPapers(paragraphs, statistics, tables);
        TextJudge[] judges = [.. papers.Methods.Select(methods => new TextJudge(sizes, _options, methods))];
        foreach ((IReadOnlyList<Token> tokens, Statistic statistic) in broken)
        {
            TextBlock block = running.Find(block => block.End >= tokens[statistic.First].End);
            Add(block, tokens, statistic, judges[papers.At(tokens[0].Start)].Judge(statistic));
        }

        for (int p = 0; p < paragraphs.Count; p++)
        {
            List<Token> tokens = paragraphs[p];
            List<Statistic> found = statistics[p];
            for (int i = 0; i < found.Count; i++)
            {
                int paper = papers.At(tokens[0].Start);
                Judgement judgement =
                    TextPairJudge.Judge(found, i, tokens, papers.Methods[paper].Effects) ?? judges[paper].Judge(found[i]);
                bool isGlued = judgement.Verdict == Verdict.Inconsistent && GluedCells.AreAround(tokens, found[i]);
                Add(running[p], tokens, found[i], isGlued ? Judgement.NotCheckable(GluedCells.Sentence) : judgement);
            }
        }

        foreach ((int p, JudgedStatistic said) in FlowJudge.Judge(paragraphs))
        {
            Add(running[p], paragraphs[p], said, said.Judgement);
        }

        TrialFacts facts = TrialFacts.Read(paragraphs);
        List<BaselineBalance> baselines = [];
        foreach ((TextBlock block, TextTable table, string? name) in _reading.Tables)
        {
            baselines.AddRange(facts.IsRandomised && BaselineTables.Read(table, name) is { } balance ? [balance] : []);
            var numbers = new Dictionary<TextRow, int>(ReferenceEqualityComparer.Instance);
            foreach (TextRow row in table.Rows)
            {
                numbers.Add(row, numbers.Count + 1);
            }

            new TableJudge(
                table,
                judges[papers.At(block.Start)],
                (cell, kind, row, column, judgement) => AddCell((name, numbers[row]), cell, kind, row, column, judgement)).Judge();
        }

        var findings = new TextFindings(_findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column));
        return new CheckedText(findings, _reading.Text, [.. _reading.Blocks.Select(Passage)])
        {
            Baselines = [.. baselines],
            Integrity = new IntegrityReview(findings, facts, [.. baselines]).Items(),
        };
    }

    private TextPassage Passage(TextBlock block) => new(
        block.IsTable ? TextPassageKind.Table : _reading.IsHeading(block) ? TextPassageKind.Heading : TextPassageKind.Paragraph,
        block.Start,
        _reading.Plain[block.Start..block.End]);

    private void Add(TextBlock block, IReadOnlyList<Token> tokens, Statistic statistic, Judgement judgement)
    {
        int start = tokens[statistic.First].Start;
        int last = statistic.First;
        while (last + 1 < statistic.End && tokens[last + 1].End <= block.End)
        {
            last++;
        }

        string quotation = Quotation(tokens, statistic.First, statistic.End);
        if (last > statistic.First && tokens[last].Key is ")" or "]" && quotation[^1] != tokens[last].Text[^1])
        {
            last--;
        }

        _findings.Add(Finding(
            TextJudge.KindOf(statistic),
            quotation,
            (block.Start, block.End, false),
            start,
            tokens[last].End,
            judgement) with
        { Statistic = TextStatistic.From(statistic, _options.Level) });
    }

    private void AddCell(
        (string? Table, int Row) place, TextCell cell, TextStatisticKind kind, TextRow row, TextColumn column, Judgement judgement)
    {
        int start = cell.Tokens[0].Start;
        int rowEnd = _reading.Plain.IndexOf('\n', start);
        TextFinding finding = Finding(
            kind,
            cell.Text,
            (row.Label.Start, rowEnd < 0 ? _reading.Plain.Length : rowEnd, true),
            start,
            Math.Max(cell.Tokens[^1].End, Math.Min(cell.Start + cell.Text.Length, _reading.Plain.Length)),
            judgement);
        int inRow = row.Cells.IndexOf(cell);
        _findings.Add(finding with
        {
            TableRow = row.Label.Text,
            TableColumn = column.Heading,
            Statistic = TextStatistic.From(cell, kind, column, _options.Level),
            Place = finding.Place with
            {
                Table = place.Table,
                Row = place.Row,
                Cell = inRow >= 0 ? inRow + 2 : null,
            },
        });
    }

    private TextFinding Finding(
        TextStatisticKind kind, string quotation, (int Start, int End, bool IsRow) passage, int start, int end, Judgement judgement)
    {
        (int line, int column) = _reading.PlaceOf(start);
        int offset = _reading.OriginOf(start);
        (string before, string after) = TextContext.Around(_reading.Plain, passage, start, end);
        return new TextFinding(kind, quotation, line, column, judgement)
        {
            Place = new TextPlace
            {
                Offset = offset,
                Length = Math.Max(1, _reading.OriginOf(end - 1) + 1 - offset),
                PlainOffset = start,
                PlainLength = end - start,
                Section = _reading.SectionOf(start),
                Page = _reading.PageOf(start),
                Before = before,
                After = after,
            },
        };
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
            text.Append(isApart ? " " : "").Append(_reading.Plain, tokens[i].Start, tokens[i].End - tokens[i].Start);
        }

        // A bracket that was opened before the quotation is not part of it.
        string quotation = text.Replace(PlainCharacters.ThousandsSpace, " ").ToString();
        return quotation.Count(c => c is ')' or ']') > quotation.Count(c => c is '(' or '[') && quotation[^1] is ')' or ']'
            ? quotation[..^1].TrimEnd()
            : quotation;
    }
}
