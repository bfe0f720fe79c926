namespace SurvivalKit.TextCheck;

/// <summary>Gives a statistic of running text its verdict.</summary>
/// <param name="sizes">The numbers of patients that the text names.</param>
/// <param name="options">How the text is read.</param>
/// <param name="methods">What the paper says of its methods.</param>
internal sealed class TextJudge(IReadOnlyList<Denominator> sizes, TextCheckOptions options, TextMethods methods)
{
    /// <summary>The verdict.</summary>
    public Judgement Judge(Statistic statistic) => statistic switch
    {
        RatioStatistic { IsCertain: false } ratio => Uncertain(Ratio(ratio)),
        RatioStatistic ratio => Ratio(ratio),
        CountStatistic count => Count(count),
        MeanStatistic mean => MeanJudge.Judge(mean),
        JudgedStatistic judged => judged.Judgement,
        EstimateStatistic estimate =>
            Estimate(estimate.Value, estimate.Interval, estimate.Kind == TextStatisticKind.Median ? "median" : "estimate"),
        EffectStatistic effect => EffectJudge.Judge(effect, methods.Effects, options.Level),
        TestStatistic test => TestStatisticJudge.Judge(test, methods),
        PValueStatistic { P.Question: { } question } => Judgement.NotCheckable(
            $"A P value for {question} is of another question than the numbers beside it, so that it does not follow from them."),
        PValueStatistic => Judgement.NotCheckable("The text prints no numbers beside this P value from which it follows."),
        UnreadStatistic unread => Judgement.NotCheckable($"Could not be read: {unread.Reason}."),
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "There is no such statistic."),
    };

    /// <summary>What the name of a ratio further off says of a number accuses nobody.</summary>
    private static Judgement Uncertain(Judgement result) => result.Verdict != Verdict.Inconsistent ? result : result with
    {
        Verdict = Verdict.NotCheckable,
        Sentence = $"{result.Sentence} The ratio's name stands further off, so that the numbers may be those of another statistic.",
    };

    /// <summary>The kind of a statistic.</summary>
    public static TextStatisticKind KindOf(Statistic statistic) => statistic switch
    {
        RatioStatistic ratio => ratio.Kind,
        CountStatistic => TextStatisticKind.Count,
        MeanStatistic => TextStatisticKind.MeanSd,
        EstimateStatistic estimate => estimate.Kind,
        EffectStatistic effect => effect.Kind,
        TestStatistic test => test.Kind,
        PValueStatistic => TextStatisticKind.PValue,
        JudgedStatistic judged => judged.Kind,
        _ => TextStatisticKind.Unread,
    };

    /// <summary>The verdict on a ratio with what is printed of its interval and its P value.</summary>
    public Judgement Ratio(RatioStatistic ratio)
    {
        if (BeyondProbability(ratio.P) is { } beyond)
        {
            return beyond;
        }

        PrintedPValue? p = PrintedP(ratio.P);
        if (ratio.Interval is null && p is null)
        {
            return Judgement.NotCheckable("Neither an interval nor a P value is printed beside this ratio.");
        }

        if (ratio.Ratio.Value < 0)
        {
            return Judgement.NotCheckable(FormattableString.Invariant(
                $"A ratio is not below 0: {ratio.Ratio.Value} is no ratio, or a dash stands before it."));
        }

        if (ratio.Ratio.Value == 0)
        {
            return Judgement.NotCheckable("A ratio of 0 has no logarithm, so that no interval follows from it.");
        }

        if (ratio.Interval is { } ends
            && (ends.Lower.Value > ends.Upper.Value || ends.Lower.Value > ratio.Ratio.Value || ends.Upper.Value < ratio.Ratio.Value))
        {
            return Estimate(ratio.Ratio, ends, "ratio");
        }

        HazardRatioResult result = HazardRatioArithmetic.Check(
            ratio.Ratio,
            ratio.Interval is { } interval ? new PrintedInterval(interval.Lower, interval.Upper, interval.Level ?? options.Level) : null,
            p,
            new HazardRatioContext
            {
                Kind = ratio.Kind switch
                {
                    TextStatisticKind.HazardRatio =>
                    RatioKind.Hazard,
                    TextStatisticKind.OddsRatio => RatioKind.Odds,
                    _ => RatioKind.Risk
                },
                Interval = methods.IntervalOf(ratio, options.Level),
                Test = ratio.P is { IsLogRank: true } ? TestKind.LogRank : null,
                OneSided = ratio.P is { IsOneSided: true },
            });

        // Of what holds, both halves are worth a sentence: the middle of the interval and the P value.
        string[] sentences = [.. new[] { result.Summary, result.Ratio, result.P }.OfType<Judgement>().Select(part => part.Sentence)
            .Distinct()];
        return result.Summary.Verdict == Verdict.Inconsistent
            ? Significance.With(result.Summary, p, result.WaldP)
            : result.Summary with { Sentence = string.Join(" ", sentences) };
    }

    /// <summary>A printed P value above 1; <see langword="null"/>: it is not.</summary>
    public static Judgement? BeyondProbability(PValuePart? p) => p is { IsProbability: false, Number.Decimals: > 0, Relation: '=' }
        ? new(
            Verdict.Inconsistent, FormattableString.Invariant($"P is printed as {p.Number.Value}, and no probability is above 1."),
            Witness: FormattableString.Invariant($"{p.Number.Value} > 1."))
        : null;

    /// <summary>An estimate lies between the two numbers behind it, and the lesser of them comes first.</summary>
    public static Judgement Estimate(PrintedNumber value, IntervalPart interval, string name)
    {
        (decimal lower, decimal upper) = (interval.Lower.Value, interval.Upper.Value);
        if (interval.Meaning == IntervalMeaning.Unnamed && name != "ratio" && (lower > upper || value.Value < lower || value.Value > upper))
        {
            // A number with two others behind it, such as the years of a series, does not have to lie between them.
            return Judgement.NotCheckable(FormattableString.Invariant(
                $"{value.Value} is not between {lower} and {upper}, and nothing says that they are its interval or range."));
        }

        if (lower > upper && lower < 0 && value.Value <= lower && value.Value >= upper)
        {
            return Judgement.NotCheckable(FormattableString.Invariant(
                $"The {name} {value.Value} lies within its {interval.Name}, whose negative ends are printed by their size, {lower} before {upper}."));
        }

        if (lower > upper)
        {
            return new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"The {interval.Name} ends below where it begins: {lower} is more than {upper}."),
                Witness: FormattableString.Invariant($"{lower} > {upper}; in rising order it is {upper} to {lower}."));
        }

        // Numbers with different decimals print the same value differently; those with the same are in the order of their values.
        bool isAlike = value.Decimals == interval.Lower.Decimals && value.Decimals == interval.Upper.Decimals;
        bool within = isAlike ? value.Value >= lower && value.Value <= upper : ValueRange.PrintedAs(value)
            .Overlaps(new ValueRange(ValueRange.PrintedAs(interval.Lower).Low, ValueRange.PrintedAs(interval.Upper).High));
        return within
            ? Judgement.NotCheckable(FormattableString.Invariant(
                $"The {name} {value.Value} lies within its {interval.Name} from {lower} to {upper}; no more follows from these numbers."))
            : new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"The {name} {value.Value} is outside its {interval.Name} from {lower} to {upper}."),
                Witness: FormattableString.Invariant(
                    $"{value.Value} is {(value.Value < lower ? "less than " : "more than ")}{(value.Value < lower ? lower : upper)}; the nearest value within is {(value.Value < lower ? lower : upper)}."));
    }

    /// <summary>The P value for the arithmetic; <see langword="null"/>: none is printed, or the printed number is not a
    /// probability.</summary>
    public static PrintedPValue? PrintedP(PValuePart? p) => p is { IsProbability: true, Number.Decimals: <= 15 }
        ? PrintedPValue.FromNumber(
            p.Number, p.Relation switch { '<' => ClaimRelation.Less, '>' => ClaimRelation.Greater, _ => ClaimRelation.Equal })
        : null;

    private Judgement Count(CountStatistic count) => CountJudge.Judge(count, sizes);
}
