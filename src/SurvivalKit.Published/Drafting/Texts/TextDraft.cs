namespace SurvivalKit.Published;

/// <summary>Drafts the claims of the sentences: in the abstract, the results and the captions of figures all that are of this study, in the
/// discussion those that it says to be.</summary>
internal sealed class TextDraft
{
    private readonly DraftPaper _paper;
    private readonly DraftBuilder _draft;
    private readonly ArmMentions _arms;
    private readonly EchoClaims _echo;
    private readonly RatioClaims _ratios;
    private readonly OwnClaims _own;
    private readonly SizeClaims _sizes;

    private TextDraft(DraftPaper paper, DraftBuilder draft, IReadOnlyList<PrintedName> names)
    {
        (_paper, _draft) = (paper, draft);
        _arms = new ArmMentions(draft.Arms);
        _ratios = new RatioClaims(draft, _arms);
        _own = new OwnClaims(paper, draft);
        _sizes = new SizeClaims(draft);
        _echo = new EchoClaims(PrintedCell.Of(draft, names), new NameMentions(new Abbreviations(paper.Parts.Select(part => part.Tokens))));
    }

    /// <summary>Adds the claims of all sentences.</summary>
    public static void Add(DraftPaper paper, DraftBuilder draft, IReadOnlyList<PrintedName> names)
    {
        var text = new TextDraft(paper, draft, names);
        foreach (PaperPart part in paper.Parts)
        {
            if (part.Place is PaperPlaces.Abstract or PaperPlaces.Methods)
            {
                PeriodClaims.Add(draft, part);
            }

            bool isFigure = part.Place.StartsWith("figure", StringComparison.Ordinal);
            foreach (PaperPart panel in isFigure ? FigurePanels.Split(part) : [part])
            {
                if (panel.IsResult || panel.Place == PaperPlaces.Discussion)
                {
                    text.Add(panel);
                }
            }
        }

        text._ratios.Join();
    }

    private void Add(PaperPart part)
    {
        List<Statistic> statistics = TextReading.StatisticsOf(part.Tokens);
        List<TextItem> items = TextItems.Of(part.Tokens, statistics);
        bool isOwn = part.IsResult;
        string before = "";
        _ratios.Begin();
        foreach (TextSentence sentence in TextSentences.Split(part.Tokens))
        {
            bool? says = part.Place == PaperPlaces.Discussion ? OwnStudy.Says(part.Tokens, sentence) : null;
            isOwn = says ?? isOwn;
            string words = DraftPaper.WholeTextOf([.. part.Tokens.Skip(sentence.Start)
                .Take(sentence.End - sentence.Start)]).ToLowerInvariant();
            before = words.Contains("univ", StringComparison.Ordinal)
                || words.Contains("multiv", StringComparison.Ordinal) ? words : before + " " + words;
            if (isOwn)
            {
                Add(part, sentence, statistics, items, before, isCertain: part.IsResult || says == true);
            }

            _ratios.Pass(part.Tokens, sentence);
        }
    }

    private void Add(
        PaperPart part, TextSentence sentence, List<Statistic> statistics, List<TextItem> items, string before, bool isCertain)
    {
        foreach (RatioStatistic ratio in statistics.OfType<RatioStatistic>().Where(ratio => Contains(sentence, ratio.First)))
        {
            _ratios.Add(_paper, part, sentence, ratio, before);
        }

        // A gene is linked to its percentage elsewhere by its name alone: only a sentence that says whose it is may contradict it.
        var taken = new HashSet<int>();
        if (isCertain)
        {
            GeneClaims.Add(_draft, part, sentence, taken);
        }

        List<(int At, string Column)> named = _arms.In(part.Tokens, sentence.Start, sentence.End);
        ILookup<string, int> words = Enumerable.Range(sentence.Start, sentence.End - sentence.Start)
            .Where(i => part.Tokens[i].Kind is TokenKind.Word or TokenKind.Number)
            .SelectMany(i => StemsOf(part.Tokens[i]).Select(stem => (Stem: stem, At: i)))
            .Concat(part.Heading.Split(' ').Where(word => word.Length > 2).Select(word => (Stem: PrintedStem.Of(word), At: -1)))
            .ToLookup(pair => pair.Stem, pair => pair.At);
        TextItem[] own =
        [
            .. items.Where(item => Contains(sentence, item.First) && !taken.Contains(item.First)
                && (part.IsResult || !OwnStudy.IsOfOther(part.Tokens, sentence, item.End))),
        ];
        Dictionary<TextItem, string> ordered = ArmOrder.Of(own, part.Tokens, sentence, named, _draft.Arms.Length);
        foreach (TextItem item in own)
        {
            int line = _paper.LineOf(part.Tokens[item.First].Start);
            if (_sizes.Add(part, item, named, line))
            {
                continue;
            }

            var found = _echo.Find(part.Tokens, sentence, words, item, named);
            foreach ((PrintedCell cell, Claim?[] claims) in found)
            {
                Echo(part, item, cell, claims, line);
            }

            if (found.Count == 0 && isCertain)
            {
                _own.Add(part, sentence, item, ordered.GetValueOrDefault(item)
                    ?? ArmMentions.Nearest(named, part.Tokens, item.First, item.End));
            }
        }
    }

    /// <summary>A word, and the parts that hyphens join in it.</summary>
    private static IEnumerable<string> StemsOf(Token token) => token.Kind == TokenKind.Number ? [token.Text]
        : token.Key.Contains('-', StringComparison.Ordinal)
            ? [PrintedStem.Of(token.Key), .. token.Key.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(PrintedStem.Of)]
            : [PrintedStem.Of(token.Key)];

    private static bool Contains(TextSentence sentence, int at) => at >= sentence.Start && at < sentence.End;

    private void Echo(PaperPart part, TextItem item, PrintedCell cell, Claim?[] claims, int line)
    {
        DraftNumber[] numbers = [.. item.Numbers.Select((number, i) =>
            number.Number with { Aspect = claims[i]?.Aspect ?? number.Number.Aspect })];
        if (DraftBuilder.IsSwapped(numbers))
        {
            return;
        }

        string context = DraftPaper.Context(part.Tokens, item.First, item.End);
        string row = _draft.RowFor(part.Place, cell.Name.Row, cell.Column, [.. numbers.Where((_, i) => claims[i] is not null)]);
        for (int i = 0; i < claims.Length; i++)
        {
            if (claims[i] is { } source)
            {
                _draft.Add(
                    DraftClaims.Of(part.Place, row, cell.Column, numbers[i], context, part.Where) with
                    {
                        SameAs = source.Id,
                        Checkable = source.Checkable,
                        Reason = source.Reason,
                    },
                    line,
                    part.Tokens[item.First].Start);
            }
        }
    }
}
