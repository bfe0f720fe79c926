namespace SurvivalKit.TextCheck;

/// <summary>The numbers of a statistic as they are printed. What a kind does not have, or the text does not print, is
/// <see langword="null"/>.</summary>
public sealed record TextStatistic
{
    /// <summary>The ratio, mean, median, other estimate or test statistic; of a count its percentage; of a P value alone none.</summary>
    public PrintedNumber? Value { get; init; }

    /// <summary>The number of those who are counted.</summary>
    public int? Count { get; init; }

    /// <summary>The number that they are of, where it is printed beside them.</summary>
    public int? Of { get; init; }

    /// <summary>The standard deviation beside a mean.</summary>
    public PrintedNumber? StandardDeviation { get; init; }

    /// <summary>The standard error beside a difference or a coefficient.</summary>
    public PrintedNumber? StandardError { get; init; }

    /// <summary>The number of values of a mean, of pairs of a correlation.</summary>
    public int? N { get; init; }

    /// <summary>The two numbers behind an estimate: an interval, quartiles or a range.</summary>
    public PrintedInterval? Interval { get; init; }

    /// <summary>The degrees of freedom of a test statistic, of F those of the numerator.</summary>
    public PrintedNumber? DegreesOfFreedom { get; init; }

    /// <summary>The degrees of freedom of the denominator of F.</summary>
    public PrintedNumber? SecondDegreesOfFreedom { get; init; }

    /// <summary>The P value.</summary>
    public PrintedPValue? P { get; init; }

    /// <summary>value, count, of, standardDeviation, standardError, n, lower, upper, level, df, df2, p, pRelation: those that are
    /// printed.</summary>
    internal ResultRecord ToRecord()
    {
        var record = new ResultRecord();
        Set(record, "value", Value?.Value);
        Set(record, "count", Count);
        Set(record, "of", Of);
        Set(record, "standardDeviation", StandardDeviation?.Value);
        Set(record, "standardError", StandardError?.Value);
        Set(record, "n", N);
        Set(record, "lower", Interval?.Lower.Value);
        Set(record, "upper", Interval?.Upper.Value);
        Set(record, "level", Interval?.Level);
        Set(record, "df", DegreesOfFreedom?.Value);
        Set(record, "df2", SecondDegreesOfFreedom?.Value);
        Set(record, "p", P?.Value);
        Set(record, "pRelation", P?.Relation switch { null => null, ClaimRelation.Less => "<", ClaimRelation.Greater => ">", _ => "=" });
        return record;
    }

    /// <summary>The numbers of what was found in running text.</summary>
    internal static TextStatistic? From(Statistic statistic, double level) => statistic switch
    {
        RatioStatistic ratio => new() { Value = ratio.Ratio, Interval = From(ratio.Interval, level), P = TextJudge.PrintedP(ratio.P) },
        CountStatistic count => new() { Value = count.Percent, Count = count.Count, Of = count.Of },
        MeanStatistic mean => new() { Value = mean.Mean, StandardDeviation = mean.StandardDeviation, N = mean.N },
        EstimateStatistic estimate => new() { Value = estimate.Value, Interval = From(estimate.Interval, level) },
        EffectStatistic effect => new()
        {
            Value = effect.Value,
            StandardError = effect.StandardError,
            N = effect.N,
            Interval = From(effect.Interval, level),
            P = TextJudge.PrintedP(effect.P),
        },
        TestStatistic test => new()
        {
            Value = test.Value,
            DegreesOfFreedom = test.FirstDf,
            SecondDegreesOfFreedom = test.SecondDf,
            P = TextJudge.PrintedP(test.P),
        },
        JudgedStatistic { Value: { } value } => new() { Value = value },
        PValueStatistic p => new() { P = TextJudge.PrintedP(p.P) },
        _ => null,
    };

    /// <summary>The numbers of a cell that was read as a statistic of a kind.</summary>
    internal static TextStatistic? From(TextCell cell, TextStatisticKind kind, TextColumn column, double level) => kind switch
    {
        TextStatisticKind.Count when CellGrammar.Count(cell.Tokens, out _) is { } count => From(count, level),
        TextStatisticKind.MeanSd when CellGrammar.Mean(cell.Tokens, true) is { } mean => From(mean with { N = column.N }, level),
        TextStatisticKind.PValue when CellGrammar.P(cell.Tokens) is { } p => new() { P = TextJudge.PrintedP(p) },
        TextStatisticKind.Unread => null,
        _ when CellGrammar.Interval(cell.Tokens) is { } estimate => new()
        {
            Value = estimate.Value,
            Interval = From(estimate.Interval, level),
        },
        _ when CellGrammar.Number(cell.Tokens) is { } number => new() { Value = number },
        _ => StatisticScanner.Scan(cell.Tokens).Find(statistic => TextJudge.KindOf(statistic) == kind) is { } found
            ? From(found, level)
            : null,
    };

    private static void Set(ResultRecord record, string name, object? value)
    {
        if (value is not null)
        {
            record[name] = value is decimal number ? (double)number : value;
        }
    }

    private static PrintedInterval? From(IntervalPart? interval, double level) =>
        interval is null ? null : new(interval.Lower, interval.Upper, interval.Level ?? level);
}
