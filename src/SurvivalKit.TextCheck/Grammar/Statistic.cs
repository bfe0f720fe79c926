namespace SurvivalKit.TextCheck;

/// <summary>A statistic that was found among tokens, not judged yet.</summary>
internal abstract record Statistic
{
    /// <summary>The first token of it.</summary>
    public int First { get; init; }

    /// <summary>The token after it.</summary>
    public int End { get; init; }
}

/// <summary>A ratio with its interval and P value, as far as printed.</summary>
internal sealed record RatioStatistic(TextStatisticKind Kind, PrintedNumber Ratio, IntervalPart? Interval, PValuePart? P) : Statistic
{
    /// <summary>Whether the name stands at the number; one further off may be that of another number.</summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>A count with its percentage; <c>Of</c> is the denominator that the text names after it.</summary>
internal sealed record CountStatistic(int Count, PrintedNumber Percent, int? Of) : Statistic
{
    /// <summary>Whether a per cent sign is printed; without it the number can be a rate or a ratio.</summary>
    public bool HasSign { get; init; } = true;

    /// <summary>Whether nothing says that its number counts: <c>24 spirometries (42.9%)</c>.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether no space parts it from the number or bracket before or behind it, as in the run of a table's cells.</summary>
    public bool IsGlued { get; init; }

    /// <summary>What its sentence says it is a part of; <see langword="null"/>: nothing.</summary>
    public SentencePart? Part { get; init; }
}

/// <summary>A mean with its standard deviation.</summary>
internal sealed record MeanStatistic(PrintedNumber Mean, PrintedNumber StandardDeviation, int? N, bool IsWhole) : Statistic
{
    /// <summary>How many whole numbers each value may be the mean of.</summary>
    public int Items { get; init; } = 1;

    /// <summary>Whether the values are zeros and ones.</summary>
    public bool IsBinary { get; init; }

    /// <summary>The least and the greatest number of values that the text allows, where it names no one number.</summary>
    public (int Least, int Most)? Range { get; init; }
}

/// <summary>A median or another estimate between two numbers.</summary>
internal sealed record EstimateStatistic(TextStatisticKind Kind, PrintedNumber Value, IntervalPart Interval) : Statistic;

/// <summary>A test's statistic with its degrees of freedom and its P value.</summary>
internal sealed record TestStatistic(
    TextStatisticKind Kind, PrintedNumber Value, PrintedNumber? FirstDf, PrintedNumber? SecondDf, PValuePart? P) : Statistic;

/// <summary>A P value that stands alone.</summary>
internal sealed record PValueStatistic(PValuePart P) : Statistic;

/// <summary>Text that begins like a statistic and cannot be read as one.</summary>
internal sealed record UnreadStatistic(string Reason) : Statistic;

/// <summary>What a sentence or a paragraph as a whole says, with the verdict that was given where it was read.</summary>
internal sealed record JudgedStatistic(TextStatisticKind Kind, Judgement Judgement) : Statistic
{
    /// <summary>Its number, where it has one of its own.</summary>
    public PrintedNumber? Value { get; init; }
}
