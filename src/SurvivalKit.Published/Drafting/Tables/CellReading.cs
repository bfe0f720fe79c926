using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Published;

/// <summary>The numbers of a cell, each with its aspect, by the grammar of cells and by what the label says.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Numbers">The numbers.</param>
/// <param name="Left">What of the cell no aspect names: quartiles, the interval of a median; <see langword="null"/>: nothing.</param>
internal sealed record CellReading(CellKind Kind, ImmutableArray<DraftNumber> Numbers, string? Left = null)
{
    /// <summary>The cell with aspects in the place of its numbers: <c>{n} ({%})</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Reads a cell; <see langword="null"/>: its form or its meaning is not known.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="label">The label of its row.</param>
    /// <param name="head">The label of the heading; <see langword="null"/>: none.</param>
    /// <param name="measure">What the label, the heading or the column says of the cells.</param>
    /// <param name="meaning">What two numbers behind another are by the label.</param>
    public static CellReading? Read(TextCell cell, RowLabel label, RowLabel? head, TableMeasure measure, IntervalMeaning meaning)
    {
        bool isMedian = label.SaysMedian || (!label.SaysMean && head?.SaysMedian == true);
        bool isMean = label.SaysMean || (!isMedian && measure == TableMeasure.Mean);
        IReadOnlyList<Token> tokens = cell.Tokens;
        if (tokens is [{ IsWhole: true } one, { Key: "/" }, { IsWhole: true } two] && label.IsPair)
        {
            return Of(CellKind.Pair, tokens, (Aspects.FirstCount, one.Number), (Aspects.SecondCount, two.Number));
        }

        if (!isMedian && !isMean && CellGrammar.Count(tokens, out _) is { } count)
        {
            return Of(CellKind.Count, tokens, (Aspects.Count, new(count.Count, 0)), (Aspects.Percent, count.Percent));
        }

        if (CellGrammar.Mean(tokens, isMean || measure == TableMeasure.Mean) is { } mean)
        {
            return isMedian && !label.SaysMean
                ? Of(CellKind.MedianSd, tokens, (Aspects.Median, mean.Mean), (Aspects.StandardDeviation, mean.StandardDeviation))
                : Of(CellKind.MeanSd, tokens, (Aspects.Mean, mean.Mean), (Aspects.StandardDeviation, mean.StandardDeviation));
        }

        if (CellGrammar.Interval(tokens) is { } interval)
        {
            return Interval(tokens, interval.Value, interval.Interval, meaning, isMean, isMedian || measure == TableMeasure.Median, label);
        }

        return Alone(tokens, isMean, isMedian);
    }

    private static CellReading? Interval(
        IReadOnlyList<Token> tokens, PrintedNumber value, IntervalPart ends, IntervalMeaning said, bool isMean, bool isMedian,
            RowLabel label)
    {
        IntervalMeaning meaning = ends.Meaning == IntervalMeaning.Unnamed ? said : ends.Meaning;
        if (ends.Lower.Value > ends.Upper.Value)
        {
            return null;
        }

        if (RatioNames.KindOf(label.Tokens) == TextStatisticKind.HazardRatio
            && meaning is not (IntervalMeaning.Range or IntervalMeaning.Quartiles))
        {
            return Of(CellKind.HazardRatio, tokens, (Aspects.HazardRatio, value), (Aspects.Lower, ends.Lower), (Aspects.Upper, ends.Upper));
        }

        if (!isMean && !isMedian)
        {
            return null;
        }

        string centre = isMean && !label.SaysMedian ? Aspects.Mean : Aspects.Median;
        CellKind kind = centre == Aspects.Mean ? CellKind.MeanRange : CellKind.MedianRange;
        return meaning == IntervalMeaning.Range
            ? Of(kind, tokens, (centre, value), (Aspects.Minimum, ends.Lower), (Aspects.Maximum, ends.Upper))
            : Of(kind, tokens, (centre, value)) with
            {
                Left = meaning switch
                {
                    IntervalMeaning.Quartiles => "Quartiles have no aspect in a study file.",
                    IntervalMeaning.Confidence => $"The confidence interval of a {centre} has no measure in a study file.",
                    _ => "The label does not say what the two numbers in brackets are.",
                },
            };
    }

    private static CellReading? Alone(IReadOnlyList<Token> tokens, bool isMean, bool isMedian)
    {
        if (tokens is [{ Kind: TokenKind.Number }, { Key: "%" }])
        {
            return Of(CellKind.Count, tokens, (Aspects.Percent, tokens[0].Number));
        }

        if (CellGrammar.Number(tokens) is not { } number)
        {
            return null;
        }

        return isMean || isMedian
            ? Of(isMedian ? CellKind.MedianSd : CellKind.MeanSd, tokens, (isMedian ? Aspects.Median : Aspects.Mean, number))
            : number.Decimals == 0 ? Of(CellKind.Count, tokens, (Aspects.Count, number)) : null;
    }

    /// <summary>The numbers with their characters: those of the tokens, in their order.</summary>
    private static CellReading Of(CellKind kind, IReadOnlyList<Token> tokens,
        params ReadOnlySpan<(string Aspect, PrintedNumber Number)> numbers)
    {
        List<DraftNumber> made = [];
        var aspects = new Dictionary<int, string>();
        foreach ((string aspect, PrintedNumber number) in numbers)
        {
            int at = Enumerable.Range(0, tokens.Count).FirstOrDefault(
                i => tokens[i].Kind == TokenKind.Number && !aspects.ContainsKey(i)
                    && Math.Abs(number.Value) == tokens[i].Number.Value && number.Decimals == tokens[i].Number.Decimals, -1);
            made.Add(DraftNumber.Of(aspect, number, at < 0 || number.Value < 0 ? number.Text() : tokens[at].Text));
            aspects[at] = aspect;
        }

        return new(kind, [.. made]) { Pattern = PatternOf(tokens, aspects) };
    }

    private static string PatternOf(IReadOnlyList<Token> tokens, Dictionary<int, string> aspects)
    {
        var pattern = new StringBuilder();
        for (int i = 0; i < tokens.Count; i++)
        {
            pattern.Append(i > 0 && tokens[i].Start > tokens[i - 1].End ? " " : "")
                .Append(aspects.TryGetValue(i, out string? aspect) ? $"{{{aspect}}}" : tokens[i].Text);
        }

        return pattern.ToString();
    }
}
