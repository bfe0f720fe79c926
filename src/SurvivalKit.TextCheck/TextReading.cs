namespace SurvivalKit.TextCheck;

/// <summary>A text taken apart, before anything is judged: its paragraphs as tokens, its tables as rows and columns, and where each
/// stands.</summary>
internal sealed class TextReading
{
    private const int ManyParagraphs = 500;

    private readonly PlainText _plain;
    private readonly TextOutline _outline;

    /// <summary>Reads a text.</summary>
    /// <param name="given">The text, with or without markup.</param>
    /// <param name="options">How it is read.</param>
    public TextReading(string given, TextCheckOptions options)
    {
        string source = JatsText.IsJats(given) ? JatsText.Mask(given) : given;
        _plain = PlainTextReader.Read(source);
        _outline = new TextOutline(source);
        Text = SpacedThousands.Mark(_plain.Text);
        var tokenizer = new Tokenizer(Text, options.DecimalComma ?? DecimalComma.IsUsed(Text));
        Blocks = TextBlocks.Split(Text);
        Running = Blocks.FindAll(block => !block.IsTable);
        Paragraphs = Each(Running, block => tokenizer.Read(block.Start, block.End));
        var reader = new TextTableReader(Text, tokenizer, place => RowIndent.Of(source, _plain.OriginOf(place)));
        Tables = [];
        int after = 0;
        foreach (TextBlock block in Blocks.Where(block => block.IsTable))
        {
            int first = _plain.OriginOf(block.Start + Text.AsSpan(block.Start).IndexOfAnyExcept('\t', ' ', '\n'));
            Tables.Add(new ReadTable(block, reader.Read(block), _outline.TableOf(first, after)));
            after = _plain.OriginOf(block.End);
        }
    }

    /// <summary>The text without markup, with marks for the blanks within numbers.</summary>
    public string Text { get; }

    /// <summary>The text without markup.</summary>
    public string Plain => _plain.Text;

    /// <summary>Its paragraphs and tables in their order.</summary>
    public List<TextBlock> Blocks { get; }

    /// <summary>Its paragraphs.</summary>
    public List<TextBlock> Running { get; }

    /// <summary>The tokens of each paragraph.</summary>
    public List<List<Token>> Paragraphs { get; }

    /// <summary>Its tables.</summary>
    public List<ReadTable> Tables { get; }

    /// <summary>Works through the paragraphs of a long text on all cores, and gives the results in the order of the text.</summary>
    public static List<TResult> Each<TSource, TResult>(List<TSource> paragraphs, Func<TSource, TResult> read) =>
        paragraphs.Count < ManyParagraphs ? paragraphs.ConvertAll(paragraph => read(paragraph))
            : [.. paragraphs.AsParallel().AsOrdered().Select(read)];

    /// <summary>The statistics of a paragraph, each with what its sentence says of it.</summary>
    public static List<Statistic> StatisticsOf(List<Token> tokens)
    {
        List<Statistic> statistics = StatisticScanner.Scan(tokens);
        RatiosOfSentence.Name(statistics, tokens);
        MeansOfSentence.Complete(statistics, tokens);
        CountsOfSentence.Name(statistics, tokens);
        MeanSizesOfSentence.Name(statistics, tokens);
        SurvivalRates.Name(statistics, tokens);
        return statistics;
    }

    /// <summary>The line and the column of a place of the plain text in the given text, from 1.</summary>
    public (int Line, int Column) PlaceOf(int position) => _plain.PlaceOf(position);

    /// <summary>The character of the given text at a place of the plain text.</summary>
    public int OriginOf(int position) => _plain.OriginOf(position);

    /// <summary>The heading above a place of the plain text; <see langword="null"/>: none.</summary>
    public string? SectionOf(int position) => _outline.SectionOf(_plain.OriginOf(position));

    /// <summary>The page of a place of the plain text, where the reader of the file marked pages.</summary>
    public int? PageOf(int position) => _outline.PageOf(_plain.OriginOf(position));

    /// <summary>Whether a paragraph is a heading.</summary>
    public bool IsHeading(TextBlock block)
    {
        string text = _plain.Text[block.Start..block.End];
        int blank = text.Length - text.TrimStart(' ', '\n').Length;
        return !block.IsTable && (text.StartsWith('#') || _outline.IsHeading(_plain.OriginOf(block.Start + blank), text));
    }
}
